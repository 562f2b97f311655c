"""What a form has besides its contents: titles, page headings, notes, totals."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from zpj.importer.grid import GridCell, GridLine
from zpj.importer.recognise.level_labels import is_first, is_second, label
from zpj.importer.typed_text import bare, squeeze
from zpj.importer.word_lists import any_phrase, vocabulary


@dataclass(frozen=True, slots=True)
class _TitleWords:
    ends: tuple[str, ...]
    never_holds: str
    whole: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _LineWords:
    signature: re.Pattern[str]
    note: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class DetailWords:
    """``words/details.toml``."""

    label: Mapping[str, re.Pattern[str]]
    line: _LineWords
    title: _TitleWords


@dataclass(frozen=True, slots=True)
class TotalWords:
    """``words/totals.toml``."""

    total: re.Pattern[str]
    subtotal: re.Pattern[str]
    grade_label: re.Pattern[str]
    grade: re.Pattern[str]


DETAILS = vocabulary("details", DetailWords)
TOTALS = vocabulary("totals", TotalWords)
_TITLE_END = re.compile(f"{any_phrase(DETAILS.title.ends)}$")
_NEVER_IN_TITLE = frozenset(DETAILS.title.never_holds)
_BESIDE_TOTAL = 3
"""Cells a 总分 row may have beside its label: points, score, a grade. An indicator called 合计 has more."""


def is_title(cell: GridCell) -> bool:
    """Whether ``cell`` is a title or page heading, such as 项目支出绩效自评表 or (2020年度)."""
    return _is_title(cell.plain, cell.bare)


def is_note(cell: GridCell) -> bool:
    """Whether ``cell`` begins the notes below a table."""
    return bool(DETAILS.line.note.match(cell.plain))


def is_signature(cell: GridCell) -> bool:
    """Whether ``cell`` begins a line such as 填表人: 审核人: 填报日期:."""
    return bool(DETAILS.line.signature.fullmatch(bare(cell.plain.partition(":")[0])))


def is_total(line: GridLine) -> bool:
    """Whether ``line`` is the 总分 row; 绩效指标 may come before it."""
    label = next((index for index, cell in enumerate(line[:2]) if _names_total(cell.bare)), None)
    beside = () if label is None else [cell for cell in line[label + 1 :] if not cell.is_nothing]
    return label is not None and len(beside) <= _BESIDE_TOTAL


def is_subtotal(cell: GridCell) -> bool:
    """Whether ``cell`` labels a 小计 row."""
    return bool(TOTALS.subtotal.fullmatch(cell.bare))


def names_total(text: str) -> bool:
    """Whether ``text`` is the label of the 总分 row; its figure may follow a colon."""
    return _names_total(bare(text))


def says_something(text: str) -> bool:
    """Whether ``text`` says something by itself, and is not the rest of a cell from the line above."""
    plain, name = squeeze(text), label(text)
    return (
        _is_title(plain, bare(text))
        or bool(DETAILS.line.note.match(plain))
        or names_total(text)
        or is_first(name)
        or is_second(name)
    )


def _names_total(bare_text: str) -> bool:
    return bool(TOTALS.total.fullmatch(bare_text.partition(":")[0]))


def _is_title(plain: str, bare_text: str) -> bool:
    # A year may be in brackets, and a title may end in brackets.
    return any(
        DETAILS.title.whole.fullmatch(text)
        or (_TITLE_END.search(text) is not None and not _NEVER_IN_TITLE & set(text))
        for text in (bare_text, plain.strip("()"))
    )
