"""Everything else in the file: macros, links, embedded objects (S08), and what is not understood (S19)."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from zpj.model.codes import Code
from zpj.model.findings import Finding, Place, Severity, finding
from zpj.recheck.returned_file import Returned
from zpj.texts import wording
from zpj.xlsx.model.book import PartInfo, Workbook
from zpj.xlsx.references import cell_name

_KINDS = tomllib.loads((files("zpj.recheck.comparison") / "part_kinds.toml").read_text(encoding="utf-8"))
FOREIGN: Mapping[str, str] = _KINDS["foreign"]
FOREIGN_NAMES: Mapping[str, str] = _KINDS["foreign_names"]
BY_NAME = ("xl/worksheets/", "xl/workbook", "xl/styles", "xl/sharedstrings")
"""Parts that some programs find by their names alone, so that one nothing leads to is shown there."""
HARMLESS = frozenset(_KINDS["harmless"]["kinds"])


def s08_foreign_content(returned: Returned) -> Iterator[Finding]:
    """Macros, links to elsewhere and embedded objects; a form issued as .xlsm has macros of ours."""
    words, place = wording("recheck")["part"], _place(returned)
    for what, name in _foreign(returned.book):
        if what == "macros" and returned.has_macros and name.lower().endswith("vbaproject.bin"):
            continue
        yield finding(Code.S08, _linked_cell(returned, what) or place, found=name, what=words[what])
    for link in returned.book.external_targets:
        if link.kind not in ("hyperlink", "image", "externalLinkPath", "customXml"):
            yield finding(Code.S08, place, found=link.target, what=words["external_link"])
        elif link.kind == "image":
            yield finding(Code.S08, place, found=link.target, what=words["linked_picture"])
    if returned.has_macros and not _is_macro_enabled(returned.book):
        yield finding(Code.S08, place, found=Path(returned.file).name, what=words["type"])


def s19_not_understood(returned: Returned) -> Iterator[Finding]:
    """Parts and elements nothing is known about, and what programs may read differently."""
    place, words = _place(returned), wording("recheck")["part"]
    for part in returned.book.parts:
        if part.kind.startswith("?") or (
            part.kind and part.kind not in HARMLESS and part.kind not in FOREIGN
        ):
            yield finding(Code.S19, place, found=f"{part.name} {part.kind.removeprefix('?')}".strip())
        elif not part.kind and part.times == 0 and part.name.lower().startswith(BY_NAME):
            yield finding(Code.S19, place, found=words["unreachable"].format(name=part.name))
    for element in returned.book.unknown:
        yield finding(Code.S19, place, found=element.name)
    for sheet in returned.book.sheets:
        for element in sheet.unknown:
            yield finding(Code.S19, replace(place, sheet=sheet.name), found=element.name)
    for ambiguity in returned.book.ambiguities:
        entry = finding(
            Code.X06, replace(place, cell=ambiguity.cell), found=f"{ambiguity.part} {ambiguity.what}".strip()
        )
        yield replace(entry, severity=Severity.ERROR)


def _place(returned: Returned) -> Place:
    return Place(returned.file, returned.stamp.project if returned.stamp else "")


@lru_cache(maxsize=64)  # the forms of a batch have the same parts
def _foreign_parts(parts: tuple[PartInfo, ...]) -> tuple[tuple[str, str], ...]:
    """What does not belong in a form, and the first part of each kind."""
    found: dict[str, str] = {}
    for part in parts:
        what = FOREIGN.get(part.kind) or _by_name(part.name)
        if what is not None:
            found.setdefault(what, part.name)
    return tuple(found.items())


def _foreign(book: Workbook) -> Iterator[tuple[str, str]]:
    yield from _foreign_parts(book.parts)
    for sheet in book.sheets:
        if sheet.kind in ("macrosheet", "dialogsheet"):
            yield "macros", sheet.part


def _by_name(name: str) -> str | None:
    lower = name.lower()
    return next((what for sign, what in FOREIGN_NAMES.items() if sign in lower), None)


def _linked_cell(returned: Returned, what: str) -> Place | None:
    """The one cell whose formula reaches outside the workbook; ``None`` where there is none, or several."""
    if what != "external_link":
        return None
    cells = [
        (sheet.name, key)
        for sheet in returned.book.sheets
        for key, cell in sheet.cells.items()
        if cell.written is not None and "[" in (cell.formula or "")
    ]
    if len(cells) != 1:
        return None
    name, key = cells[0]
    return replace(_place(returned), sheet=name, cell=cell_name(*key))


def _is_macro_enabled(book: Workbook) -> bool:
    return any(part.kind == "officeDocument" and "macroEnabled" in part.content_type for part in book.parts)
