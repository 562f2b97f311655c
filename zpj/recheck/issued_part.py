"""What of a project its form fixes, and where two definitions differ in that."""

from collections.abc import Iterator
from dataclasses import fields, replace

from zpj.model.project import Fund, Indicator, Project
from zpj.texts import wording
from zpj.texts.punctuation import clauses, labelled

Record = Project | Fund | Indicator
SHOWN = 3
"""So many differences are spelled out."""
LONGEST = 40
"""Characters of a text that are shown."""


def issued_part(project: Project) -> Project:
    """``project`` without what a filler may change anyway: prefilled inputs."""
    return replace(
        project,
        leader="",
        phone="",
        completion="",
        funds=tuple(replace(fund, spent=None) for fund in project.funds),
        indicators=tuple(
            replace(
                each,
                actual="",
                tier=None,
                ratio=None,
                deduction=None,
                reason="",
                evidence="",
                printed_score=None,
            )
            for each in project.indicators
        ),
    )


def differences(before: Project, after: Project) -> str:
    """Where the fixed parts of two definitions differ, in Chinese; the first few, and how many there are."""
    words = wording("recheck")["revision"]
    found = [*_differences(issued_part(before), issued_part(after))]
    shown = clauses(found[:SHOWN])
    return shown if len(found) <= SHOWN else words["more"].format(shown=shown, count=len(found))


def _differences(before: Project, after: Project) -> Iterator[str]:
    words = wording("recheck")["revision"]
    yield from _fields(before, after, "")
    for source in dict.fromkeys(fund.source for fund in (*before.funds, *after.funds)):
        yield from _fields(before.fund(source), after.fund(source), source)
    if len(before.indicators) != len(after.indicators):
        yield words["change"].format(
            what=words["count"], before=len(before.indicators), after=len(after.indicators)
        )
        return
    for old, new in zip(before.indicators, after.indicators, strict=True):
        yield from _fields(old, new, new.level3)


def _fields(before: Record, after: Record, where: str) -> Iterator[str]:
    words = wording("recheck")["revision"]
    for field in fields(before):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if old != new and not isinstance(old, tuple):
            what = labelled(where, words["field"][field.name])
            yield words["change"].format(what=what, before=_shown(old), after=_shown(new))


def _shown(value: object) -> str:
    if value is None or value == "":
        return str(wording("recheck")["revision"]["nothing"])
    text = f"{value:.15g}" if isinstance(value, float) else str(value)
    return text if len(text) <= LONGEST else text[:LONGEST]
