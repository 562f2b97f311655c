"""The visible text of a Word document, collected piece by piece during a pass over its markup."""

from collections.abc import Callable

from zpj.xlsx.xml_parser import End, Start

_UNSEEN = ("del", "moveFrom", "rt")
"""Elements whose text a reader does not see: deleted, moved away, a reading aid above a character."""
_MARKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_SYMBOLS = {"F0B3": "≥", "F0A3": "≤", "F0B1": "±", "F0B4": "×"}
"""Characters that Word keeps by their code in its font Symbol; the sign before a target may be one."""


class VisibleText:
    """Feeds on the handlers ``starts`` and ``ends``; :meth:`take` gives what came together."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._unseen = self._runs = 0
        self._prompts: list[bool] = []
        """For every open content control, whether it shows a prompt because nothing was entered."""
        self.starts: dict[str, Start] = {
            "r": self._start_run,
            "sym": self._symbol,
            "sdt": self._start_control,
            "showingPlcHdr": self._prompt,
            "sdtContent": self._start_content,
            **{name: self._marker(mark) for name, mark in _MARKS.items()},
            **dict.fromkeys(_UNSEEN, self.hide),
        }
        self.ends: dict[str, End] = {
            "r": self._end_run,
            "t": self.add,
            "sdtContent": self._end_content,
            "sdt": self._end_control,
            **dict.fromkeys(_UNSEEN, self.show),
        }

    def take(self) -> str:
        """What was added since the last call."""
        text = "".join(self._pieces).strip()
        self._pieces.clear()
        return text

    def add(self, text: str) -> None:
        """One more piece, unless it is not to be seen."""
        if not self._unseen:
            self._pieces.append(text)

    def _marker(self, mark: str) -> Callable[[object], None]:
        def add_mark(_: object) -> None:
            # Outside a run, a tab is the definition of a tab stop.
            if self._runs:
                self.add(mark)

        return add_mark

    def _symbol(self, attributes: dict[str, str]) -> None:
        code = next((value for name, value in attributes.items() if name.endswith(" char")), "").upper()
        character = _SYMBOLS.get(code) or chr(int(code, 16))
        # Half of a pair is no text, and could not be written again.
        if not "\ud800" <= character <= "\udfff":
            self.add(character)

    def _start_run(self, _: object) -> None:
        self._runs += 1

    def _end_run(self, _: object) -> None:
        self._runs -= 1

    def hide(self, _: object) -> None:
        """Nobody sees what follows, until as many :meth:`show`."""
        self._unseen += 1

    def show(self, _: object) -> None:
        """The end of one :meth:`hide`."""
        self._unseen -= 1

    def _start_control(self, _: object) -> None:
        self._prompts.append(False)

    def _prompt(self, _: object) -> None:
        self._prompts[-1] = True

    def _start_content(self, _: object) -> None:
        self._unseen += self._prompts[-1]

    def _end_content(self, _: object) -> None:
        self._unseen -= self._prompts[-1]

    def _end_control(self, _: object) -> None:
        self._prompts.pop()
