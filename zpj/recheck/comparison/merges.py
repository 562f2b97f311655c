"""Merged cells (S11): a merge that was added covers what lies beneath it."""

from collections.abc import Iterator

from zpj.model.codes import Code
from zpj.model.findings import Finding
from zpj.recheck.form_pair import FormPair
from zpj.texts import wording
from zpj.texts.punctuation import listed
from zpj.xlsx.references import Range


def s11_merges(form: FormPair) -> Iterator[Finding]:
    """Merges that were issued and are gone, and those that were not issued; one finding a cell."""
    words = wording("recheck")["merge"]
    issued = {now for area in form.issued.merges if (now := form.moves.range(area)) is not None}
    found = set(form.sheet.merges)
    changes: dict[tuple[int, int], list[str]] = {}
    for area in sorted(found - issued):
        if _touches(form, area):
            changes.setdefault((area.top, area.left), []).append(words["added"].format(area=area.a1))
    for area in sorted(issued - found):
        if area.area > 1:
            changes.setdefault((area.top, area.left), []).append(words["gone"].format(area=area.a1))
    for key, texts in sorted(changes.items()):
        yield form.finding_now(Code.S11, key, found=listed(texts))


def _touches(form: FormPair, area: Range) -> bool:
    """Whether the merge covers anything of the form; below it and beside it nobody is misled."""
    last = form.issued.layout.last_row
    return area.top <= (form.moves.rows.get(last, last) or last) and area.left <= len(form.columns.widths)
