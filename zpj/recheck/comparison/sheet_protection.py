"""Protection (S05): of the form sheet, of its locked cells, and what it allows."""

from collections.abc import Iterator

from zpj.model.codes import Code
from zpj.model.findings import Finding
from zpj.recheck.form_pair import FormPair
from zpj.texts import wording
from zpj.texts.punctuation import listed
from zpj_generator.sheet.ranges import gather

HARMLESS = frozenset({"selectLockedCells", "selectUnlockedCells", "formatRows"})
"""What a protected form may allow without any content at stake."""


def s05_unprotected(form: FormPair) -> Iterator[Finding]:
    """Protection that is gone, that needs no password, or that allows more than it did; cells unlocked."""
    words, protection = wording("recheck")["protection"], form.sheet.protection
    if protection is None or not protection.enabled:
        yield form.finding(Code.S05, found=words["gone"], expected=words["protected"])
        return
    issued = form.issued.template.form.protection
    if not protection.passwords:
        yield form.finding(Code.S05, found=words["no_password"], expected=words["protected"])
    more = protection.allows - (issued.allows if issued else frozenset()) - HARMLESS
    if more:
        yield form.finding(Code.S05, found=words["allows"].format(what=listed(sorted(more))))
    if protection.unknown:
        yield form.finding(Code.S05, found=words["allows"].format(what=listed(protection.unknown)))
    for area in form.sheet.protected_ranges:
        at = area.ranges[0] if area.ranges else None
        place = (at.top, at.left) if at else (1, 1)
        text = words["range"].format(name=area.name, area=at.a1 if at else "")
        yield form.finding_now(Code.S05, place, found=text)
    yield from _unlocked(form)


def _unlocked(form: FormPair) -> Iterator[Finding]:
    """Cells that were locked and no longer are; what lies under a merge, or holds nothing, is not judged."""
    words = wording("recheck")["protection"]
    locked = (*form.issued.formulas, *(cell for cell in form.issued.constants if cell.value is not None))
    keys = [(issued.row, issued.column) for issued, found in form.pairs(locked) if not found.format.locked]
    for area in gather(keys):
        text = words["unlocked"].format(area=area.a1)
        yield form.finding(Code.S05, (area.top, area.left), found=text, expected=words["locked"])
