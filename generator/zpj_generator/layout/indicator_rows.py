"""The 绩效指标 table: header, indicator rows with their aids, merged levels."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from zpj.model.project import Kind, Project
from zpj.rules import Profile
from zpj.scoring import ProjectScore
from zpj.texts import wording
from zpj_generator.formulas.expressions import on_row
from zpj_generator.formulas.row_message import Facts, row_check
from zpj_generator.formulas.score_formulas import score_pattern
from zpj_generator.layout.indicator_inputs import indicator_validations, names
from zpj_generator.layout.indicator_lines import Line, lay_lines
from zpj_generator.layout.section import Section, blank, covered_row, merge_down, printed_row
from zpj_generator.sheet import columns
from zpj_generator.sheet.cells import Cell, Row, Value
from zpj_generator.sheet.number_formats import actual_format

HEADS = {
    columns.LABEL: "indicators",
    columns.LEVEL1: "level1",
    columns.LEVEL2: "level2",
    columns.LEVEL3: "level3",
    columns.TARGET: "target",
    columns.ACTUAL: "actual",
    columns.POINTS: "points",
    columns.SCORE: "score",
    columns.REASON: "reason",
}
AID_HEADS = {
    columns.KIND: "kind",
    columns.TIER: "tier",
    columns.RATIO: "ratio",
    columns.DEDUCTION: "deduction",
    columns.CHECK: "check",
    columns.EVIDENCE: "evidence",
}
HEADER_HEIGHT = 30.0


class Indicators(NamedTuple):
    """The section and its lines."""

    section: Section
    lines: tuple[Line, ...]

    @property
    def scores(self) -> str:
        """The range of the score cells."""
        return f"{columns.SCORE}{self.lines[0].first}:{columns.SCORE}{self.lines[-1].last}"

    @property
    def points(self) -> str:
        """The range of the points cells."""
        return f"{columns.POINTS}{self.lines[0].first}:{columns.POINTS}{self.lines[-1].last}"


def lay_indicators(
    profile: Profile, project: Project, answers: Project, score: ProjectScore, header: int
) -> Indicators:
    """The table from its header row on."""
    lines = tuple(lay_lines(project, answers, score, header + 1))
    rows: list[Row] = [_header(header)]
    level1, level2 = _level_labels(lines)
    for line in lines:
        first = _first_row(profile, line, level1.get(line.first), level2.get(line.first))
        rows.append(first)
        rows.extend(
            covered_row(first, line.first + index, height) for index, height in enumerate(line.heights[1:], 1)
        )
    section = Section(
        tuple(rows),
        tuple(_merges(header, lines)),
        tuple(indicator_validations(profile, lines)),
        tuple(names(lines)),
    )
    return Indicators(section, lines)


@lru_cache(maxsize=64)
def _header(row: int) -> Row:
    words = wording("form")["label"]
    cells = {column: Cell(f"{column}{row}", "label", words[key]) for column, key in HEADS.items()}
    aids = [Cell(f"{column}{row}", "aid_label", words[key]) for column, key in AID_HEADS.items()]
    return printed_row(row, HEADER_HEIGHT, cells, aids)


def _level_labels(lines: Sequence[Line]) -> tuple[dict[int, str], dict[int, str]]:
    """First and second levels by the row where their merge begins; a first level has its points."""
    level1: dict[int, str] = {}
    level2: dict[int, str] = {}
    words: str = wording("form")["label"]["block_points"]
    for name, block in _runs(lines, lambda line: line.indicator.level1):
        points = round(sum(line.indicator.points for line in block), 2)
        level1[block[0].first] = words.format(level1=name, points=f"{points:g}")
        for label, group in _runs(block, lambda line: line.indicator.level2):
            level2[group[0].first] = label
    return level1, level2


def _runs(lines: Sequence[Line], key: Callable[[Line], str]) -> Iterator[tuple[str, list[Line]]]:
    return ((name, list(run)) for name, run in groupby(lines, key=key))


def _first_row(profile: Profile, line: Line, level1: str | None, level2: str | None) -> Row:
    row, indicator = line.first, line.indicator
    cells = (
        blank(columns.LABEL, row, "frame"),
        _given(columns.LEVEL1, row, "label", level1),
        _given(columns.LEVEL2, row, "value", level2),
        _given(columns.LEVEL3, row, "value", indicator.level3),
        _target(line),
        _actual(line),
        Cell(f"{columns.POINTS}{row}", "points", indicator.points),
        _score(profile, line),
        _given(columns.REASON, row, "text_input", indicator.reason or None),
        _kind(row, line.score.kind),
        *_tier_and_ratio(line),
        _given(columns.DEDUCTION, row, "aid_number_input", indicator.deduction),
        _message(profile, line),
        _given(columns.EVIDENCE, row, "aid_text_input", indicator.evidence or None),
    )
    return Row(row, line.heights[0], cells)


def _given(column: str, row: int, style: str, value: Value) -> Cell:
    return blank(column, row, style) if value is None else Cell(f"{column}{row}", style, value)


@lru_cache(maxsize=512)
def _kind(row: int, kind: Kind) -> Cell:
    return Cell(f"{columns.KIND}{row}", "aid_value", kind.value)


def _target(line: Line) -> Cell:
    ref = f"{columns.TARGET}{line.first}"
    if line.format is None:
        return Cell(ref, "value", line.indicator.target)
    return Cell(ref, "target", line.score.a, number_format=line.format)


def _actual(line: Line) -> Cell:
    ref = f"{columns.ACTUAL}{line.first}"
    if line.target is None:
        return Cell(ref, "text_input", line.indicator.actual or None)
    value = line.score.b if line.score.b is not None else line.indicator.actual or None
    return Cell(ref, "number_input", value, number_format=actual_format(line.target))


def _score(profile: Profile, line: Line) -> Cell:
    score = line.score
    formula = on_row(score_pattern(profile, score.kind, line.shape), line.first)
    value = "" if score.score is None else score.score
    return Cell(f"{columns.SCORE}{line.first}", "score", value, formula)


def _tier_and_ratio(line: Line) -> tuple[Cell, Cell]:
    row = line.first
    if line.target is not None:
        return blank(columns.TIER, row, "aid_off"), blank(columns.RATIO, row, "aid_off")
    chosen = line.score.tier.value if line.score.tier else None
    ratio = _given(columns.RATIO, row, "aid_ratio_input", line.indicator.ratio)
    return _given(columns.TIER, row, "aid_input", chosen), ratio


def _message(profile: Profile, line: Line) -> Cell:
    check = row_check(profile, line.score.kind, line.shape)
    result = check.result(Facts(line.indicator, line.score))
    return Cell(f"{columns.CHECK}{line.first}", "check", result, check.formula(line.first))


def _merges(header: int, lines: Sequence[Line]) -> Iterator[str]:
    yield from merge_down(columns.LABEL, header, lines[-1].last)
    for _, block in _runs(lines, lambda line: line.indicator.level1):
        yield from merge_down(columns.LEVEL1, block[0].first, block[-1].last)
        for _, group in _runs(block, lambda line: line.indicator.level2):
            yield from merge_down(columns.LEVEL2, group[0].first, group[-1].last)
    for line in (line for line in lines if line.last > line.first):
        for column in columns.PRINTED[3:] + columns.AIDS:
            yield from merge_down(column, line.first, line.last)
