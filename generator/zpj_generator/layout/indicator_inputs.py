"""What is laid over the inputs of the indicator table: data validations and defined names."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from zpj.rules import Profile
from zpj_generator.layout import validations
from zpj_generator.layout.indicator_lines import Line
from zpj_generator.sheet import columns
from zpj_generator.sheet.cells import Name, Validation
from zpj_generator.sheet.number_formats import unit_words

NUMERIC_FIELDS = {
    "actual": columns.ACTUAL,
    "score": columns.SCORE,
    "reason": columns.REASON,
    "deduction": columns.DEDUCTION,
    "evidence": columns.EVIDENCE,
}
JUDGED_FIELDS = {**NUMERIC_FIELDS, "tier": columns.TIER, "ratio": columns.RATIO}
"""The parts of a line that have defined names, such as zpj_actual_01."""
REASONS = "zpj_reason_"
"""How the names of reason inputs begin."""


def indicator_validations(profile: Profile, lines: Sequence[Line]) -> Iterator[Validation]:
    """One validation per unit of actual values, and those of tiers, ratios and deductions."""
    numeric = [(line.target, line) for line in lines if line.target is not None]
    by_unit: dict[str, list[str]] = {}
    for target, line in numeric:
        if not target.percent:
            by_unit.setdefault(unit_words(target), []).append(f"{columns.ACTUAL}{line.first}")
    for unit, refs in by_unit.items():
        yield validations.quantity(refs, unit)
    percents = [line for target, line in numeric if target.percent]
    if percents:
        highest = max(line.score.a or 0.0 for line in percents)
        yield validations.percentage((f"{columns.ACTUAL}{line.first}" for line in percents), highest)
    judged = [line.first for line in lines if line.target is None]
    if judged:
        yield validations.tier((f"{columns.TIER}{row}" for row in judged), profile)
        yield validations.ratio(f"{columns.RATIO}{row}" for row in judged)
    rows = [line.first for line in lines]
    yield validations.deduction((f"{columns.DEDUCTION}{row}" for row in rows), f"{columns.POINTS}{rows[0]}")


def names(lines: Sequence[Line]) -> Iterator[Name]:
    """A name per input and score, numbered like the lines from 01."""
    for index, line in enumerate(lines, 1):
        yield from _line_names(index, line.first, line.target is None)


@lru_cache(maxsize=512)
def _line_names(index: int, row: int, judged: bool) -> tuple[Name, ...]:
    fields = JUDGED_FIELDS if judged else NUMERIC_FIELDS
    return tuple(Name(f"zpj_{field}_{index:02d}", f"{column}{row}") for field, column in fields.items())
