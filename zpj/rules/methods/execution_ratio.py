"""预算执行率 by ``ratio``: the rate, at most 1, times full marks."""

from collections.abc import Iterator

from zpj.rules.methods.method import ExecutionMethod, Part, Sentences
from zpj.rules.profile import Profile
from zpj.rules.written_numbers import points


def _words(profile: Profile, says: Sentences) -> Iterator[str]:
    yield says["rule"].format(points=points(profile.execution.points))


def _problems(profile: Profile, says: Sentences) -> Iterator[tuple[str, str]]:
    if profile.execution.steps:
        yield "execution.step", says["has_steps"]


METHOD = ExecutionMethod(
    part=Part.EXECUTION,
    name="ratio",
    share=lambda _, rate: min(1.0, rate),
    words=_words,
    problems=_problems,
)
