"""A profile in words: the sentences of ``zpj rules show`` and of the 填报说明 sheet."""

from collections.abc import Iterator

from zpj.rules.methods.method import Part
from zpj.rules.methods.registry import chosen_methods, sentences
from zpj.rules.profile import Block, Profile
from zpj.rules.written_numbers import percent, points
from zpj.texts import wording

FILLERS_SHOWN, POINTERS_SHOWN = 5, 1


def describe(profile: Profile) -> tuple[str, ...]:
    """The rules of ``profile``, one sentence per rule, every number taken from the profile."""
    return tuple(_sentences(profile))


def _sentences(profile: Profile) -> Iterator[str]:
    says = wording("rules")["profile"]
    blocks = says["separator"].join(map(_block, profile.blocks))
    full, execution = points(profile.total.points), points(profile.execution.points)
    yield says["points"].format(execution=execution, blocks=blocks, total=full)
    by_part = {
        method.part: tuple(method.words(profile, sentences(method.part, method.name)))
        for method in chosen_methods(profile)
    }
    (rounding,), (total,) = by_part.pop(Part.ROUNDING), by_part.pop(Part.TOTAL)
    for words in by_part.values():
        yield from words
    yield says["deduction"]
    reason = profile.reason
    fillers = says["separator"].join(reason.fillers[:FILLERS_SHOWN])
    elsewhere = says["separator"].join(reason.elsewhere[:POINTERS_SHOWN])
    yield says["reason"].format(
        excess=percent(reason.over_completion), fillers=fillers, elsewhere=elsewhere, brief=reason.brief
    )
    yield says["rounding"].format(rounding=rounding, decimals=profile.rounding.decimals, total=total)
    yield says["grades"].format(grades=says["separator"].join(_grades(profile)))


def _block(block: Block) -> str:
    says = wording("rules")["profile"]
    if block.points is None:
        return str(says["open_block"].format(name=block.name))
    return str(says["block"].format(name=block.name, points=points(block.points)))


def _grades(profile: Profile) -> Iterator[str]:
    says = wording("rules")["profile"]
    lowest, *better = profile.grades
    for grade in reversed(better):
        yield says["grade"].format(low=points(grade.low), name=grade.name)
    yield says["lowest_grade"].format(name=lowest.name)
