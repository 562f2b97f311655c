"""Hostile Word and text files: one report that can be shown, in bounded time, whatever they declare."""

import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from time import process_time

import pytest
from rich.console import Console

from support.handmade import zip_parts
from support.rechecks import recheck_one
from support.typed_form import HEADER
from support.word import cell, docx, paragraph, plain, row, table
from zpj.recheck.folder import Returns, recheck_set
from zpj.recheck.outputs.as_html import folder_html
from zpj.recheck.outputs.as_json import folder_json
from zpj.recheck.outputs.as_terminal import print_report
from zpj.recheck.recheck_file import Issuer
from zpj.recheck.report import Status

SECONDS = 5.0
"""Of processor time for one file; the costliest of these takes about a third."""
HEAD = "\t".join(map(str, HEADER))
INDICATOR = "\t产出指标\t数量指标\t甲\t5个\t5个\t10\t10\t"


def symbol(attributes: str) -> bytes:
    return docx(table(HEADER, row(cell(paragraph(f"<w:r><w:sym {attributes}/></w:r>", "甲")))))


def spanning(name: str, columns: str) -> bytes:
    """Rows whose cells, or whose gap before them, take so many columns."""
    properties = f'<w:{name} w:val="{columns}"/>'
    inside = properties if name == "gridBefore" else ""
    wide = f"<w:tc><w:tcPr>{'' if inside else properties}</w:tcPr>{paragraph('甲')}</w:tc>"
    return docx(table(HEADER, *[row(wide * 3, properties=inside)] * 2))


def nested(depth: int) -> bytes:
    opened, closed = "<w:tbl><w:tr><w:tc>" * depth, "</w:tc></w:tr></w:tbl>" * depth
    return docx(f"{opened}{paragraph('甲')}{closed}")


def runs(length: int, count: int) -> str:
    """A table cell of one paragraph."""
    return cell(paragraph(*["甲" * length] * count))


def torn(lines: int) -> bytes:
    """A row whose last cell goes on for so many lines."""
    return f"{HEAD}\n{INDICATOR}因\n".encode() + (b"x" * 40 + b"\n") * lines


def in_a_row(target: str) -> bytes:
    return f"{HEAD}\n{INDICATOR.replace('5个', target, 1)}".encode()


HOSTILE: Mapping[str, tuple[bytes, str]] = {
    "symbol without code": (symbol(""), "X01"),
    "symbol beyond unicode": (symbol('w:char="FFFFFFFFFF"'), "X01"),
    "span of 4,299 digits": (spanning("gridSpan", "9" * 4_299), "X01"),
    "span of a thousand million": (spanning("gridSpan", "1000000000"), "X01"),
    "gap of a thousand million": (spanning("gridBefore", "1000000000"), "X01"),
    "tables 80 deep": (nested(80), "I05"),
    "tables 500 deep": (nested(500), "X02"),
    "50 MB of blanks": (docx(paragraph(" " * 50_000_000)), "X04"),
    "a cell of many long runs": (docx(table(HEADER, row(runs(20_000, 200)))), "X04"),
    "2,000,000 lines": (b"x\n" * 2_000_000, "X04"),
    "one line of 50 MB": (b"x" * 50_000_000, "X04"),
    "one line of 4 MB": (b"x" * 4_000_000, "X04"),
    "nothing but tabs": (b"\t" * 4_000_000, "X04"),
    "nothing but quotes": (b'"' * 4_000_000, "X04"),
    "null characters": (b"a\tb\0\n" * 1_000, "X03"),
    "a cell torn into 95,000 lines": (torn(95_000), "X04"),
    "a number of 3,000,000 digits": (in_a_row("5" * 3_000_000), "X04"),
    "3,000,000 brackets": (in_a_row("(" * 3_000_000), "X04"),
    "tags without end": (in_a_row("<p " * 1_000_000), "X04"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_has_one_finding_in_bounded_time(name: str, tmp_path: Path) -> None:
    content, code = HOSTILE[name]
    path = tmp_path / ("form.docx" if content.startswith(b"PK") else "form.txt")
    path.write_bytes(content)
    start = process_time()
    assert shown(path) == [code]
    assert process_time() - start < SECONDS


def test_entities_in_a_document_are_refused_before_they_grow(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(docx(paragraph("甲")))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    parts["word/document.xml"] = bomb + parts["word/document.xml"].replace("甲".encode(), b"&b;")
    assert shown(zip_parts(tmp_path / "form.docx", parts)) == ["X02"]


def test_half_a_character_in_a_document_can_be_shown(tmp_path: Path) -> None:
    """As part of a text that a finding quotes it could not be written into any report."""
    half = cell(paragraph('<w:r><w:sym w:char="D800"/></w:r>', "甲"))
    row_of_figures = row(half + plain(["产出指标", "数量指标", "甲", "5个", "5个", 10, 12]))
    path = tmp_path / "form.docx"
    path.write_bytes(docx(table(HEADER, *[row_of_figures] * 2, row(half * 9))))
    assert "X01" not in shown(path)


def shown(path: Path) -> list[str]:
    """The codes of the report on ``path``, after every output has shown it."""
    report = recheck_one(path, Issuer())
    folder = recheck_set([(report,)], Returns((path,), ()), Issuer())
    json.dumps(folder_json(folder), allow_nan=False, ensure_ascii=False).encode()
    folder_html(folder).encode()
    print_report(folder, Console(file=io.TextIOWrapper(io.BytesIO(), "utf-8"), markup=False))
    assert report.status is not Status.CLEAN
    return [entry.code for entry in report.findings]
