"""Data validations with their Chinese prompts and errors."""

from collections.abc import Iterable

from zpj.rules import Profile
from zpj.texts import wording
from zpj_generator.formulas.expressions import number, quoted
from zpj_generator.formulas.row_message import SLIP
from zpj_generator.sheet.cells import Validation
from zpj_generator.sheet.ranges import gather

Refs = Iterable[str]


def _cells(refs: Refs) -> str:
    return " ".join(gather(refs))


def money(refs: Refs) -> Validation:
    """An amount in 万元, not below zero."""
    words = wording("form")["prompt"]
    return Validation(_cells(refs), "at_least", "0", None, words["money"], words["money_error"])


def quantity(refs: Refs, unit: str) -> Validation:
    """A number in ``unit``, not below zero."""
    words = wording("form")["prompt"]
    prompt = words["number"].format(unit=unit) if unit else words["bare_number"]
    return Validation(_cells(refs), "at_least", "0", None, prompt, words["number_error"])


def percentage(refs: Refs, highest_target: float) -> Validation:
    """A percentage; 95 where 95% was meant is stopped at the door."""
    words = wording("form")["prompt"]
    most = number(SLIP * max(1.0, highest_target))
    return Validation(_cells(refs), "between", "0", most, words["percent"], words["percent_error"])


def tier(refs: Refs, profile: Profile) -> Validation:
    """A dropdown of the tiers, the best first."""
    words = wording("form")["prompt"]
    names = [band.tier.value for band in reversed(profile.tiers)]
    prompt = words["tier"].format(tiers="、".join(names))
    return Validation(_cells(refs), "list", quoted(",".join(names)), None, prompt, words["tier_error"])


def ratio(refs: Refs) -> Validation:
    """A ratio from 0 to 1."""
    words = wording("form")["prompt"]
    return Validation(_cells(refs), "between", "0", "1", words["ratio"], words["ratio_error"])


def deduction(refs: Refs, points: str) -> Validation:
    """Points taken off, at most those of the row; ``points`` is the cell beside the first of ``refs``."""
    words = wording("form")["prompt"]
    return Validation(_cells(refs), "between", "0", points, words["deduction"], words["deduction_error"])
