"""Findings as marks on cells: which cells to colour, how, and what the note beside them says."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from zpj.model.codes import Code
from zpj.model.findings import CATALOGUE, Finding, Place, Severity
from zpj.recheck.outputs.finding_order import in_order, severity_rank
from zpj.texts import wording
from zpj.xlsx import Range

COLOURED_CELLS = 400
"""Of a larger range only the first cell is coloured."""
NOTE_TEXT = 300
"""Characters of a note's ``found`` and ``expected``; the result sheet has more."""

Key = tuple[int, int]
"""Row and column, from 1."""


@dataclass(slots=True)
class Mark:
    """The mark of one cell: every finding on it, and those whose note stands here."""

    on: list[Finding] = field(default_factory=list[Finding])
    noted: list[Finding] = field(default_factory=list[Finding])

    @property
    def severity(self) -> Severity:
        """The gravest."""
        return min(self.on, key=severity_rank).severity

    @property
    def note(self) -> str:
        """What the note says; empty where another cell of the same range carries it."""
        return "\n\n".join(map(_note, self.noted))


def marks(findings: Iterable[Finding]) -> Mapping[str, Mapping[Key, Mark]]:
    """Marks by sheet and cell; findings about no cell mark nothing."""
    sheets: defaultdict[str, defaultdict[Key, Mark]] = defaultdict(lambda: defaultdict(Mark))
    for entry in in_order(findings):
        if entry.code is Code.S15 and entry.severity is Severity.INFO:
            continue  # somebody's note: it shows itself, and stays as it is
        keys = [key for area in cells_of(entry.place) for key in _keys(area)]
        for key in keys:
            sheets[entry.place.sheet][key].on.append(entry)
        for key in keys[:1]:
            sheets[entry.place.sheet][key].noted.append(entry)
    return sheets


def cells_of(place: Place) -> tuple[Range, ...]:
    """The cells of a place: ``H14`` or ``F12:F30 H4``; none where it is a line or a key."""
    try:
        return tuple(map(Range.parse, place.cell.split()))
    except ValueError:
        return ()


def clipped(text: str, length: int) -> str:
    """``text``, its end cut off beyond ``length`` characters."""
    return text if len(text) <= length else text[: length - 1] + "…"


def _keys(area: Range) -> Iterator[Key]:
    if area.area > COLOURED_CELLS:
        yield area.top, area.left
        return
    for row in range(area.top, area.bottom + 1):
        yield from ((row, column) for column in range(area.left, area.right + 1))


def _note(entry: Finding) -> str:
    words = wording("annotation")["note"]
    severity = wording("report")["severity"][entry.severity.value]
    lines = [
        words["heading"].format(severity=severity, code=entry.code, title=CATALOGUE[entry.code].title),
        *(
            words[key].format(**{key: clipped(text, NOTE_TEXT)})
            for key, text in (("found", entry.found), ("expected", entry.expected))
            if text
        ),
        clipped(entry.message, 2 * NOTE_TEXT),
    ]
    return "\n".join(lines)
