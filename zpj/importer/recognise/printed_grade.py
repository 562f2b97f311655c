"""The printed grade: beside its label 等级, after a colon in the same cell, or beside the total."""

import re
from collections.abc import Iterable, Iterator, Sequence

from zpj.importer.grid import Line, Written
from zpj.importer.recognise.boilerplate import is_total
from zpj.importer.recognise.typed_form import Word
from zpj.importer.typed_text import bare, is_nothing, squeeze

_LABEL = re.compile(r"(自评|评价|绩效|综合|结果)*(等级|等次|评级)")
_GRADE = re.compile(r"优秀?|良好?|中等?|较?差|(不|基本)?合格")
"""What can be told for a grade without its label."""


def read_grade(lines: Sequence[Line]) -> tuple[Word | None, frozenset[Written]]:
    """The first grade that is printed, and the cells it was read from."""
    labelled = [pair for line in lines for pair in _pairs(line)]
    claimed = frozenset(cell for _, cells in labelled for cell in cells)
    words = (*(word for word, _ in labelled if word), *_beside_total(lines))
    return next(iter(words), None), claimed


def _pairs(line: Line) -> Iterator[tuple[Word | None, tuple[Written, ...]]]:
    """Every label with its grade, ``None`` where none is filled in."""
    for cell, following in zip(line, (*line[1:], None), strict=True):
        label, _, inside = squeeze(cell.text).partition(":")
        if not _LABEL.fullmatch(bare(label)):
            continue
        if inside or following is None:
            yield _word(inside, cell), (cell,)
        else:
            yield _word(squeeze(following.text), following), (cell, following)


def _beside_total(lines: Iterable[Line]) -> Iterator[Word]:
    for line in lines:
        if is_total(line):
            yield from (Word(squeeze(c.text), c.place) for c in line if _GRADE.fullmatch(squeeze(c.text)))


def _word(text: str, cell: Written) -> Word | None:
    return None if is_nothing(text) else Word(text, cell.place)
