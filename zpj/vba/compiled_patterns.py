"""The patterns of :mod:`zpj.quantity` as programs for VBA, read from ``templates/vba/patterns.toml``.

VBA has no regular expressions on every machine. ``scripts/vba_tables.py`` compiles them when zpj is built.
"""

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from zpj.rendering import templates_folder


@dataclass(frozen=True, slots=True)
class Program:
    """A compiled pattern: where it starts among all programs, its instructions, its groups by name."""

    name: str
    start: int
    code: tuple[int, ...]
    groups: Mapping[str, int]


@cache
def programs() -> tuple[Program, ...]:
    """Every program, one behind the other."""
    return tuple(
        Program(
            name,
            program["start"],
            tuple(program["code"]),
            {f"{name}_{group}".upper(): number for group, number in program["groups"].items()},
        )
        for name, program in _file()["program"].items()
    )


def operations() -> Mapping[str, int]:
    """The numbers of the instructions."""
    numbers: Mapping[str, int] = _file()["operations"]
    return numbers


def require_programs(names: Collection[str]) -> None:
    """Check that just these patterns were compiled.

    Raises:
        LookupError: the file is older than the patterns.
    """
    compiled = [program.name for program in programs()]
    if compiled != list(names):
        raise LookupError(f"patterns.toml has {compiled}, not {list(names)}: run scripts/vba_tables.py")


@cache
def _file() -> Mapping[str, Any]:
    return tomllib.loads((templates_folder() / "vba/patterns.toml").read_text(encoding="utf-8"))
