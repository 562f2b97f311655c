"""Everything else in the file: macros, links, embedded objects (S08), and what is not understood (S19)."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from zpj.model.codes import Code
from zpj.model.findings import Finding, Place, Severity, finding
from zpj.recheck.returned_file import Returned
from zpj.texts import wording
from zpj.xlsx.model.book import PartInfo, Workbook

FOREIGN = {
    "vbaProject": "macros",
    "vbaProjectSignature": "macros",
    "wordVbaData": "macros",
    "xlMacrosheet": "macros",
    "xlIntlMacrosheet": "macros",
    "macrosheet": "macros",
    "dialogsheet": "macros",
    "externalLink": "external_link",
    "externalLinkPath": "external_link",
    "oleObject": "embedded",
    "package": "embedded",
    "activeXControl": "activex",
    "activeXControlBinary": "activex",
    "control": "activex",
    "connections": "connection",
    "queryTable": "connection",
    "customData": "connection",
    "webextension": "interface",
    "webextensiontaskpanes": "interface",
    "extensibility": "interface",
    "ui/extensibility": "interface",
    "attachedToolbars": "interface",
    "pivotTable": "pivot",
    "pivotCacheDefinition": "pivot",
    "slicer": "pivot",
    "timeline": "pivot",
}
"""What an .xlsx form never has, by the kind of its relationship; the keys of the texts."""
HARMLESS = frozenset({
    "officeDocument", "worksheet", "styles", "theme", "sharedStrings", "calcChain", "printerSettings",
    "core-properties", "extended-properties", "custom-properties", "metadata/core-properties", "thumbnail",
    "comments", "threadedComment", "person", "vmlDrawing", "drawing", "image", "chart", "chartsheet", "hyperlink",
    "sheetMetadata", "revisionHeaders", "usernames", "customXml", "customXmlProps", "ctrlProp", "table",
    "chartColorStyle", "chartStyle", "chartUserShapes", "diagramData", "diagramLayout", "diagramQuickStyle",
    "diagramColors", "diagramDrawing", "volatileDependencies", "rdRichValue", "rdRichValueStructure",
    "rdRichValueTypes", "richValueRel", "cellImage", "customStorage", "themeOverride", "font", "digital-signature/origin",
})  # fmt: skip
"""Kinds that programs write, or that are looked at where they show: as sheets, drawings, comments."""
FOREIGN_NAMES = re.compile(
    r"vbaproject|vbadata|macrosheets/|dialogsheets/|externallinks/|embeddings/|activex/|connections\.xml|querytables/"
    r"|customui|webextensions/|datamashup",
    re.IGNORECASE,
)
"""What a part is, by its name, where its relationship does not say so."""


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
        if part.kind.startswith("?") or (part.kind and part.kind not in HARMLESS and part.kind not in FOREIGN):
            yield finding(Code.S19, place, found=f"{part.name} {part.kind.removeprefix('?')}".strip())
        elif not part.kind and part.times == 0 and not _is_bookkeeping(part):
            yield finding(Code.S19, place, found=words["unreachable"].format(name=part.name))
    for element in returned.book.unknown:
        yield finding(Code.S19, place, found=element.name)
    for sheet in returned.book.sheets:
        for element in sheet.unknown:
            yield finding(Code.S19, replace(place, sheet=sheet.name), found=element.name)
    for ambiguity in returned.book.ambiguities:
        entry = finding(Code.X06, replace(place, cell=ambiguity.cell), found=f"{ambiguity.part} {ambiguity.what}".strip())
        yield replace(entry, severity=Severity.ERROR)


def _place(returned: Returned) -> Place:
    return Place(returned.file, returned.stamp.project if returned.stamp else "")


@lru_cache(maxsize=64)  # the forms of a batch have the same parts
def _foreign_parts(parts: tuple[PartInfo, ...]) -> tuple[tuple[str, str], ...]:
    """What does not belong in a form, and the first part of each kind."""
    found: dict[str, str] = {}
    for part in parts:
        what = FOREIGN.get(part.kind) or (_by_name(part.name) if FOREIGN_NAMES.search(part.name) else None)
        if what is not None and part.kind not in ("ctrlProp",):
            found.setdefault(what, part.name)
    return tuple(found.items())


def _foreign(book: Workbook) -> Iterator[tuple[str, str]]:
    yield from _foreign_parts(book.parts)
    for sheet in book.sheets:
        if sheet.kind in ("macrosheet", "dialogsheet"):
            yield "macros", sheet.part


def _by_name(name: str) -> str:
    lower = name.lower()
    for sign, what in (
        ("externallinks", "external_link"),
        ("embeddings", "embedded"),
        ("activex", "activex"),
        ("connections", "connection"),
        ("querytables", "connection"),
        ("datamashup", "connection"),
        ("customui", "interface"),
        ("webextensions", "interface"),
    ):
        if sign in lower:
            return what
    return "macros"


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
    from zpj.xlsx.references import cell_name

    name, key = cells[0]
    return replace(_place(returned), sheet=name, cell=cell_name(*key))


def _is_macro_enabled(book: Workbook) -> bool:
    return any(part.kind == "officeDocument" and "macroEnabled" in part.content_type for part in book.parts)


def _is_bookkeeping(part: PartInfo) -> bool:
    """Relationships and content types hold the package together; nothing leads to them."""
    return part.name.endswith((".rels", "/")) or part.name == "[Content_Types].xml"
