"""Files that are damaged, hostile, of another type or too large: one finding each, cheaply."""

import io
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from support.handmade import Parts, content_types, workbook_parts, zip_parts
from support.hostile_workbooks import AMBIGUOUS, GOOD, HOSTILE, SHEET, replaced
from zpj.model.errors import UnreadableFile
from zpj.xlsx import LIMITS, Limits, open_workbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def refusal(path: Path, limits: Limits = LIMITS) -> str:
    """The code with which ``path`` is refused: exactly one finding, and it names the file."""
    with pytest.raises(UnreadableFile) as caught:
        open_workbook(path, limits)
    (finding,) = caught.value.findings
    assert finding.place.file == str(path)
    return finding.code


def zipped(parts: Parts) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "X01"),
        (bytes(range(256)) * 40, "X01"),
        (zipped(GOOD)[:-30], "X01"),
        (zipped(GOOD)[: len(zipped(GOOD)) // 2], "X01"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "X01"),
        (OLE + "Workbook".encode("utf-16-le"), "X03"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "X03"),
        ("\ufeff<!DOCTYPE html>".encode("utf-16"), "X03"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', "X03"),
        ("项目,分值\n一,10\n".encode("gb18030"), "X03"),
        ("项目\t分值\n".encode("utf-16"), "X03"),
        (b"%PDF-1.7", "X03"),
        (zipped({"inner.zip": zipped(GOOD)}), "X03"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "X03"),
    ],
)  # fmt: skip
def test_the_content_tells_what_a_file_is_not_its_name(tmp_path, content, code):
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    assert refusal(path) == code


@pytest.mark.parametrize(
    "kind",
    [
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
        "application/vnd.ms-excel.sheet.binary.macroEnabled.main",
        "text/plain",
    ],
)
def test_an_office_file_without_a_workbook_is_another_type(tmp_path, kind):
    parts = GOOD | {"[Content_Types].xml": content_types(kind)}
    assert refusal(zip_parts(tmp_path / "a.xlsx", parts)) == "X03"


def test_a_missing_file_and_a_folder_are_unreadable(tmp_path):
    assert refusal(tmp_path / "none.xlsx") == "X01"
    assert refusal(tmp_path) == "X01"


@pytest.mark.parametrize("name", HOSTILE)
def test_what_no_program_writes_is_refused(tmp_path, name):
    assert refusal(zip_parts(tmp_path / "a.xlsx", HOSTILE[name])) == "X02"


@pytest.mark.parametrize("name", AMBIGUOUS)
def test_what_programs_would_read_differently_is_ambiguous(tmp_path, name):
    assert refusal(zip_parts(tmp_path / "a.xlsx", AMBIGUOUS[name])) == "X06"


def test_an_archive_with_one_name_twice_is_ambiguous(tmp_path):
    path = zip_parts(tmp_path / "a.xlsx", GOOD)
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr(SHEET, "<worksheet/>")
    assert refusal(path) == "X06"


def test_a_name_that_differs_between_directory_and_content_is_ambiguous(tmp_path):
    path = zip_parts(tmp_path / "a.xlsx", GOOD)
    # The first occurrence is the one in front of the content, the directory comes last.
    path.write_bytes(path.read_bytes().replace(SHEET.encode(), SHEET.encode().replace(b"1", b"2"), 1))
    assert refusal(path) == "X06"


def test_an_entry_that_the_directory_does_not_list_is_ambiguous(tmp_path):
    """A reader that goes through the file, and not by its directory, finds it."""
    good, other = zipped(GOOD), zipped({"xl/hidden.xml": "x"})
    path = tmp_path / "a.xlsx"
    for content in (other + good, good[:-2] + len(other).to_bytes(2, "little") + other):
        path.write_bytes(content)
        assert refusal(path) == "X06"


@pytest.mark.parametrize("rows", ["<row><c>", "<row>&undefined;</row>"])
def test_a_sheet_that_is_no_xml_is_damaged(tmp_path, rows):
    assert refusal(zip_parts(tmp_path / "a.xlsx", workbook_parts(rows))) == "X01"


SHARED = 't="shared" si="0"'


def oversized() -> dict[str, tuple[Parts, Limits]]:
    cell = '<c t="inlineStr"><is><t>{}</t></is></c>'
    return {
        "bomb of spaces": (
            replaced(SHEET, "</row>", "</row>" + " " * (8 << 20)),
            Limits(inflated_bytes=1 << 20),
        ),
        "bomb in the shared strings": (
            GOOD | {"xl/sharedStrings.xml": b"x" * (8 << 20)},
            Limits(inflated_bytes=1 << 20),
        ),
        "many rows": (workbook_parts("<row/>" * (LIMITS.tags + 1)), LIMITS),
        "many cells": (workbook_parts("<row><c/><c/></row>" * 6), Limits(cells=10)),
        "long text": (workbook_parts(f"<row>{cell.format('x' * 101)}</row>"), Limits(characters=100)),
        "long formula": (workbook_parts(f"<row><c><f>{'x' * 101}</f></c></row>"), Limits(characters=100)),
        "long tag": (
            replaced(SHEET, "<row ", "<row " + " ".join(f'a{key}=""' for key in range(200_000)) + " "),
            LIMITS,
        ),
        "much shared": (
            workbook_parts(f"<row><c><f {SHARED}>{'x' * 60}</f></c>{f'<c><f {SHARED}/></c>' * 2}</row>"),
            Limits(shared_characters=100),
        ),
        "many styles": (workbook_parts(styles="<xf/>" * 11), Limits(styles=10)),
        "long number format": (workbook_parts(formats={164: "0" * 1025}), LIMITS),
        "many number formats": (workbook_parts(formats={200: "0"}), Limits(number_formats=9)),
        "many merges": (
            workbook_parts(after="<mergeCells>" + '<mergeCell ref="A1:B2"/>' * 11 + "</mergeCells>"),
            Limits(merges=10),
        ),
        "many ranges": (
            workbook_parts(after='<conditionalFormatting sqref="'+ 11 * "A1 " + '"/>'),
            Limits(ranges=10),
        ),
        "much around the cells": (
            workbook_parts(after="<phoneticPr>" + "<x/>" * 200_001 + "</phoneticPr>"),
            Limits(part_tags=200_000),
        ),
        "many files": (GOOD | {f"xl/{number}.xml": "" for number in range(20)}, Limits(entries=20)),
        "many sheets": (
            replaced("xl/workbook.xml", "</sheets>", '<sheet name="乙" sheetId="2" r:id="rId2"/></sheets>'),
            Limits(sheets=1),
        ),
    }  # fmt: skip


@pytest.mark.parametrize("name", oversized())
def test_what_exceeds_a_limit_is_too_large(tmp_path, name):
    parts, limits = oversized()[name]
    assert refusal(zip_parts(tmp_path / "a.xlsx", parts), limits) == "X04"


def test_a_large_file_is_refused_by_its_size(tmp_path):
    path = zip_parts(tmp_path / "a.xlsx", GOOD)
    assert refusal(path, Limits(file_bytes=path.stat().st_size - 1)) == "X04"


def test_array_formulas_over_everything_do_not_multiply(tmp_path):
    rows = "".join(
        f'<row r="{row}"><c r="A{row}"><f t="array" ref="A{row}:XFD1048576">1</f></c></row>'
        for row in range(1, 101)
    )
    assert refusal(zip_parts(tmp_path / "a.xlsx", workbook_parts(rows)), Limits(cells=5_000)) == "X04"


def test_declared_sizes_are_not_believed(tmp_path):
    path = zip_parts(tmp_path / "a.xlsx", oversized()["bomb of spaces"][0])
    with zipfile.ZipFile(path) as archive:
        size = archive.getinfo(SHEET).file_size
    path.write_bytes(path.read_bytes().replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little")))
    with zipfile.ZipFile(path) as archive:
        assert archive.getinfo(SHEET).file_size == 100
    assert refusal(path, Limits(inflated_bytes=1 << 20)) == "X04"


TENTH = Limits(inflated_bytes=LIMITS.inflated_bytes // 10, tags=LIMITS.tags // 10, cells=LIMITS.cells // 10)
COSTLY: dict[str, Parts] = {
    "cells": workbook_parts("<row>" + "<c/>" * 16_384 + "</row>" + "<row><c/></row>" * 33_000),
    "attributes": replaced(SHEET, "<row ", "<row " + " ".join(f'a{key}=""' for key in range(60_000)) + " "),
    "styles": workbook_parts(styles="<xf/>" * 65_536),
    "strings": workbook_parts(strings="<si/>" * 290_000),
    "columns": workbook_parts(
        before="<cols>" + "".join(f'<col min="{n}" max="{n}"/>' for n in range(1, 16_385)) + "</cols>"
    ),
    "ranges": workbook_parts(after=('<conditionalFormatting sqref="' + "A1:B2 " * 90_000 + '"/>') * 2),
    "characters": workbook_parts(strings="<si><t>&#8805;</t></si>" * 70_000),
}  # fmt: skip


@pytest.mark.parametrize("name", COSTLY)
def test_memory_is_bounded_within_the_limits(tmp_path, name):
    """At a tenth of the limits, to be quick; the limits promise 300 MB."""
    path = zip_parts(tmp_path / "a.xlsx", COSTLY[name])
    tracemalloc.start()
    open_workbook(path, TENTH)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 30 << 20
