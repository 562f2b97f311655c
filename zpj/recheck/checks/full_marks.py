"""Checks P of the points of a form: full marks, in all and block by block."""

from collections.abc import Iterator

from zpj.model.codes import Code
from zpj.model.findings import Finding, finding
from zpj.quantity.plain_numbers import plain
from zpj.quantity.rounding import round_half_up
from zpj.recheck.views.form_view import Field, FormView
from zpj.scoring import missed_blocks, missed_points


def p01_not_full_marks(form: FormView) -> Iterator[Finding]:
    """Points that do not add up to full marks, or a printed sum of points that is none."""
    if not form.points_are_typed:
        return
    points = missed_points(form.profile, form.indicators)
    printed = form.points
    if points is None and printed and printed.value != form.profile.total_points:
        points = printed.value
    if form.lines and points is not None:
        place, expected = printed.place if printed else form.whole, plain(form.profile.total_points)
        yield finding(Code.P01, place, found=plain(round_half_up(points)), expected=expected)


def p02_block_points(form: FormView) -> Iterator[Finding]:
    """A 一级指标 whose points are not those of the profile; no form without indicators."""
    if not form.points_are_typed:
        return
    for block, points in missed_blocks(form.profile, form.indicators):
        first = next((line for line in form.lines if block.holds(line.indicator.level1)), None)
        place = first.place(Field.POINTS) if first else form.whole
        found, expected = plain(round_half_up(points)), plain(block.points or 0.0)
        yield finding(Code.P02, place, level1=block.name, found=found, expected=expected)
