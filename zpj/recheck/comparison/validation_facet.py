"""Data validations (S06): bounds, lists and what they do about a wrong entry, cell by cell.

Words of prompts and messages are compared too; where only they differ it is a hint.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from zpj.model.codes import Code
from zpj.model.findings import Finding, Severity
from zpj.recheck.comparison.relative_formulas import anchored
from zpj.recheck.form_pair import FormPair
from zpj.recheck.issued_form import Key
from zpj.texts import wording
from zpj.xlsx.model.cell_rules import Validation
from zpj_generator.sheet.cells import Validation as IssuedValidation
from zpj_generator.sheet.ranges import gather

TWO_BOUNDS = ("between", "notBetween")


class CellRule(NamedTuple):
    """What a validation does in one cell."""

    kind: str
    operator: str
    first: str
    second: str
    allows_blank: bool
    refuses: bool
    """Whether a wrong entry is refused, not only advised against."""
    hides_arrow: bool
    prompt: str
    error: str

    @property
    def bounds(self) -> tuple[object, ...]:
        """The rule without its words."""
        return self[:7]


def s06_validations(form: FormPair) -> Iterator[Finding]:
    """Inputs without the validation they were issued with, or with one that lets more through."""
    words = wording("recheck")["validation"]
    found = _by_cell(form)
    lost: dict[str, list[Key]] = {}
    for validation in form.issued.layout.validations:
        expected = words["list" if validation.kind == "list" else "decimal"]
        for key, rule in _issued_rules(validation):
            at = form.moves.now(key)
            if at is None:
                continue
            there = found.get(at, [])
            if any(each.bounds == rule.bounds for each in there):
                continue
            lost.setdefault(words["gone" if not there else "changed"].format(what=expected), []).append(key)
    for what, keys in lost.items():
        for area in gather(keys):
            yield form.finding(Code.S06, (area.top, area.left), found=area.a1, expected=what)
    if not lost:
        yield from _prompts(form, found)


def _prompts(form: FormPair, found: dict[Key, list[CellRule]]) -> Iterator[Finding]:
    """The words beside the cells, where all bounds are as issued."""
    changed = [
        key
        for validation in form.issued.layout.validations
        for key, rule in _issued_rules(validation)
        if (at := form.moves.now(key))
        and not any((each.prompt, each.error) == (rule.prompt, rule.error) for each in found[at])
    ]
    if changed or form.sheet.prompts_disabled:
        at = min(changed, default=(1, 1))
        what = wording("recheck")["validation"]["words"]
        entry = form.finding(Code.S06, at, found=form.ref(at), expected=what)
        yield replace(entry, severity=Severity.INFO)


def _by_cell(form: FormPair) -> dict[Key, list[CellRule]]:
    """What validates each input of the returned sheet."""
    inputs = {at for cell in form.issued.inputs if (at := form.moves.now((cell.row, cell.column)))}
    told: dict[Key, list[CellRule]] = {}
    for validation in form.sheet.validations:
        first = validation.ranges[0]
        for area in validation.ranges:
            for key in area.keys_among(inputs):
                told.setdefault(key, []).append(_rule(validation, (first.top, first.left)))
    return told


@lru_cache(maxsize=1024)
def _rule(validation: Validation, at: Key) -> CellRule:
    two = validation.operator in TWO_BOUNDS and validation.kind != "list"
    first, second = (*validation.formulas, "", "")[:2]
    return CellRule(
        kind=validation.kind,
        operator=validation.operator if validation.kind != "list" else "",
        first=anchored(first, at),
        second=anchored(second, at) if two else "",
        allows_blank=validation.allow_blank,
        refuses=validation.show_error and validation.error_style == "stop",
        hides_arrow=validation.hides_arrow,
        prompt=f"{validation.prompt_title}\n{validation.prompt}" if validation.show_input else "",
        error=f"{validation.error_title}\n{validation.error}",
    )


@lru_cache(maxsize=1024)
def _issued_rule(validation: IssuedValidation) -> CellRule:
    words, first = wording("form")["prompt"], validation.areas[0]
    at = first.top, first.left
    listed = validation.kind == "list"
    return CellRule(
        kind="list" if listed else "decimal",
        operator="" if listed else {"at_least": "greaterThanOrEqual"}.get(validation.kind, "between"),
        first=anchored(validation.first, at),
        second="" if validation.second is None else anchored(validation.second, at),
        allows_blank=True,
        refuses=True,
        hides_arrow=False,
        prompt=f"{words['title']}\n{validation.prompt}",
        error=f"{words['error']}\n{validation.error}",
    )


def _issued_rules(validation: IssuedValidation) -> Iterator[tuple[Key, CellRule]]:
    rule = _issued_rule(validation)
    for area in validation.areas:
        for row in range(area.top, area.bottom + 1):
            for column in range(area.left, area.right + 1):
                yield (row, column), rule
