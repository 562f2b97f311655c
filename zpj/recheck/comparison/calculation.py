"""Settings that change what formulas give (S17). When a program calculates is its own affair."""

from collections.abc import Iterator
from dataclasses import replace

from zpj.model.codes import Code
from zpj.model.findings import Finding, Severity
from zpj.recheck.form_pair import FormPair
from zpj.texts import wording


def s17_calculation(form: FormPair) -> Iterator[Finding]:
    """Precision as shown, days from 1904, iteration; manual calculation is only told."""
    words, book = wording("recheck")["calculation"], form.returned.book
    if not book.calculation.full_precision:
        yield form.finding(Code.S17, found=words["precision"])
    if book.date1904:
        yield form.finding(Code.S17, found=words["date1904"])
    if book.calculation.iterates:
        yield form.finding(Code.S17, found=words["iterates"])
    if book.calculation.mode == "manual":
        yield replace(form.finding(Code.S17, found=words["manual"]), severity=Severity.INFO)
    transition = {name for name, _ in form.sheet.properties} & {"transitionEvaluation", "transitionEntry"}
    if transition:
        yield form.finding(Code.S17, found=words["transition"])
