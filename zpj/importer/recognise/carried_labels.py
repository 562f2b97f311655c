"""First and second level of every line: printed once and carried down, or known by their meaning."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from zpj.importer.recognise.level_labels import (
    LEVELS,
    both_levels,
    is_first,
    is_level,
    is_second,
    label,
    meant_first,
    official_first,
    whole_second,
)
from zpj.importer.typed_text import squeeze


class LevelPair(NamedTuple):
    """First and second level of a row; blank where there is none."""

    level1: str
    level2: str


def join_cut_labels(texts: Sequence[str]) -> list[str]:
    """The texts of one column of labels; one cut over several rows is put together where it begins."""
    whole = list(texts)
    printed = [index for index, text in enumerate(texts) if text]
    begin = printed[0] if printed else 0
    for index in printed[1:]:
        parts = whole[begin], whole[index]
        if is_level(label("".join(parts))) and not all(is_level(label(part)) for part in parts):
            whole[begin], whole[index] = "".join(parts), ""
        else:
            begin = index
    return whole


def carry_down(printed: Iterable[LevelPair]) -> list[LevelPair]:
    """Both levels of every row from the texts printed on it (blank where none is).

    A label printed on the row itself counts. One carried from above yields to a second level that means
    another first level: 社会效益指标 below 产出指标 belongs to 效益指标, by the name the form uses for it.
    """
    labels = [_in_its_column(*pair) for pair in printed]
    names = {meaning: first for first, _ in reversed(labels) if (meaning := meant_first(first))}
    level1 = level2 = ""
    levels: list[LevelPair] = []
    for own1, own2 in labels:
        if own1 and own1 != level1:
            level1, level2 = own1, ""
        elif own2 and not own1:
            level1 = _first_for(own2, level1, names)
        level2 = own2 or level2
        levels.append(LevelPair(level1, level2 or LEVELS.only_second.get(level1, level1)))
    return levels


def _in_its_column(own1: str, own2: str) -> LevelPair:
    """A second level printed in the column of the first, or in one cell with it, goes where it belongs.

    So does 成本指标 alone: as a first level it comes with a second one, or with points of its own.
    """
    name1, name2 = label(own1), label(own2)
    both = None if own2 else both_levels(name1)
    if both:
        return LevelPair(official_first(both[0]), whole_second(both[1]))
    is_moved = is_second(name1) and not is_first(name1)
    is_lone_cost = meant_first(name1) == LEVELS.names.cost and not name2 and squeeze(own1) == name1
    if is_moved or is_lone_cost:
        return LevelPair("", whole_second(name2 or name1))
    return LevelPair(official_first(name1), whole_second(name2))


def _first_for(level2: str, level1: str, names: dict[str, str]) -> str:
    """The first level of ``level2``, printed without a first level below ``level1``."""
    meaning = meant_first(level2)
    if meaning == LEVELS.names.cost and LEVELS.names.cost not in names:
        meaning = LEVELS.names.output
    if meaning is None or (level1 and meant_first(level1) in (None, meaning)):
        return level1
    return names.get(meaning, meaning)
