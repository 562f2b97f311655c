"""预算执行率 by ``steps``: the points of the highest step that the rate reaches."""

from collections.abc import Iterator

from zpj.rules.bands import band_of, lookup_problems
from zpj.rules.methods.method import ExecutionMethod, Part, Sentences
from zpj.rules.profile import Execution, Profile
from zpj.rules.written_numbers import percent, points


def _share(rule: Execution, rate: float) -> float:
    step = band_of(rule.steps, rate)
    return step.points / rule.points if step else 0.0


def _words(profile: Profile, says: Sentences) -> Iterator[str]:
    steps = (
        says["step"].format(low=percent(step.low), points=points(step.points))
        for step in reversed(profile.execution.steps)
    )
    yield says["rule"].format(steps=says["separator"].join(steps))


def _problems(profile: Profile, says: Sentences) -> Iterator[tuple[str, str]]:
    steps, key = profile.execution.steps, "execution.step"
    yield from lookup_problems(key, [step.low for step in steps], starts_at_zero=True)
    if not steps or max(step.points for step in steps) != profile.execution.points:
        yield key, says["best_step"]


METHOD = ExecutionMethod(part=Part.EXECUTION, name="steps", share=_share, words=_words, problems=_problems)
