"""The tab 绩效自评: its groups and buttons, what each calls, and its picture."""

from dataclasses import dataclass

from zpj_generator.package.buttons import MACROS


@dataclass(frozen=True, slots=True)
class Button:
    """A button: the key of its words, its picture built into Office, its Python function."""

    key: str
    image: str
    function: str
    module: str = "zpj_addin.macros"
    own_macro: str | None = None
    """What does it without Python, where that is no button of a form."""

    @property
    def callback(self) -> str:
        """What Excel calls when it is pressed."""
        return f"ZPJ_On{self.key.title()}"

    @property
    def command(self) -> str:
        """What xlwings runs."""
        return f"import {self.module}; {self.module}.{self.function}()"

    @property
    def macro(self) -> str | None:
        """The macro that does it without Python; None: nothing but Python can."""
        return self.own_macro or MACROS.get(self.key)


GROUPS = {
    "issue": (Button("generate", "FileNew", "generate"),),
    "review": (
        Button("recheck", "AcceptInvitation", "recheck"),
        Button("next", "FindDialog", "next_finding"),
        Button("restore", "Undo", "restore"),
        Button("clear", "ClearFormats", "clear"),
        Button("summary", "FileOpen", "summary"),
    ),
    "machine": (Button("diagnose", "Help", "diagnose", module="zpj_addin.diagnose", own_macro="TellEngine"),),
}
"""The buttons by the key of their group."""

BUTTONS = tuple(button for group in GROUPS.values() for button in group)
