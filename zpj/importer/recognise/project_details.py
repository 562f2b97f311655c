"""The labelled values above the table: the project's name, its year, who runs it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from zpj.importer.grid import GridCell, GridLine
from zpj.importer.recognise.boilerplate import DETAILS, is_title
from zpj.importer.typed_dates import YEAR_WORD
from zpj.importer.typed_text import bare, join_lines, squeeze

_SIGNATURE = "signature"
_LABELS = {**DETAILS.label, _SIGNATURE: DETAILS.line.signature}
_YEAR = re.compile(rf"20\d\d(?={YEAR_WORD}|$)")
_COLON = re.compile("[:：]")
_LONGEST = 200
"""Characters a label may have; longer texts need no look at their words."""


@dataclass(frozen=True, slots=True)
class ProjectDetails:
    """``given`` has texts by the keys of the labels; ``claimed`` are the cells that were understood."""

    given: Mapping[str, str]
    year: int | None
    claimed: frozenset[GridCell]


def read_details(lines: Sequence[GridLine]) -> ProjectDetails:
    """Every label with the value to its right, or after a colon in the same cell; the first one counts.

    Whatever is above the last 项目名称 is a cover or a list of forms, and not about this one.
    """
    given: dict[str, str] = {}
    titles = [cell for line in lines for cell in line if is_title(cell)]
    claimed = set(titles)
    for line in lines:
        for key, value, cells in _labelled_values(line):
            if key == "name" and key in given:
                given.clear()
            given.setdefault(key, value)
            claimed.update(cells)
    year = _year([given.pop("year", ""), *(title.text for title in titles)])
    return ProjectDetails(given, year, frozenset(claimed))


def _labelled_values(line: GridLine) -> Iterator[tuple[str, str, tuple[GridCell, ...]]]:
    for cell, following in zip(line, (*line[1:], None), strict=True):
        key, inside = _label(cell)
        if key is None:
            continue
        if inside or following is None or _label(following)[0] not in (None, key):
            yield key, inside, (cell,)
        else:
            value = "" if following.is_nothing else join_lines(following.text)
            yield key, value, (cell, following)


def _label(cell: GridCell) -> tuple[str | None, str]:
    """Which label a cell is, if any, and the text after its colon."""
    word, *inside = _COLON.split(cell.text, maxsplit=1)
    if len(word) > _LONGEST:
        return None, ""
    plain = bare(word)
    key = next((key for key, label in _LABELS.items() if label.fullmatch(plain)), None)
    return key, join_lines("".join(inside)) if key else ""


def _year(texts: Iterable[str]) -> int | None:
    """The year a title or a 年度 cell names."""
    years = (_YEAR.search(squeeze(text)) for text in texts)
    return next((int(year[0]) for year in years if year), None)
