"""A whole form written again in a dialect: parts renamed, related and typed as the program does it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree
from openpyxl.writer.theme import theme_xml

from support.savers import book, controls, grid, properties, sheet, styles
from support.savers.dialect import Dialect
from support.savers.grid import Ink
from support.savers.package import (
    CONTENT_TYPES,
    DECLARATION,
    C,
    R,
    Relation,
    main,
    pack,
    parse,
    related,
    relations,
    relations_name,
    relationships_xml,
    unpack,
)
from support.savers.strings import Strings, shared_texts

_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_VBA = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
# A printer's settings are bytes of Windows that begin with its name; nobody else reads them.
_PRINTER = (
    "Microsoft Print to PDF".encode("utf-16-le").ljust(64, b"\0") + b"\x01\x04\x00\x06\xdc\x00" + bytes(150)
)


@dataclass(slots=True)
class _Out:
    """The archive while it is written."""

    parts: dict[str, bytes | str] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    defaults: dict[str, str] = field(default_factory=dict)

    def add(self, part: str, data: bytes | str, content_type: str) -> str:
        self.parts[part] = data
        self.types[part] = content_type
        return part

    def relate(self, part: str, entries: list[Relation]) -> None:
        if entries:
            self.parts[relations_name(part)] = relationships_xml(part, entries)


def rewrite(data: bytes, dialect: Dialect) -> bytes:
    """The form as the program of ``dialect`` would save it. Unknown parts are not carried along."""
    parts = unpack(data)
    source = related(parts, "", "officeDocument") or "xl/workbook.xml"
    root = parse(parts[source])
    macros = related(parts, source, "vbaProject")
    out = _Out(
        defaults={
            "rels": "application/vnd.openxmlformats-package.relationships+xml",
            "xml": "application/xml",
        }
    )
    sheets = book.sheets(root)
    names = {relation.id: relation.target for relation in relations(parts, source)}
    roots = [parse(parts[names[each.relation]]) for each in sheets]
    look = _styles(parts, source, roots, dialect)
    strings = Strings(look.phonetic_font if dialect.revisions else None)
    ink = Ink(dialect, strings, _shared(parts, source), look.cells)
    rules = [rule for each in roots for rule in sheet.rules(each)]
    differential = {rule: len(rules) - 1 - at for at, rule in enumerate(rules)}
    for at, each in enumerate(roots, 1):
        _sheet(out, parts, names[sheets[at - 1].relation], at, each, ink, differential)
    out.add("xl/styles.xml", look.xml, f"{_SHEET}.styles+xml")
    out.add(
        "xl/theme/theme1.xml",
        theme_xml.replace('<?xml version="1.0"?>', DECLARATION, 1),
        f"{_OFFICE}.theme+xml",
    )
    out.add("xl/sharedStrings.xml", strings.xml(), f"{_SHEET}.sharedStrings+xml")
    _workbook(out, root, roots, dialect, None if macros is None else parts[macros])
    _documents(out, root, parts, dialect)
    out.parts[CONTENT_TYPES] = _content_types(out)
    return pack(out.parts)


def _styles(
    parts: Mapping[str, bytes], source: str, roots: list[etree._Element], dialect: Dialect
) -> styles.Styles:
    part = parse(parts[related(parts, source, "styles") or ""])
    used = set[int]().union(*map(grid.used_styles, roots))
    rules = [int(rule.get("dxfId", "0")) for root in roots for rule in sheet.rules(root)]
    return styles.rewrite(part, used, rules, dialect)


def _shared(parts: Mapping[str, bytes], source: str) -> list[str]:
    table = related(parts, source, "sharedStrings")
    return shared_texts(None if table is None else parse(parts[table]))


def _sheet(
    out: _Out,
    parts: Mapping[str, bytes],
    old: str,
    at: int,
    root: etree._Element,
    ink: Ink,
    differential: Mapping[etree._Element, int],
) -> None:
    part = f"xl/worksheets/sheet{at}.xml"
    entries: list[Relation] = []
    printer = None
    if ink.dialect.revisions and root.find(main("pageSetup")) is not None:
        name = f"xl/printerSettings/printerSettings{at}.bin"
        out.parts[name] = _PRINTER
        out.defaults["bin"] = f"{_SHEET}.printerSettings"
        entries.append(Relation("rId1", f"{R}/printerSettings", name))
        printer = "rId1"
    tail = _buttons(out, parts, old, at, entries, ink.dialect)
    out.add(
        part,
        sheet.sheet_xml(root, part, ink, differential, sheet.Ends(printer, tail)),
        f"{_SHEET}.worksheet+xml",
    )
    out.relate(part, entries)


def _buttons(
    out: _Out, parts: Mapping[str, bytes], old: str, at: int, entries: list[Relation], dialect: Dialect
) -> str:
    """The parts of the buttons, and the elements by which the sheet points at them."""
    drawing = related(parts, old, "vmlDrawing")
    found = [] if drawing is None else controls.buttons(parts[drawing])
    if not found:
        return ""
    out.defaults["vml"] = f"{_OFFICE}.vmlDrawing"
    out.parts[f"xl/drawings/vmlDrawing{at}.vml"] = controls.vml(found)
    first = len(entries) + 1
    vml = Relation(f"rId{first + 1}", f"{R}/vmlDrawing", f"xl/drawings/vmlDrawing{at}.vml")
    if not dialect.revisions:
        entries.append(vml)
        return f'<legacyDrawing r:id="{vml.id}"/>'
    name = out.add(f"xl/drawings/drawing{at}.xml", controls.drawing_xml(found), f"{_OFFICE}.drawing+xml")
    entries += [Relation(f"rId{first}", f"{R}/drawing", name), vml]
    for number in range(1, len(found) + 1):
        name = out.add(f"xl/ctrlProps/ctrlProp{number}.xml", controls.CONTROL_XML, controls.CONTROL_TYPE)
        entries.append(Relation(f"rId{first + 1 + number}", f"{R}/ctrlProp", name))
    shown = controls.controls_xml(found, first + 2)
    return f'<drawing r:id="rId{first}"/><legacyDrawing r:id="{vml.id}"/>{shown}'


def _workbook(
    out: _Out, root: etree._Element, roots: list[etree._Element], dialect: Dialect, macros: bytes | None
) -> None:
    kind = "application/vnd.ms-excel.sheet.macroEnabled.main+xml" if macros else f"{_SHEET}.sheet.main+xml"
    out.add("xl/workbook.xml", book.workbook_xml(root, dialect, macros=macros is not None), kind)
    entries = [
        *((f"{R}/worksheet", f"xl/worksheets/sheet{at}.xml") for at in range(1, len(roots) + 1)),
        (f"{R}/theme", "xl/theme/theme1.xml"),
        (f"{R}/styles", "xl/styles.xml"),
        (f"{R}/sharedStrings", "xl/sharedStrings.xml"),
    ]
    if macros is not None:
        out.add("xl/vbaProject.bin", macros, "application/vnd.ms-office.vbaProject")
        entries.append((_VBA, "xl/vbaProject.bin"))
    numbers = [each.number for each in book.sheets(root)]
    formulas = [
        (int(number), cell.get("r", ""))
        for number, each in zip(numbers, roots, strict=True)
        for cell in each.iter(main("c"))
        if cell.find(main("f")) is not None
    ]
    if dialect.revisions and formulas:
        out.add("xl/calcChain.xml", book.calc_chain(formulas), f"{_SHEET}.calcChain+xml")
        entries.append((f"{R}/calcChain", "xl/calcChain.xml"))
    listed = [Relation(f"rId{at}", kind, target) for at, (kind, target) in enumerate(entries, 1)]
    # Both write them in an order of their own, which says nothing.
    out.relate("xl/workbook.xml", listed[::-1])


def _documents(out: _Out, root: etree._Element, parts: Mapping[str, bytes], dialect: Dialect) -> None:
    titles = [each.name for each in book.sheets(root)]
    names = [
        _title(each, titles)
        for each in root.iter(main("definedName"))
        if each.get("hidden") not in ("1", "true")
    ]
    core = next((parts[name] for name in parts if name.endswith("core.xml")), None)
    out.add(
        "docProps/app.xml",
        properties.app_xml(titles, sorted(names), dialect),
        f"{_OFFICE}.extended-properties+xml",
    )
    out.add(
        "docProps/core.xml",
        properties.core_xml(None if core is None else parse(core)),
        "application/vnd.openxmlformats-package.core-properties+xml",
    )
    entries = [
        Relation("rId1", f"{R}/officeDocument", "xl/workbook.xml"),
        Relation("rId2", _PACKAGE, "docProps/core.xml"),
        Relation("rId3", f"{R}/extended-properties", "docProps/app.xml"),
    ]
    if not dialect.revisions:
        out.add("docProps/custom.xml", properties.custom_xml(), f"{_OFFICE}.custom-properties+xml")
        entries.append(Relation("rId4", f"{R}/custom-properties", "docProps/custom.xml"))
    out.relate("", entries[::-1] if dialect.revisions else entries)


def _title(name: etree._Element, sheets: list[str]) -> str:
    """A name as the properties list it: 自评表!Print_Area."""
    local, word = name.get("localSheetId"), name.get("name", "").removeprefix("_xlnm.")
    return word if local is None else f"{sheets[int(local)]}!{word}"


def _content_types(out: _Out) -> str:
    defaults = "".join(
        f'<Default Extension="{name}" ContentType="{kind}"/>' for name, kind in sorted(out.defaults.items())
    )
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in sorted(out.types.items())
    )
    return f'{DECLARATION}<Types xmlns="{C}">{defaults}{overrides}</Types>'
