"""Forms under the profiles of ``tests/data/profiles``: the edges of every method."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from support.cases import GRADE_CASES
from support.forms import numeric, project_of
from zpj.model.project import TOTAL_FUND, Fund, Indicator, Kind, Project, Tier


@dataclass(frozen=True, slots=True)
class Case:
    """A form under a profile: its scores in order, execution first (``None``: blank), its total and grade."""

    id: str
    profile: str
    project: Project
    scores: tuple[float | None, ...]
    total: float | None = None
    grade: str | None = None


def spent(percent: float) -> Fund:
    return Fund(TOTAL_FUND, 100, 100, percent)


def reverse(actual: str, target: str = "≤100") -> Indicator:
    return replace(numeric(10, actual=actual), target=target, kind=Kind.REVERSE)


def judged(tier: Tier, ratio: float) -> Indicator:
    return replace(numeric(10, actual="已建立"), kind=Kind.QUALITATIVE, tier=tier, ratio=ratio)


def cases() -> Iterator[Case]:
    yield Case(
        "execution-20", "execution-20", project_of([numeric(80)], spent(74.377)), (14.88, 80), 94.88, "优"
    )
    steps = {120: 10, 100: 10, 99.99: 7, 80: 7, 79.99: 5, 60: 5, 59.99: 0, 0: 0}
    for percent, points in steps.items():
        project = project_of([numeric(90)], spent(percent))
        yield Case(f"step-at-{percent:g}%", "execution-steps", project, (points, 90), points + 90, "优")

    def other(name: str, indicator: Indicator, score: float | None) -> Case:
        total = None if score is None else 90 + score
        project = project_of([numeric(80), indicator])
        return Case(name, "other-numbers", project, (10, 80, score), total, None if total is None else "优")

    yield other("no-over-completion", numeric(10, actual="900"), 10)
    yield other("distance-kept", reverse("100"), 10)
    yield other("distance-passed", reverse("112.5"), 8.75)
    yield other("distance-half-cent", reverse("101.25", "≤100"), 9.88)
    yield other("distance-twice", reverse("200"), 0)
    yield other("distance-beyond-twice", reverse("350"), 0)
    yield other("distance-zero-ceiling", reverse("1", "0"), 0)
    yield other("tier-from-50%", judged(Tier.PARTLY, 0.5), 5)
    yield other("tier-below-50%", judged(Tier.MISSED, 0.4999), 5)
    yield other("tier-outside-50%", judged(Tier.PARTLY, 0.4999), None)
    for total, grade in {80: "优", 79.99: "良", 70: "良", 69.99: "中", 60: "中", 59.99: "差"}.items():
        cut = round(100 - total, 2)
        project = project_of([numeric(50, deduction=cut), numeric(40)])
        scores = (10, round(50 - cut, 2), 40)
        yield Case(f"grade-at-{total:g}", "other-numbers", project, scores, total, grade)
    yield Case("capped", "capped-total", project_of([numeric(90)], spent(60)), (6, 90), 60, "中")
    yield Case(
        "capped-half-cent", "capped-total", project_of([numeric(90)], spent(86.545)), (8.65, 90), 86.55, "良"
    )
    yield Case(
        "capped-by-nothing", "capped-total", project_of([numeric(90)], spent(120)), (10, 90), 100, "优"
    )
    yield Case("below-the-cap", "capped-total", project_of([numeric(40)], spent(60)), (6, 40), 46, "差")
    thirds = project_of([replace(numeric(10, actual="1"), target="3")] * 3)
    yield Case("thirds", "rounded-total", thirds, (10, 10 / 3, 10 / 3, 10 / 3), 20, "差")
    for case in GRADE_CASES:
        cut = round(100 - case.total, 3)
        project = project_of([numeric(50, deduction=cut), numeric(40)])
        shown = float(f"{case.total + 1e-9:.2f}")
        yield Case(case.id, "rounded-total", project, (10, 50 - cut, 40), shown, case.grade)


CASES = tuple(cases())
