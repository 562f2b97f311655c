"""Merged cells (S11): a merge that was added covers what lies beneath it."""

from collections.abc import Iterator

from zpj.model.codes import Code
from zpj.model.findings import Finding
from zpj.recheck.form_pair import FormPair
from zpj.texts import wording
from zpj.xlsx.references import Range


def s11_merges(form: FormPair) -> Iterator[Finding]:
    """Merges that were issued and are gone, and those that were not issued."""
    words = wording("recheck")["merge"]
    issued = {now: area for area in form.issued.merges if (now := form.moves.range(area)) is not None}
    found = set(form.sheet.merges)
    for area in sorted(found - set(issued)):
        if _touches(form, area):
            yield form.finding_now(Code.S11, (area.top, area.left), found=words["added"].format(area=area.a1))
    for now, area in sorted(issued.items()):
        if now not in found and now.area > 1:
            yield form.finding(Code.S11, (area.top, area.left), found=words["gone"].format(area=area.a1))


def _touches(form: FormPair, area: Range) -> bool:
    """Whether the merge covers anything of the form; below it and beside it nobody is misled."""
    last = form.issued.layout.last_row
    return area.top <= (form.moves.rows.get(last, last) or last) and area.left <= len(form.columns.widths)
