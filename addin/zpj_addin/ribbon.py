"""The tab 绩效自评: its groups and buttons, what each calls, its words and its picture."""

from collections.abc import Iterator
from dataclasses import dataclass

from zpj.texts import wording
from zpj_generator.package.buttons import MACROS


@dataclass(frozen=True, slots=True)
class RibbonButton:
    """A button: the key of its words, its picture built into Office, its Python function."""

    key: str
    image: str
    function: str
    module: str = "zpj_addin.macros"
    own_macro: str | None = None
    """What does it without Python, where that is no button of a form."""

    @property
    def callback(self) -> str:
        """What Excel calls when it is clicked."""
        return f"ZPJ_On{self.key.title()}"

    @property
    def command(self) -> str:
        """What xlwings runs."""
        return f"import {self.module}; {self.module}.{self.function}()"

    @property
    def macro(self) -> str | None:
        """The macro that does it without Python; None: nothing but Python can."""
        return self.own_macro or MACROS.get(self.key)

    @property
    def label(self) -> str:
        """What the button shows: the same as on a form, if forms have it."""
        words = wording("form")["button"] if self.key in MACROS else wording("addin")["label"]
        label: str = words[self.key]
        return label

    @property
    def tip(self) -> str:
        """What it does, and whether it needs Python."""
        words = wording("addin")
        tip: str = words["tip"][self.key]
        return tip if self.macro else tip + words["python"]["needed"]


GROUPS = {
    "issue": (RibbonButton("generate", "FileNew", "generate"),),
    "review": (
        RibbonButton("recheck", "AcceptInvitation", "recheck"),
        RibbonButton("next", "FindDialog", "next_finding"),
        RibbonButton("restore", "Undo", "restore"),
        RibbonButton("clear", "ClearFormats", "clear"),
        RibbonButton("summary", "FileOpen", "summary"),
    ),
    "machine": (
        RibbonButton("diagnose", "Help", "diagnose", module="zpj_addin.diagnose", own_macro="ShowEngine"),
    ),
}
"""The buttons by the key of their group."""

BUTTONS = tuple(button for group in GROUPS.values() for button in group)


def ribbon_groups() -> Iterator[tuple[str, str, tuple[RibbonButton, ...]]]:
    """Each group of the tab: its key, its label, its buttons."""
    for key, buttons in GROUPS.items():
        yield key, wording("addin")["group"][key], buttons
