"""The workbook around its sheets: names, windows, calculation, every part and what leads outside."""

from pathlib import Path

import pytest

from support.handmade import (
    OFFICE,
    SHEET_TYPES,
    WORKBOOK_TYPE,
    Parts,
    content_types,
    relationships,
    workbook_parts,
    zip_parts,
)
from zpj.model.errors import UnreadableFile
from zpj.xlsx import Workbook, open_workbook
from zpj.xlsx.model.book import Calculation, DefinedName, ExternalLink, ExternalTarget, PartInfo
from zpj.xlsx.model.element import Element
from zpj.xlsx.model.protection import BookProtection, Password
from zpj.xlsx.model.views import Window

BOOK = "xl/workbook.xml"


def book(tmp_path: Path, before: str = "", after: str = "", parts: Parts | None = None) -> Workbook:
    """A workbook part with this before and after its list of sheets."""
    made: Parts = workbook_parts()
    text = str(made[BOOK]).replace("<sheets>", f"{before}<sheets>").replace("</sheets>", f"</sheets>{after}")
    return open_workbook(zip_parts(tmp_path / "a.xlsx", made | {BOOK: text} | (parts or {})))


def test_names_in_full(tmp_path):
    names = book(
        tmp_path,
        after="<definedNames>"
        "<definedName name='_xlnm.Print_Area' localSheetId='0'>'甲'!$A$1:$I$9</definedName>"
        '<definedName name="f" hidden="1" function="1" vbProcedure="1" xlm="1" shortcutKey="q" '
        'comment="c" description="d">'
        "'甲 乙'!$A$1</definedName></definedNames>",
    ).names
    assert names == (
        DefinedName("_xlnm.Print_Area", "甲!$A$1:$I$9", "甲"),
        DefinedName("f", "'甲 乙'!$A$1", "", True, True, True, True, "q", "c", (("description", "d"),)),
    )


@pytest.mark.parametrize("name", ["A1", "R1C1", "2020", "甲-乙", "a b"])
def test_a_sheet_that_needs_quotes_keeps_them(tmp_path, name):
    (found,) = book(
        tmp_path, after=f"<definedNames><definedName name='x'>'{name}'!A1</definedName></definedNames>"
    ).names
    assert found.formula == f"'{name}'!A1"


def test_windows_calculation_and_protection(tmp_path):
    found = book(
        tmp_path,
        '<fileVersion appName="Calc"/><workbookPr date1904="1" codeName="B" filterPrivacy="1" '
        'showObjects="none" '
        'defaultThemeVersion="1"/><workbookProtection lockStructure="1" workbookAlgorithmName="SHA-512" '
        'workbookHashValue="h" '
        'workbookSaltValue="s" workbookSpinCount="9" revisionsPassword="ab"/><bookViews><workbookView '
        'visibility="hidden" '
        'minimized="1" showHorizontalScroll="0" showSheetTabs="0" xWindow="-9999" yWindow="1" '
        'windowWidth="2" windowHeight="3" '
        'tabRatio="0" firstSheet="1" activeTab="2"/></bookViews>',
        '<calcPr calcId="191029" calcMode="manual" iterate="1" fullPrecision="0" calcOnSave="0" '
        'fullCalcOnLoad="1"/>',
    )
    assert found.windows == (
        Window("hidden", True, False, True, False, -9999, 1, 2, 3, tab_ratio=0, first_sheet=1, active=2),
    )
    assert found.active_sheet == 2
    assert found.calculation == Calculation(
        "manual", iterates=True, full_precision=False, on_load=True, on_save=False, engine="191029"
    )
    assert found.protection == BookProtection(
        True, passwords=(Password("SHA-512", "h", "s", 9),), revision_passwords=(Password("legacy", "AB"),)
    )
    assert (found.application, found.date1904, found.code_name) == ("Calc", True, "B")
    assert found.properties == (("filterPrivacy", "1"), ("showObjects", "none"))


def test_what_is_rare_or_strange_in_the_workbook_is_kept(tmp_path):
    found = book(
        tmp_path,
        '<fileSharing readOnlyRecommended="1"/>',
        '<customWorkbookViews/><z:a xmlns:z="urn:z"/><extLst><ext uri="x">'
        '<x15:b xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"/></ext></extLst>',
    )
    assert [element.name for element in found.rare] == ["fileSharing", "customWorkbookViews"]
    assert found.unknown == (Element("{urn:z}a"),)
    assert found.extensions == ("x15:b",)


def linked(*more: tuple[str, str, str]) -> Parts:
    """Relationships of the workbook, these besides the usual ones."""
    usual = {
        "rId1": ("worksheet", "worksheets/sheet1.xml"),
        "rId2": ("sharedStrings", "sharedStrings.xml"),
        "rId3": ("styles", "styles.xml"),
    }
    return {"xl/_rels/workbook.xml.rels": relationships(usual | {key: (kind, to) for key, kind, to in more})}


def test_every_part_is_listed_with_how_it_is_reached(tmp_path):
    found = book(
        tmp_path,
        parts=linked(
            ("rId7", "customXml", "../customXml/item1.xml"), ("rId8", "customXml", "../customXml/item1.xml")
        )
        | {"customXml/item1.xml": "<x/>", "xl/stray.bin": b"x"},
    )
    by_name = {part.name: part for part in found.parts}
    assert by_name["customXml/item1.xml"] == PartInfo(
        "customXml/item1.xml", "application/xml", "customXml", BOOK, 2
    )
    assert by_name["xl/stray.bin"] == PartInfo("xl/stray.bin")
    assert by_name[BOOK] == PartInfo(BOOK, WORKBOOK_TYPE, "officeDocument", "", 1)
    assert "xl/_rels/workbook.xml.rels" not in by_name
    assert "xl/_rels/workbook.xml.rels" in found.part_names


def test_a_part_that_is_gone_is_listed_as_missing(tmp_path):
    found = book(
        tmp_path, parts=linked(("rId7", "calcChain", "calcChain.xml"), ("rId8", "theme", "theme/theme1.xml"))
    )
    assert [(part.name, part.kind) for part in found.missing_parts] == [
        ("xl/calcChain.xml", "calcChain"),
        ("xl/theme/theme1.xml", "theme"),
    ]


def test_types_of_relationships_that_nobody_knows_are_named(tmp_path):
    parts = linked()
    text = str(parts["xl/_rels/workbook.xml.rels"])
    more = '<Relationship Id="x" Type="urn:new/thing" Target="thing.xml"/>'
    parts["xl/_rels/workbook.xml.rels"] = text.replace("</Relationships>", f"{more}</Relationships>")
    found = book(tmp_path, parts=parts | {"xl/thing.xml": "<x/>"})
    assert [part.kind for part in found.parts if part.name == "xl/thing.xml"] == ["?urn:new/thing"]


def test_linked_workbooks_by_the_number_that_formulas_give_them(tmp_path):
    link = "xl/externalLinks/externalLink1.xml"
    outside = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" '
        f'Type="{OFFICE}/externalLinkPath" Target="other.xlsx" TargetMode="External"/></Relationships>'
    )
    parts = linked(("rId7", "externalLink", "externalLinks/externalLink1.xml")) | {
        link: "<externalLink/>",
        "xl/externalLinks/_rels/externalLink1.xml.rels": outside,
        "[Content_Types].xml": content_types(WORKBOOK_TYPE, {link: "externalLink"}),
    }
    assert SHEET_TYPES in str(parts["[Content_Types].xml"])
    found = book(
        tmp_path,
        after='<externalReferences><externalReference r:id="rId7"/></externalReferences>',
        parts=parts,
    )
    assert found.external_links == (ExternalLink(1, link, "other.xlsx"),)
    assert found.external_targets == (ExternalTarget(link, "externalLinkPath", "other.xlsx"),)


def test_a_sheet_of_old_macros_has_no_part(tmp_path):
    made: Parts = workbook_parts()
    text = str(made[BOOK]).replace(
        "</sheets>", '<sheet name="宏" sheetId="2" state="veryHidden" r:id=""/></sheets>'
    )
    found = open_workbook(zip_parts(tmp_path / "a.xlsx", made | {BOOK: text}))
    assert [(sheet.name, sheet.kind, sheet.part) for sheet in found.sheets][1:] == [("宏", "module", "")]


def test_a_refusal_names_the_sheet_and_the_cell(tmp_path):
    parts: Parts = workbook_parts('<row r="7"><c r="B7"><v>1_0</v></c></row>')
    with pytest.raises(UnreadableFile) as refused:
        open_workbook(zip_parts(tmp_path / "a.xlsx", parts))
    (finding,) = refused.value.findings
    assert (finding.code, finding.place.sheet, finding.place.cell) == ("X06", "甲", "B7")
    assert "xl/worksheets/sheet1.xml" in finding.message
