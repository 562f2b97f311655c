"""Data validations with their Chinese prompts and errors."""

from collections.abc import Iterable

from zpj.rules import Profile
from zpj.texts import wording
from zpj.texts.punctuation import listed
from zpj_generator.formulas.expressions import number, quoted
from zpj_generator.formulas.row_message import SLIP
from zpj_generator.sheet.cells import Validation
from zpj_generator.sheet.ranges import gather

Cells = Iterable[tuple[int, int]]
"""Row and column of the cells that a validation is laid over."""


def money(cells: Cells) -> Validation:
    """An amount in 万元, not below zero."""
    words = wording("form")["prompt"]
    return Validation(gather(cells), "at_least", "0", None, words["money"], words["money_error"])


def quantity(cells: Cells, unit: str) -> Validation:
    """A number in ``unit``, not below zero."""
    words = wording("form")["prompt"]
    prompt = words["number"].format(unit=unit) if unit else words["bare_number"]
    return Validation(gather(cells), "at_least", "0", None, prompt, words["number_error"])


def percentage(cells: Cells, highest_target: float) -> Validation:
    """A percentage; rejects 95 entered for 95%."""
    words = wording("form")["prompt"]
    most = number(SLIP * max(1.0, highest_target))
    return Validation(gather(cells), "between", "0", most, words["percent"], words["percent_error"])


def tier(cells: Cells, profile: Profile) -> Validation:
    """A dropdown of the tiers, the best first."""
    words = wording("form")["prompt"]
    names = [band.tier.value for band in reversed(profile.tiers)]
    prompt = words["tier"].format(tiers=listed(names))
    return Validation(gather(cells), "list", quoted(",".join(names)), None, prompt, words["tier_error"])


def ratio(cells: Cells) -> Validation:
    """A ratio from 0 to 1."""
    words = wording("form")["prompt"]
    return Validation(gather(cells), "between", "0", "1", words["ratio"], words["ratio_error"])


def deduction(cells: Cells, points: str) -> Validation:
    """Points taken off, at most those of the row; ``points`` is the cell beside the first of ``cells``."""
    words = wording("form")["prompt"]
    return Validation(gather(cells), "between", "0", points, words["deduction"], words["deduction_error"])
