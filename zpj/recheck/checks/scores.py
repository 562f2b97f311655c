"""Checks P of a form with formulas: what it takes to be scored at all. Typed scores are F01."""

from collections.abc import Iterator

from zpj.model.codes import Code
from zpj.model.findings import Finding
from zpj.model.project import Kind, Tier
from zpj.recheck.answers import as_number
from zpj.recheck.checks.inputs import is_blank, numbers
from zpj.recheck.context import Context, Line
from zpj.quantity.plain_numbers import plain
from zpj_generator.sheet.roles import Role


def p05_outside_tier(form: Context) -> Iterator[Finding]:
    """A tier that is none of the list, or a ratio outside its tier."""
    for line in form.lines:
        if line.score.kind is not Kind.QUALITATIVE:
            continue
        ref = form.at(Role.TIER, line.row)
        cell = form.cell(ref)
        if not is_blank(cell) and not has_tier(form, line):
            tiers = "、".join(band.tier for band in reversed(form.profile.tiers))
            yield form.finding(Code.P05, ref, found=cell.text, expected=tiers)
        elif line.indicator.tier is not None and line.indicator.ratio is not None:
            yield from _outside(form, line, line.indicator.tier, line.indicator.ratio)


def p08_negative(form: Context) -> Iterator[Finding]:
    """A number below zero; no input of the form takes one."""
    for each in numbers(form):
        number = as_number(form.cell(each.ref))
        if number is not None and number < 0:
            yield form.finding(Code.P08, each.ref, found=plain(number), what=each.what)


def has_tier(form: Context, line: Line) -> bool:
    """Whether the tier cell holds a tier of the list and not a blank more, which no formula would know."""
    return form.cell(form.at(Role.TIER, line.row)).text == line.indicator.tier


def _outside(form: Context, line: Line, tier: Tier, ratio: float) -> Iterator[Finding]:
    band = form.profile.tier_band(tier)
    if ratio >= 0 and not band.holds(ratio):
        expected = f"{_percent(band.low)}~{_percent(band.high)}"
        yield form.finding(Code.P05, form.at(Role.RATIO, line.row), found=_percent(ratio), expected=expected)


def _percent(ratio: float) -> str:
    return f"{plain(ratio * 100)}%"
