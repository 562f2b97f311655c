"""Hostile and damaged forms: always a report that can be shown, never an exception, in bounded time."""

import io
import json
import random
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from lxml import etree
from rich.console import Console

from support.form_parts import Edit, child, clear, main
from support.handmade import workbook_parts, zip_parts
from support.hostile_workbooks import HOSTILE
from support.rechecks import recheck_one
from support.specimens import FILLED, PROFILE
from support.tampering import REGISTRY_SHEET, rewrite_stamp, show_as, tampered, type_over
from zpj.model.project_json import project_to_json
from zpj.recheck.folder import Returns, recheck_set
from zpj.recheck.outputs.as_html import folder_html
from zpj.recheck.outputs.as_json import folder_json
from zpj.recheck.outputs.as_terminal import print_report
from zpj.recheck.recheck_file import Issuer
from zpj.recheck.report import FormReport, Status
from zpj_generator.layout import lay_out
from zpj_generator.package import render_form

KEY = bytes(range(32))
FORM = render_form(FILLED, PROFILE, key=KEY)
DEFINITION: dict[str, Any] = json.loads(project_to_json(FILLED))
CELLS = [cell for row in lay_out(FILLED, PROFILE).rows for cell in row.cells]
INPUTS = [cell.ref for cell in CELLS if cell.style.endswith("_input")]
SECONDS = 5.0
"""Of processor time for one file; the costliest of these takes about a tenth."""
PIECE = 30_000
FLIPS = 150


@pytest.fixture
def form(tmp_path: Path) -> Path:
    path = tmp_path / "form.xlsx"
    path.write_bytes(FORM)
    return path


@contextmanager
def bounded(folder: Path) -> Iterator[None]:
    """In time, and no file written."""
    before, start = sorted(folder.rglob("*")), process_time()
    yield
    assert process_time() - start < SECONDS
    assert sorted(folder.rglob("*")) == before


def rechecked(path: Path, issuer: Issuer = Issuer()) -> FormReport:  # noqa: B008 - frozen
    """The report of ``path``, after every output has shown it."""
    with bounded(path.parent):
        report = recheck_one(path, issuer)
        folder = recheck_set([(report,)], Returns((path,), ()), issuer)
        json.dumps(folder_json(folder), allow_nan=False)
        folder_html(folder)
        print_report(folder, Console(file=io.StringIO(), markup=False))
    return report


def codes(report: FormReport) -> set[str]:
    return {each.code for each in report.findings}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_archive_has_one_finding(name: str, tmp_path: Path) -> None:
    report = rechecked(zip_parts(tmp_path / "form.xlsx", HOSTILE[name]))
    assert (report.status, [each.code for each in report.findings]) == (Status.UNREADABLE, ["X02"])


def in_pieces(key: str, text: str) -> Edit:
    """``text`` under ``key`` of the hidden sheet, in as many rows as it takes."""

    def edit(book: Any) -> None:
        data = child(book.sheet(REGISTRY_SHEET), "sheetData")
        kept = [row for row in data if "".join(row[0].itertext()) != key]
        rows = [data.makeelement(main("row")) for _ in range(0, len(text), PIECE)]
        for row, start in zip(rows, range(0, len(text), PIECE), strict=True):
            for told in (key, text[start : start + PIECE]):
                cell = etree.SubElement(row, main("c"), t="inlineStr")
                etree.SubElement(etree.SubElement(cell, main("is")), main("t")).text = told
        data[:] = [*kept, *rows]
        for number, row in enumerate(data, 1):
            row.set("r", str(number))
            for letter, cell in zip("AB", row, strict=True):
                cell.set("r", f"{letter}{number}")

    return edit


def told(**changes: object) -> str:
    return json.dumps(DEFINITION | changes, ensure_ascii=False)


def rows(field: str, value: object, *, table: str = "indicators", times: int = 1) -> str:
    """The definition with ``value`` in every row of a table, which comes so many times over."""
    fields = DEFINITION[table]["fields"]
    at = fields.index(field)
    changed = [[*row[:at], value, *row[at + 1 :]] for row in DEFINITION[table]["rows"]]
    return told(**{table: {"fields": fields, "rows": changed * times}})


DEFINITIONS: Mapping[str, str] = {
    "10 MB": told(goal="长" * 3_400_000),
    "a text no cell holds": told(name="长" * 40_000),
    "deep lists": "[" * 100_000,
    "deep objects": '{"code":' * 50_000,
    "no JSON": "{'code'}",
    "a string": '"x"',
    "null": "null",
    "a number of 5,000 digits": '{"year":' + "9" * 5_000 + "}",
    "no indicators": told(indicators={"fields": [], "rows": []}),
    "other columns": told(indicators={"fields": ["a"], "rows": [[1]]}),
    "a list for a table": told(indicators=[1]),
    "thousands of indicators": rows("points", 1.0, times=400),
    "thousands of funds": rows("budget", 1.0, table="funds", times=2_000),
    "points as text": rows("points", "5"),
    "points as truth value": rows("points", True),
    "points as list": rows("points", [5]),
    "points NaN": rows("points", float("nan")),
    "points Infinity": rows("points", float("inf")),
    "points 1e300": rows("points", 1e300),
    "amounts 1e300": rows("budget", 1e300, table="funds"),
    "target as number": rows("target", 5),
    "target null": rows("target", None),
    "target of 4,000 digits": rows("target", "9" * 4_000 + "个"),
    "target 1e999": rows("target", "1e999"),
    "target of brackets": rows("target", "(" * 5_000),
    "actual of 5,000 digits": rows("actual", "9" * 5_000 + "个"),
    "kind unknown": rows("kind", "其他"),
    "tier unknown": rows("tier", "其他"),
    "ratio 1e300": rows("ratio", 1e300),
    "profile as number": told(profile=5),
    "profile that climbs": told(profile="../../../etc/passwd"),
    "profile with a null character": told(profile="beijing\x00"),
    "profile that is a path": told(profile="/dev/zero"),
    "year 10**30": told(year=10**30),
    "name with controls": told(name="\x00\x1b[2J\u202e"),
    "names like markup": rows("level3", "]]></t><script>{found}"),
    "code of another project": told(code="X"),
}


@pytest.mark.parametrize("name", DEFINITIONS)
def test_a_hostile_definition_in_the_stamp_is_never_believed(name: str, form: Path) -> None:
    path = tampered(form, form, in_pieces("definition", DEFINITIONS[name]), rewrite_stamp("seal", ""))
    report = rechecked(path)
    assert report.status is Status.FINDINGS
    assert "S02" in codes(report)


STAMPS: Mapping[str, tuple[str, str, str]] = {
    "version 10**30": ("zpj", "1" + "0" * 30, "S02"),
    "version of 5,000 digits": ("zpj", "9" * 5_000, "S02"),
    "version in full-width digits": ("profile_version", "９９", "S03"),
    "profile that climbs": ("profile", "../../../etc/passwd", "S02"),
    "profile with a null character": ("profile", "_x0000_", "S02"),
    "project of 30,000 characters": ("project", "x" * 30_000, "S02"),
    "seal of other letters": ("seal", "é" * 64, "S02"),
    "registry of a million lines": ("locked", "A1\ttext\tx\n" * 1_000_000, "S02"),
}


@pytest.mark.parametrize("name", STAMPS)
def test_a_hostile_stamp_has_a_finding(name: str, form: Path) -> None:
    key, text, code = STAMPS[name]
    report = rechecked(tampered(form, form, in_pieces(key, text)), Issuer(key=KEY))
    assert code in codes(report)


def error(ref: str) -> Edit:
    def edit(book: Any) -> None:
        cell = book.cell(ref)
        clear(cell)
        cell.set("t", "e")
        etree.SubElement(cell, main("v")).text = "#N/A"

    return edit


def formula(ref: str, text: str) -> Edit:
    def edit(book: Any) -> None:
        cell = book.cell(ref)
        clear(cell)
        etree.SubElement(cell, main("f")).text = text
        etree.SubElement(cell, main("v")).text = "2"

    return edit


FILLINGS: Mapping[str, Callable[[str], Edit]] = {
    "error values": error,
    "truth values": lambda ref: type_over(ref, True),
    "texts of 32,767 characters": lambda ref: type_over(ref, "长" * 32_767),
    "the largest number": lambda ref: type_over(ref, 1.7e308),
    "the smallest number": lambda ref: type_over(ref, 5e-324),
    "the most negative number": lambda ref: type_over(ref, -1.7e308),
    "formulas": lambda ref: formula(ref, "1+1"),
    "formulas that are none": lambda ref: formula(ref, "SUM(]]}{,;["),
    "deep formulas": lambda ref: formula(ref, "(" * 4_000 + "1" + ")" * 4_000),
    "formulas of brackets": lambda ref: formula(ref, f"{ref}+" + "[a]" * 2_700),
    "braces and markup": lambda ref: type_over(ref, "{found}{0}{ </td><script>[bold]"),
    "formats of quotes": lambda ref: show_as(ref, '"' * 101 + "_"),
    "formats of brackets": lambda ref: show_as(ref, "[" * 100 + "0" * 300 + ";" * 50),
    "formats that divide on": lambda ref: show_as(ref, "0" + "," * 900),
    "dates": lambda ref: show_as(ref, "yyyy-mm-dd"),
}


@pytest.mark.parametrize("everywhere", [False, True], ids=["in-every-input", "in-every-cell"])
@pytest.mark.parametrize("name", FILLINGS)
def test_senseless_cells_are_reported(name: str, everywhere: bool, form: Path) -> None:
    refs = [cell.ref for cell in CELLS] if everywhere else INPUTS
    path = tampered(form, form, *(FILLINGS[name](ref) for ref in refs))
    report = rechecked(path, Issuer(key=KEY))
    assert report.status is Status.FINDINGS


@pytest.mark.parametrize("text", ["[a]" * 2_700, "A1+" * 2_700 + "1"], ids=["brackets", "terms"])
def test_one_long_formula_shared_by_all_that_are_locked_is_reported(text: str, form: Path) -> None:
    def edit(book: Any) -> None:
        first, *others = [cell.ref for cell in CELLS if cell.formula is not None]
        for ref in (first, *others):
            cell = book.cell(ref)
            clear(cell)
            shared = etree.SubElement(cell, main("f"), t="shared", si="0")
            shared.text = text if ref == first else None

    report = rechecked(tampered(form, form, edit), Issuer(key=KEY))
    assert codes(report) == {"F02"}


def test_errors_beside_a_shared_formula_in_a_form_from_elsewhere_are_not_taken_apart(tmp_path: Path) -> None:
    error = '<c t="e"><f t="shared" si="0">{}</f><v>#N/A</v></c>'
    rows = f"<row>{error.format('SUM(A1:B2)')}{error.format('') * 9_999}</row>"
    report = rechecked(zip_parts(tmp_path / "form.xlsx", workbook_parts(rows)))
    assert codes(report) == {"I05"}


def test_names_that_point_elsewhere_are_found_and_change_no_figure(form: Path) -> None:
    """Where a cell was issued is known without them; that they lead elsewhere is found all the same."""

    def edit(book: Any) -> None:
        for name in book.root("xl/workbook.xml").iter(main("definedName")):
            name.text = f"'{REGISTRY_SHEET}'!$A$1"

    report = rechecked(tampered(form, form, edit), Issuer(key=KEY))
    assert {each.code for each in report.findings} == {"S13", "S16"}
    assert report.total == report.total_found is not None


def flipped(rng: random.Random) -> bytes:
    """The form with a byte changed, in the archive as it lies on the disk."""
    damaged = bytearray(FORM)
    damaged[rng.randrange(len(damaged))] ^= rng.randrange(1, 256)
    return bytes(damaged)


def flipped_inside(rng: random.Random) -> bytes:
    """The form with a byte changed in one of its parts, in an archive that is whole."""
    with zipfile.ZipFile(io.BytesIO(FORM)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = rng.choice(sorted(parts))
    damaged = bytearray(parts[name])
    damaged[rng.randrange(len(damaged))] ^= rng.randrange(1, 256)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for part, content in (parts | {name: bytes(damaged)}).items():
            archive.writestr(part, content)
    return stream.getvalue()


def flip_reports(flip: Callable[[random.Random], bytes], path: Path, count: int) -> Iterator[FormReport]:
    rng = random.Random(count)  # noqa: S311 - cases, no secrets
    for _ in range(count):
        path.write_bytes(flip(rng))
        yield rechecked(path, Issuer(key=KEY))


def test_a_flipped_byte_in_the_file_is_found_or_changes_nothing(form: Path) -> None:
    whole = rechecked(form, Issuer(key=KEY))
    assert whole.status is Status.CLEAN
    for report in flip_reports(flipped, form, FLIPS):
        assert report == whole or codes(report) <= {"X01", "X02", "X03", "X04", "X06"}


def test_a_flipped_byte_in_a_part_is_refused_or_leaves_a_report_that_adds_up(form: Path) -> None:
    """Where nothing is found, the total that the form shows is the one of the answers that were read."""
    for report in flip_reports(flipped_inside, form, FLIPS):
        if report.status is Status.UNREADABLE:
            assert len(report.findings) == 1
            assert codes(report) <= {"X01", "X02", "X03", "X04", "X06"}
        elif report.status is Status.CLEAN:
            assert report.total == report.total_found
