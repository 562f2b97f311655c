"""Regular expressions for VBA, which has none: each compiled to whole numbers that ``ZpjPattern.bas`` runs.

Python's own parser reads the patterns of :mod:`zpj.quantity`, so the two read a text alike by construction.
That parser is private to Python and may change, so it runs here, in a build step, and never at a user's.
Only what those patterns use is compiled; anything else is a ``KeyError`` here, not a difference there.
"""

# Nothing describes the types of that parser.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any, TypeAlias

Instructions: TypeAlias = list[int]
Node: TypeAlias = tuple[Any, Any]

OPERATIONS = (
    "CHARACTER",
    "ONE_OF",
    "SPLIT",
    "JUMP",
    "SAVE",
    "LOOK",
    "BEFORE",
    "AHEAD",
    "AT_END",
    "DONE",
)
CHARACTER, ONE_OF, SPLIT, JUMP, SAVE, LOOK, BEFORE, AHEAD, AT_END, DONE = range(1, len(OPERATIONS) + 1)
"""The instructions, and what follows them:

=========  ==================================================================================
CHARACTER  its code
ONE_OF     1 to negate, number of ranges, first and last code of each
SPLIT      where to go, where to go if that fails
JUMP       where to go
SAVE       which mark
LOOK       1 to negate, where to go on; the pattern to look for stands between
BEFORE     like ONE_OF, of the character before
AHEAD      like ONE_OF, of the character ahead, which is not passed
=========  ==================================================================================

Where to go counts from the first instruction of all programs.
"""


def program(pattern: re.Pattern[str], start: int) -> Instructions:
    """``pattern`` as instructions that begin at ``start``.

    Mark 2n is where group n starts, 2n+1 the place behind its end.
    """
    tree = _parser.parse(pattern.pattern)
    firsts = _firsts([*_sequence(tree, 0), DONE], 0)
    # Most places of a text are passed by at the first look.
    gate = [AHEAD, *one_of(map(chr, firsts))[1:-1]] if firsts else []
    return [*gate, *_sequence(tree, start + len(gate)), DONE]


def one_of(characters: Iterable[str]) -> Instructions:
    """A program for one of ``characters``."""
    bounds = ranges(characters)
    return [ONE_OF, 0, len(bounds) // 2, *bounds, DONE]


def _firsts(code: Instructions, at: int) -> frozenset[int]:
    """What a match from ``at`` on can begin with; empty where that is anything, or there may be nothing."""
    match code[at:]:
        case [int(kind), character, *_] if kind == CHARACTER:
            return frozenset({character})
        case [int(kind), 0, count, *bounds] if kind == ONE_OF:
            runs = zip(bounds[: 2 * count : 2], bounds[1 : 2 * count : 2], strict=True)
            return frozenset(code for first, last in runs for code in range(first, last + 1))
        case [int(kind), one, other, *_] if kind == SPLIT:
            either = _firsts(code, one), _firsts(code, other)
            return either[0] | either[1] if all(either) else frozenset()
        case [int(kind), to, *_] if kind == JUMP:
            return _firsts(code, to)
        case [int(kind), _, *_] if kind == SAVE:
            return _firsts(code, at + 2)
        case [int(kind), _, count, *_] if kind == BEFORE:
            return _firsts(code, at + 3 + 2 * count)
        case _:
            return frozenset()


def characters() -> Iterator[str]:
    """Every character that is one UTF-16 unit, as VBA counts."""
    return map(chr, range(0x10000))


def ranges(characters: Iterable[str]) -> Instructions:
    """First and last code of every run of ``characters``, ascending."""
    codes = sorted(set(map(ord, characters)))
    starts = [codes[0], *(after for before, after in pairwise(codes) if after != before + 1)]
    ends = [*(before for before, after in pairwise(codes) if after != before + 1), codes[-1]]
    return [bound for run in zip(starts, ends, strict=True) for bound in run]


def _sequence(nodes: Iterable[Node], at: int) -> Instructions:
    code: Instructions = []
    for kind, operand in nodes:
        code += _COMPILERS[kind](operand, at + len(code))
    return code


def _character(operand: int, _: int) -> Instructions:
    return [CHARACTER, operand]


def _not_character(operand: int, _: int) -> Instructions:
    return [ONE_OF, 1, 1, operand, operand]


def _one_of(operand: list[Node], _: int) -> Instructions:
    negated = operand[0][0] is _constants.NEGATE
    bounds = ranges(chr(code) for node in operand[negated:] for code in _codes(node))
    return [ONE_OF, int(negated), len(bounds) // 2, *bounds]


def _codes(node: Node) -> Iterable[int]:
    kind, operand = node
    if kind is _constants.LITERAL:
        return (operand,)
    if kind is _constants.RANGE:
        return range(operand[0], operand[1] + 1)
    return _CATEGORIES[operand]


def _branch(operand: tuple[None, list[Any]], at: int) -> Instructions:
    *earlier, last = operand[1]
    code: Instructions = []
    jumps: list[int] = []
    for alternative in earlier:
        start = at + len(code)
        body = _sequence(alternative, start + 3)
        code += [SPLIT, start + 3, start + 3 + len(body) + 2, *body, JUMP, 0]
        jumps.append(len(code) - 1)
    code += _sequence(last, at + len(code))
    for jump in jumps:
        code[jump] = at + len(code)
    return code


def _group(operand: tuple[int | None, int, int, Any], at: int) -> Instructions:
    number, _, _, body = operand
    if number is None:
        return _sequence(body, at)
    return [SAVE, 2 * number, *_sequence(body, at + 2), SAVE, 2 * number + 1]


def _repeat(operand: tuple[int, Any, Any], at: int) -> Instructions:
    least, most, body = operand
    code: Instructions = []
    for _ in range(least):
        code += _sequence(body, at + len(code))
    if most is _constants.MAXREPEAT:
        start = at + len(code)
        again = _sequence(body, start + 3)
        return [*code, SPLIT, start + 3, start + 3 + len(again) + 2, *again, JUMP, start]
    splits: list[int] = []
    for _ in range(most - least):
        code += [SPLIT, at + len(code) + 3, 0]
        splits.append(len(code) - 1)
        code += _sequence(body, at + len(code))
    for split in splits:
        code[split] = at + len(code)
    return code


def _look(operand: tuple[int, Any], at: int, negated: int = 0) -> Instructions:
    _, body = operand
    inner = _sequence(body, at + 3)
    return [LOOK, negated, at + 3 + len(inner) + 1, *inner, DONE]


def _look_not(operand: tuple[int, Any], at: int) -> Instructions:
    direction, body = operand
    if direction > 0:
        return _look(operand, at, negated=1)
    [(_, characters)] = body
    _, _, *bounds = _one_of(characters, at)
    return [BEFORE, 1, *bounds]


def _end(_: object, __: int) -> Instructions:
    return [AT_END]


_COMPILERS: Mapping[Any, Callable[[Any, int], Instructions]] = {
    _constants.LITERAL: _character,
    _constants.NOT_LITERAL: _not_character,
    _constants.IN: _one_of,
    _constants.BRANCH: _branch,
    _constants.SUBPATTERN: _group,
    _constants.MAX_REPEAT: _repeat,
    _constants.ASSERT: _look,
    _constants.ASSERT_NOT: _look_not,
    _constants.AT: _end,
}
_CATEGORIES = {_constants.CATEGORY_SPACE: tuple(map(ord, filter(str.isspace, characters())))}
