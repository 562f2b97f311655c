"""A form without a stamp against the definition of its project, as far as what is printed goes."""

from collections.abc import Iterator
from dataclasses import replace

from zpj.importer import TableColumn, TypedForm, TypedRow
from zpj.model.codes import Code
from zpj.model.findings import Finding, Place, Severity, finding
from zpj.model.project import Indicator, Project
from zpj.texts import wording
from zpj.texts.punctuation import labelled


def no_stamp(place: Place, issued: Project | None, how: str) -> Finding:
    """S01: how a form without a stamp was rechecked (a key of the texts), and which project it was taken for.

    A hint where it was typed elsewhere; an error where it was issued and its stamp taken out.
    """
    words = wording("recheck")["unstamped"]
    if issued is not None and how == "typed":
        how = "matched"
    told = words[how].format(code=issued.code, name=issued.name) if issued else words[how]
    entry = finding(Code.S01, place, found=issued.code if issued else "", how=told)
    return replace(entry, severity=Severity.ERROR) if how in ("compared", "stamp_gone") else entry


def not_as_defined(typed: TypedForm, issued: Project) -> Iterator[Finding]:
    """The year (S21), indicators, targets and points (F04) that are printed otherwise than defined."""
    words, place = wording("recheck")["unstamped"], replace(typed.place, cell="")
    if typed.project.year and typed.project.year != issued.year:
        yield finding(Code.S21, place, found=typed.project.year, expected=issued.year)
    rows = {_plain(row.indicator.level3): row for row in typed.rows}
    for indicator in issued.indicators:
        row = rows.get(_plain(indicator.level3))
        if row is None:
            found, what = words["not_found"], words["indicator"]
            yield finding(Code.F04, place, found=found, expected=indicator.level3, what=what)
        else:
            yield from _row(row, indicator)


def _row(row: TypedRow, issued: Indicator) -> Iterator[Finding]:
    words, found = wording("recheck")["unstamped"], row.indicator
    if _plain(found.target) != _plain(issued.target):
        place = row.place(TableColumn.TARGET)
        yield finding(
            Code.F04, place, found=found.target, expected=issued.target, what=_of(issued, words["target"])
        )
    if found.points != issued.points:
        place, points = row.place(TableColumn.POINTS), f"{issued.points:.15g}"
        yield finding(
            Code.F04,
            place,
            found=f"{found.points:.15g}",
            expected=points,
            what=_of(issued, words["points"]),
        )


def _of(issued: Indicator, what: str) -> str:
    return labelled(issued.level3, what)


def _plain(text: str) -> str:
    return "".join(text.split())
