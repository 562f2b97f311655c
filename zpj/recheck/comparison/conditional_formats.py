"""Conditional formats (S12): a rule that was not issued can show other figures, or none.

Compared cell by cell, because programs split and join their ranges; how a rule ends the others is left out,
which LibreOffice does not save.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from zpj.model.codes import Code
from zpj.model.findings import Finding, Severity
from zpj.recheck.comparison.relative_formulas import anchored
from zpj.recheck.form_pair import FormPair
from zpj.recheck.issued_form import IssuedForm, Key
from zpj.texts import wording
from zpj.xlsx.model.cell_rules import ConditionalRule
from zpj.xlsx.model.looks import DifferentialFormat
from zpj.xlsx.references import Range
from zpj_generator.sheet.ranges import gather

MOST = 4
"""Places that are listed one by one."""
Rule = tuple[str, str, DifferentialFormat | None]
"""Kind, formula as seen from each cell, and what the rule shows."""


def s12_conditional_formats(form: FormPair) -> Iterator[Finding]:
    """Rules over the form that were not issued; those that are gone only helped the filler: hints."""
    words = wording("recheck")["condition"]
    if form.moves.any or _is_as_issued(form):
        return
    issued = _issued_rules(form.issued)
    found = _rules(form.sheet.conditional)
    if issued == found:
        return
    added = {rule: cells - issued.get(rule, frozenset()) for rule, cells in found.items()}
    for rule, cells in added.items():
        areas = list(gather(_on_form(form, cells)))
        if len(areas) > MOST:
            covered = words["many"].format(first=areas[0].a1, count=len(areas))
            text = words["added"].format(area=covered, kind=rule[0])
            yield form.finding_now(Code.S12, (areas[0].top, areas[0].left), found=text)
            continue
        for area in areas:
            text = words["added"].format(area=area.a1, kind=rule[0])
            yield form.finding_now(Code.S12, (area.top, area.left), found=text)
    gone = {key for rule, cells in issued.items() for key in cells - found.get(rule, frozenset())}
    if gone and not any(added.values()):
        entry = form.finding(Code.S12, min(gone), found=words["gone"].format(count=len(gone)))
        yield replace(entry, severity=Severity.INFO)


def _is_as_issued(form: FormPair) -> bool:
    """Whether the rules stand there one by one as issued, which needs no look at their cells."""
    looks, found, issued = form.issued.template.looks, form.sheet.conditional, form.issued.highlights
    return len(found) == len(issued) and all(
        (rule.kind, rule.ranges, rule.formulas, rule.look, rule.content, rule.unknown)
        == ("expression", (each.area,), (each.formula,), looks[each.style], (), ())
        for rule, each in zip(found, issued, strict=True)
    )


def _on_form(form: FormPair, cells: frozenset[Key]) -> list[Key]:
    return [key for key in cells if key in form.issued.cells]


@lru_cache(maxsize=8)
def _issued_rules(form: IssuedForm) -> dict[Rule, frozenset[Key]]:
    looks = form.template.looks
    rules = (
        ConditionalRule((each.area,), "expression", priority, (each.formula,), look=looks[each.style])
        for priority, each in enumerate(form.highlights, 1)
    )
    return _rules(tuple(rules))


def _rules(rules: tuple[ConditionalRule, ...]) -> dict[Rule, frozenset[Key]]:
    told: dict[Rule, set[Key]] = {}
    for rule in rules:
        for area in rule.ranges:
            key = (rule.kind, _meaning(rule), rule.look)
            told.setdefault(key, set()).update(_cells(area))
    return {rule: frozenset(cells) for rule, cells in told.items()}


@lru_cache(maxsize=4096)
def _meaning(rule: ConditionalRule) -> str:
    """The rule as seen from each of its cells, its other particulars behind."""
    first = rule.ranges[0]
    formulas = [anchored(formula, (first.top, first.left)) for formula in rule.formulas]
    # LibreOffice writes the particulars of other kinds beside every formula.
    particulars = () if rule.kind == "expression" else (rule.operator, rule.text, *map(str, rule.details))
    details = [*particulars, *map(str, rule.content), *rule.unknown]
    return "\n".join([*formulas, *filter(None, details)])


def _cells(area: Range) -> Iterator[Key]:
    """The cells of a range, as far down and right as forms go."""
    for row in range(area.top, min(area.bottom, area.top + 999) + 1):
        for column in range(area.left, min(area.right, area.left + 99) + 1):
            yield row, column
