"""What stands above the table beside a label: the project's name, its year, who runs it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from zpj.importer.grid import Line, Written
from zpj.importer.recognise.boilerplate import SIGNATURE, is_title
from zpj.importer.typed_text import bare, is_nothing, join_lines, squeeze

_LABELS: Mapping[str, re.Pattern[str]] = {
    "name": re.compile(r"项目名称"),
    "department": re.compile(r"(预算)?主管(部门|单位)(及代码)?"),
    "unit": re.compile(r"(项目)?(实施|承担|执行)单位"),
    "leader": re.compile(r"(项目)?负责人(姓名)?"),
    "phone": re.compile(r"联系(电话|方式)|电话"),
    "year": re.compile(r"(项目|预算|评价|自评)?年度"),
    "signature": SIGNATURE,
}
_YEAR = re.compile(r"20\d\d(?=年|$)")
_COLON = re.compile("[:：]")


@dataclass(frozen=True, slots=True)
class Particulars:
    """``given`` has texts by the keys of the labels; ``claimed`` are the cells that were understood."""

    given: Mapping[str, str]
    year: int | None
    claimed: frozenset[Written]


def read_particulars(lines: Sequence[Line]) -> Particulars:
    """Every label with the value to its right, or after a colon in the same cell; the first one counts.

    What stands above the last 项目名称 is a cover or a list of forms, and not about this one.
    """
    given: dict[str, str] = {}
    titles = [cell for line in lines for cell in line if is_title(cell.text)]
    claimed = set(titles)
    for line in lines:
        for key, value, cells in _pairs(line):
            if key == "name" and key in given:
                given.clear()
            given.setdefault(key, value)
            claimed.update(cells)
    year = _year([given.pop("year", ""), *(title.text for title in titles)])
    return Particulars(given, year, frozenset(claimed))


def _pairs(line: Line) -> Iterator[tuple[str, str, tuple[Written, ...]]]:
    for cell, following in zip(line, (*line[1:], None), strict=True):
        key, inside = _label(cell)
        if key is None:
            continue
        if inside or following is None or _label(following)[0] not in (None, key):
            yield key, inside, (cell,)
        else:
            value = "" if is_nothing(following.text) else join_lines(following.text)
            yield key, value, (cell, following)


def _label(cell: Written) -> tuple[str | None, str]:
    """Which label a cell is, if any, and what stands after its colon."""
    word, *inside = _COLON.split(cell.text, maxsplit=1)
    key = next((key for key, label in _LABELS.items() if label.fullmatch(bare(word))), None)
    return key, join_lines("".join(inside))


def _year(texts: Iterable[str]) -> int | None:
    """The year a title or a 年度 cell names."""
    years = (_YEAR.search(squeeze(text)) for text in texts)
    return next((int(year[0]) for year in years if year), None)
