"""Checks P of printed scores against the rule: exactly one code for every row that departs."""

from collections.abc import Iterator

from zpj.importer import TableColumn
from zpj.model.codes import Code
from zpj.model.findings import Finding, finding
from zpj.recheck.foreign.printed_form import PrintedForm, PrintedLine
from zpj.recheck.foreign.slips import Slip, is_beyond, slip_of
from zpj.texts import wording
from zpj_generator.definitions.written_values import plain

WRONG_BAND = (Slip.NOT_DEDUCTED, Slip.BY_COMPLETION, Slip.OTHER_BAND)


def p03_above_points(form: PrintedForm) -> Iterator[Finding]:
    """More points than there are."""
    for line in _departed(form, Code.P03):
        found, expected = plain(line.printed or 0.0), plain(line.indicator.points)
        yield line.finding(Code.P03, TableColumn.SCORE, found=found, expected=expected)


def p04_not_by_the_rule(form: PrintedForm) -> Iterator[Finding]:
    """A shortfall not deducted in proportion, too coarse a rounding, or a ceiling scored as a ratio."""
    for line in _departed(form, Code.P04):
        yield _finding(form, Code.P04, line)


def p06_marked_down(form: PrintedForm) -> Iterator[Finding]:
    """The target is met, and yet points were taken off."""
    for line in _departed(form, Code.P06):
        yield _finding(form, Code.P06, line)


def p07_over_completion(form: PrintedForm) -> Iterator[Finding]:
    """Over-completion that was not deducted, or in the wrong band."""
    for line in _departed(form, Code.P07):
        yield _finding(form, Code.P07, line, excess=f"{(line.score.excess or 0.0) * 100:.10g}%")


def p08_negative(form: PrintedForm) -> Iterator[Finding]:
    """A number below zero: an amount, a target or an actual value, points or a score."""
    labels = wording("form")["label"]
    for fund in form.typed.project.funds:
        for field in ("initial", "budget", "spent"):
            amount: float | None = getattr(fund, field)
            if amount is not None and amount < 0:
                place, what = form.typed.amounts[fund.source, field], f"{fund.source}：{labels[field]}"
                yield finding(Code.P08, place, found=plain(amount), what=what)
    for line in form.lines:
        for column, label, number in (
            (TableColumn.TARGET, "target", line.score.a),
            (TableColumn.ACTUAL, "actual", line.score.b),
            (TableColumn.POINTS, "points", line.indicator.points),
            (TableColumn.SCORE, "score", line.printed),
        ):
            if number is not None and number < 0:
                yield line.finding(Code.P08, column, found=plain(number), what=line.what(label))


def departure(form: PrintedForm, line: PrintedLine) -> str | None:
    """The one code for how the printed score of ``line`` departs from the rule.

    ``None`` within the tolerance; where no rule applies, as 定性 is judgement; and where it is the answer
    that is wrong (Q03) or the score is no score at all (P08).
    """
    printed, rule = line.printed, line.score.rule
    if printed is None or printed < 0:
        return None
    if printed > line.indicator.points and form.differ(printed, line.indicator.points):
        return Code.P03
    if rule is None or line.doubt or not form.differ(printed, rule):
        return None
    slip = slip_of(form.profile, line)
    if slip in WRONG_BAND or is_beyond(form.profile, line):
        return Code.P07
    if slip is Slip.CEILING_AS_RATIO:
        return Code.P04
    return Code.P06 if printed < rule == line.indicator.points else Code.P04


def _departed(form: PrintedForm, code: Code) -> Iterator[PrintedLine]:
    return (line for line in form.lines if departure(form, line) == code)


def _finding(form: PrintedForm, code: Code, line: PrintedLine, **words: str) -> Finding:
    found, expected = plain(line.printed or 0.0), plain(line.score.rule or 0.0)
    slip = slip_of(form.profile, line) or ""
    return line.finding(code, TableColumn.SCORE, found=found, expected=expected, slip=slip, **words)
