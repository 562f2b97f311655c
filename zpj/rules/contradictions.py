"""Contradictions inside a profile: points that do not add up, bands that overlap or leave a gap."""

from collections.abc import Iterator

from zpj.rules.bands import lookup_problems
from zpj.rules.methods.registry import chosen_methods, sentences
from zpj.rules.profile import Profile
from zpj.rules.reason import Flaw, ReasonRule
from zpj.rules.written_numbers import points
from zpj.texts import wording

MOST_DECIMALS = 4
LONGEST_BRIEF = 20
"""Characters; a form that asks for more of every reason is asking for padding."""
FEWEST_REPEATED = 2


def contradictions(profile: Profile) -> Iterator[tuple[str, str]]:
    """Key and description of everything in ``profile`` that cannot be right."""
    yield from _points(profile)
    for method in chosen_methods(profile):
        yield from method.problems(profile, sentences(method.part, method.name))
    yield from lookup_problems("grade", [grade.low for grade in profile.grades], starts_at_zero=True)
    if not 0 <= profile.rounding.decimals <= MOST_DECIMALS:
        yield "rounding.decimals", wording("rules")["problem"]["decimals"].format(most=MOST_DECIMALS)
    yield from _reason(profile.reason)


def _points(profile: Profile) -> Iterator[tuple[str, str]]:
    says = wording("rules")["problem"]
    parts = [block.points for block in profile.blocks]
    if any(part < 0 for part in (profile.execution.points, *(part or 0 for part in parts))):
        yield "block", says["negative_points"]
    known = [part for part in parts if part is not None]
    if len(known) == len(parts) and profile.execution.points + sum(known) != profile.total.points:
        yield "block", says["points_sum"].format(total=points(profile.total.points))
    names = [name for block in profile.blocks for name in (block.name, *block.aliases)]
    if len(names) != len(set(names)):
        yield "block", says["same_block"]


def _reason(reason: ReasonRule) -> Iterator[tuple[str, str]]:
    says = wording("rules")["problem"]
    if not 1 <= reason.least <= reason.brief <= LONGEST_BRIEF:
        yield "reason.least", says["reason_sizes"].format(most=LONGEST_BRIEF)
    if reason.repeated < FEWEST_REPEATED:
        yield "reason.repeated", says["reason_repeated"].format(least=FEWEST_REPEATED)
    known = [flaw.value for flaw in Flaw]
    for name in reason.warnings:
        if name not in known:
            names = says["separator"].join(known)
            yield "reason.warnings", says["unknown_flaw"].format(found=name, names=names)
