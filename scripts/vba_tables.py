"""Print templates/vba/patterns.toml: the patterns of zpj.quantity, compiled for the VBA of a form.

    python scripts/vba_tables.py > templates/vba/patterns.toml

Run it whenever a pattern or the vocabulary has changed; tests/vba/test_patterns.py says when it is due.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence

import pattern_compiler

from zpj.vba.quantity_tables import CHARACTER_SETS, PATTERNS

NUMBERS_PER_LINE = 24


def main() -> None:
    """Write the file to standard output."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write("\n".join(_lines()) + "\n")


def _lines() -> Iterator[str]:
    yield "# Patterns of zpj.quantity as programs for ZpjPattern.bas, written by scripts/vba_tables.py."
    yield ""
    yield "[operations]"
    for name in pattern_compiler.OPERATIONS:
        yield f"{name} = {getattr(pattern_compiler, name)}"
    start = 0
    for name, pattern in PATTERNS.items():
        code = pattern_compiler.program(pattern, start)
        yield from _program(name, start, code, pattern.groupindex)
        start += len(code)
    for name, belongs in CHARACTER_SETS.items():
        code = pattern_compiler.one_of(filter(belongs, pattern_compiler.characters()))
        yield from _program(name, start, code, {})
        start += len(code)


def _program(name: str, start: int, code: Sequence[int], groups: Mapping[str, int]) -> Iterator[str]:
    yield ""
    yield f"[program.{name}]"
    yield f"start = {start}"
    yield f"groups = {{ {', '.join(f'{group} = {number}' for group, number in groups.items())} }}"
    yield "code = ["
    for first in range(0, len(code), NUMBERS_PER_LINE):
        yield f"    {', '.join(map(str, code[first : first + NUMBERS_PER_LINE]))},"
    yield "]"


if __name__ == "__main__":
    main()
