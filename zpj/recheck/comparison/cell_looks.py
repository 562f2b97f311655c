"""How cells look (F08): letters, fill and alignment of what is locked; whether answers can be read."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache

from zpj.model.codes import Code
from zpj.model.findings import Finding, Severity
from zpj.recheck.comparison.readability import is_readable, is_symbol_font
from zpj.recheck.form_pair import FormPair
from zpj.recheck.issued_form import Key
from zpj.texts import wording
from zpj.xlsx.model.cell import Cell
from zpj.xlsx.model.looks import CellFormat
from zpj_generator.layout.form_section import INPUT
from zpj_generator.sheet.ranges import gather

MOST = 8
"""Places that are listed one by one; a program that drops all styles changes every cell."""


def f08_looks_different(form: FormPair) -> Iterator[Finding]:
    """Locked cells that look otherwise than issued, and any cell whose content cannot be read.

    An error where something cannot be read, a warning where it only looks different. The font itself, its
    border and what lies under a merge are free: programs change them when they save.
    """
    hidden: list[Key] = []
    changed: dict[str, list[Key]] = {}
    covered: set[Key] | None = None
    for issued, cell in form.pairs(form.issued.cells.values()):
        found, meant = cell.format, form.issued.format(issued)
        if (found is meant and cell.extra is None) or _is_empty(cell):
            continue
        key = issued.row, issued.column
        covered = _covered(form) if covered is None else covered
        if key in covered:
            continue
        if not _can_be_read(cell, meant):
            hidden.append(key)
        elif not issued.style.endswith(INPUT):
            for facet in _differences(found, meant):
                changed.setdefault(facet, []).append(key)
    words = wording("recheck")["look"]
    for entry in _findings(form, words["unreadable"], hidden):
        yield replace(entry, severity=Severity.ERROR)
    for facet, keys in changed.items():
        yield from _findings(form, words[facet], keys)


def _findings(form: FormPair, what: str, keys: list[Key]) -> Iterator[Finding]:
    areas = list(gather(keys))
    if len(areas) > MOST:
        text = wording("recheck")["look"]["many"].format(count=len(keys))
        yield form.finding(Code.F08, min(keys), found=text, what=what)
        return
    for area in areas:
        key = area.top, area.left
        yield form.finding(Code.F08, key, found=f"{form.cell(key).text} {area.a1}".strip(), what=what)


def _covered(form: FormPair) -> set[Key]:
    """Cells under a merge, its first one apart: programs write their looks anew."""
    keys: set[Key] = set()
    for area in form.issued.merges:
        keys.update(area.keys_among(form.issued.cells))
        keys.discard((area.top, area.left))
    return keys


def _is_empty(cell: Cell) -> bool:
    return cell.value is None and cell.error is None and cell.written is None


def _can_be_read(cell: Cell, meant: CellFormat) -> bool:
    if cell.extra is not None and any(
        run.font is not None
        and run.text.strip()
        and not is_readable(replace(cell.format, font=run.font), meant)
        for run in cell.extra.runs
    ):
        return False
    return is_readable(cell.format, meant)


@lru_cache(maxsize=4096)
def _differences(found: CellFormat, meant: CellFormat) -> tuple[str, ...]:
    """The facets in which two formats look different; keys of the texts."""
    return tuple(facet for facet, same in FACETS.items() if not same(found, meant))


FACETS: dict[str, Callable[[CellFormat, CellFormat], bool]] = {
    "color": lambda found, meant: found.font.color == meant.font.color,
    "size": lambda found, meant: found.font.size == meant.font.size,
    "letters": lambda found, meant: (
        (found.font.bold, found.font.italic, found.font.underline, found.font.strike, found.font.position)
        == (meant.font.bold, meant.font.italic, meant.font.underline, meant.font.strike, meant.font.position)
        and is_symbol_font(found.font.name) == is_symbol_font(meant.font.name)
    ),
    "fill": lambda found, meant: (
        (found.fill.pattern, found.fill.foreground, found.fill.gradient)
        == (meant.fill.pattern, meant.fill.foreground, meant.fill.gradient)
    ),
    "alignment": lambda found, meant: found.alignment == meant.alignment,
    "unknown": lambda found, _: not found.unknown and not found.font.unknown and not found.fill.unknown,
}
"""What is compared of a locked cell."""
