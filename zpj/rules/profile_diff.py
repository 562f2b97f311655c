"""Two profiles side by side: every key whose value differs."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import cast

from zpj.rules.profile import Profile
from zpj.texts.punctuation import listed


@dataclass(frozen=True, slots=True)
class Difference:
    """One key that two profiles fill differently; an empty text means the key is absent there."""

    key: str
    left: str
    right: str


def compare_profiles(left: Profile, right: Profile) -> tuple[Difference, ...]:
    """Where ``left`` and ``right`` differ, in the order of the profile format."""
    mine, theirs = dict(_flattened("", left)), dict(_flattened("", right))
    return tuple(
        Difference(key, mine.get(key, ""), theirs.get(key, ""))
        for key in dict.fromkeys([*mine, *theirs])
        if mine.get(key, "") != theirs.get(key, "")
    )


def _flattened(key: str, value: object) -> Iterator[tuple[str, str]]:
    if is_dataclass(value):
        for field in fields(value):
            yield from _flattened(f"{key}.{field.name}".lstrip("."), getattr(value, field.name))
    elif isinstance(value, tuple):
        yield from _flattened_list(key, cast("tuple[object, ...]", value))
    elif isinstance(value, float):
        yield key, f"{value:g}"
    else:
        yield key, str(value)


def _flattened_list(key: str, items: tuple[object, ...]) -> Iterator[tuple[str, str]]:
    if items and is_dataclass(items[0]):
        for item in items:
            yield from _flattened(f"{key}[{_name(item)}]", item)
    else:
        yield key, listed(map(str, items))


def _name(row: object) -> str:
    """What tells a row of a list from its neighbours: its name, tier or lower bound."""
    for field in ("name", "tier", "low"):
        if hasattr(row, field):
            return str(getattr(row, field))
    raise TypeError(row)
