"""The 绩效指标 table: header, indicator rows with their aids, merged levels."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import groupby
from typing import NamedTuple

from zpj.model.project import Project
from zpj.rules import Profile
from zpj.scoring import ProjectScore
from zpj.texts import wording
from zpj.xlsx.references import Range
from zpj_generator.layout.form_section import FormSection, covered_row, head, merged, printed_row
from zpj_generator.layout.indicator_cells import indicator_row
from zpj_generator.layout.indicator_inputs import indicator_names, indicator_validations
from zpj_generator.layout.placed_indicators import PlacedIndicator, place_indicators
from zpj_generator.sheet.cells import SheetRow
from zpj_generator.sheet.columns import SheetColumns
from zpj_generator.sheet.roles import AID_ROLES, INDICATOR_ROLES, PRINTED_ROLES, Role

HEADS = {role: "indicators" if role is Role.LABEL else role.value for role in PRINTED_ROLES}
"""The keys of the words over the printed columns; those over the aids have the names of the roles."""
HEADER_HEIGHT = 30.0


class IndicatorTable(NamedTuple):
    """The section and the indicators in it."""

    section: FormSection
    placed: tuple[PlacedIndicator, ...]

    def area(self, columns: SheetColumns, role: Role) -> str:
        """The range of the cells of ``role``, as text."""
        return f"{columns.ref(role, self.placed[0].first)}:{columns.ref(role, self.placed[-1].last)}"


def lay_indicators(
    columns: SheetColumns,
    profile: Profile,
    project: Project,
    answers: Project,
    score: ProjectScore,
    header: int,
) -> IndicatorTable:
    """The table from its header row on."""
    placed = tuple(place_indicators(columns, project, answers, score, header + 1))
    rows: list[SheetRow] = [_header(columns, header)]
    level1, level2 = _level_labels(placed)
    for each in placed:
        first = indicator_row(columns, profile, each, level1.get(each.first), level2.get(each.first))
        rows.append(first)
        rows.extend(
            covered_row(first, each.first + index, height) for index, height in enumerate(each.heights[1:], 1)
        )
    section = FormSection(
        tuple(rows),
        tuple(_merges(columns, header, placed)),
        tuple(indicator_validations(columns, profile, placed)),
        tuple(indicator_names(columns, placed)),
    )
    return IndicatorTable(section, placed)


@lru_cache(maxsize=64)
def _header(columns: SheetColumns, row: int) -> SheetRow:
    words = wording("form")["label"]
    heads = (head(columns, role, row, "label", words[key]) for role, key in HEADS.items())
    aids = (head(columns, role, row, "aid_label", words[role]) for role in AID_ROLES)
    return printed_row(columns, row, HEADER_HEIGHT, heads, aids)


def _level_labels(placed: Sequence[PlacedIndicator]) -> tuple[dict[int, str], dict[int, str]]:
    """First and second levels by the row where their merge begins; a first level has its points."""
    level1: dict[int, str] = {}
    level2: dict[int, str] = {}
    words: str = wording("form")["label"]["block_points"]
    for name, block in _runs(placed, lambda each: each.indicator.level1):
        points = round(sum(each.indicator.points for each in block), 2)
        level1[block[0].first] = words.format(level1=name, points=f"{points:g}")
        for label, group in _runs(block, lambda each: each.indicator.level2):
            level2[group[0].first] = label
    return level1, level2


def _runs(
    placed: Sequence[PlacedIndicator], key: Callable[[PlacedIndicator], str]
) -> Iterator[tuple[str, list[PlacedIndicator]]]:
    return ((name, list(run)) for name, run in groupby(placed, key=key))


def _merges(columns: SheetColumns, header: int, placed: Sequence[PlacedIndicator]) -> Iterator[Range]:
    yield from merged(columns, Role.LABEL, header, placed[-1].last)
    for _, block in _runs(placed, lambda each: each.indicator.level1):
        yield from merged(columns, Role.LEVEL1, block[0].first, block[-1].last)
        for _, group in _runs(block, lambda each: each.indicator.level2):
            yield from merged(columns, Role.LEVEL2, group[0].first, group[-1].last)
    for each in (each for each in placed if each.last > each.first):
        for role in _own_roles(columns):
            yield from merged(columns, role, each.first, each.last)


@cache
def _own_roles(columns: SheetColumns) -> tuple[Role, ...]:
    """What every indicator has for itself, left to right."""
    shared = (Role.LABEL, Role.LEVEL1, Role.LEVEL2)
    return tuple(sorted(set(INDICATOR_ROLES).difference(shared), key=columns.__getitem__))
