"""``zpj recheck`` of typed files as they come: exit statuses, one clear finding each, reports, copies."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from support.command import zpj
from support.typed_form import REASON, by_the_rule, write_typed
from support.word import cell, docx, paragraph, row, run, table

LINES = by_the_rule(("乙数", "得分", 8), ("乙数", REASON, "报名人数不足"), ("总分:", "得分", 91))
ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le")
TEXT = "\n".join("\t".join("" if c is None else str(c).replace("\n", "") for c in line) for line in LINES)
COMMAS = "\n".join(",".join("" if c is None else str(c).replace("\n", "") for c in line) for line in LINES)
DEEP = row(cell("注"), cell(table(["甲", "乙"])))
TRACKED = paragraph(f'<w:ins w:id="1">{run("甲")}</w:ins>')

FILES: dict[str, tuple[bytes, int, set[str]]] = {
    "table.docx": (docx(table(*LINES)), 0, {"P06"}),
    "tracked.docx": (docx(TRACKED, table(*LINES)), 0, {"P06", "I12"}),
    "nested.docx": (docx(table(*LINES, DEEP)), 0, {"P06", "I11"}),
    "gb18030.csv": (COMMAS.encode("gb18030"), 0, {"P06"}),
    "utf16.txt": (TEXT.encode("utf-16"), 0, {"P06"}),
    "half.docx": (docx(table(*LINES[:15])), 1, {"P01", "P02", "P06", "Q01"}),
    "no table.docx": (docx(paragraph("甲"), paragraph("乙")), 1, {"I05"}),
    "password.docx": (ENCRYPTED, 1, {"X01"}),
    "two thousand lines.txt": ("\n".join(["甲\t乙\t丙"] * 2000).encode(), 1, {"I05"}),
    "neither.txt": (b"\xff\xff\xfe\x80", 1, {"X01"}),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_read_as_far_as_it_can_be_and_the_rest_is_told(name: str, tmp_path: Path) -> None:
    content, status, codes = FILES[name]
    path = tmp_path / name
    path.write_bytes(content)
    done = zpj("recheck", path, "--json", "-")
    (file,) = json.loads(done.out)["files"]
    assert (done.status, done.err) == (status, "")
    assert {each["code"] for each in file["findings"]} - {"S01"} == codes
    assert all(each["file"] == str(path) for each in file["findings"])


def test_places_are_said_in_words(tmp_path: Path) -> None:
    places: dict[str, Callable[[str], bool]] = {
        "甲.docx": lambda out: "表格 1 第15行第8列" in out,
        "甲.txt": lambda out: "第15行" in out,
        "甲.xlsx": lambda out: "Sheet!H15" in out,
    }
    for name, is_said in places.items():
        done = zpj("recheck", write_typed(tmp_path / name, LINES))
        assert "P06" in done.out
        assert is_said(done.out), name


def test_a_typed_workbook_is_annotated_with_a_sheet_per_form_and_other_files_are_named(
    tmp_path: Path,
) -> None:
    returns, copies = tmp_path / "returns", tmp_path / "copies"
    returns.mkdir()
    book = write_typed(returns / "甲.xlsx", [*LINES, *LINES])
    text = write_typed(returns / "乙.docx", LINES)
    done = zpj("recheck", returns, "--annotate", copies, "--html", tmp_path / "r.html")
    assert done.status == 0
    assert str(text) in done.err
    assert [path.name for path in copies.iterdir()] == [book.name]
    copy = load_workbook(copies / book.name)
    assert len(copy.sheetnames) == len(load_workbook(book).sheetnames) + 2
    for line in (15, 15 + len(LINES)):
        assert copy.worksheets[0].cell(line, 8).comment is not None
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "表格 1 第15行第8列" in page


def test_two_typed_files_of_one_name_are_no_duplicates(tmp_path: Path) -> None:
    for folder in ("甲局", "乙局"):
        (tmp_path / folder).mkdir()
        write_typed(tmp_path / folder / "自评表.docx", LINES)
    report = json.loads(zpj("recheck", tmp_path, "--json", "-").out)
    assert (len(report["files"]), report["findings"]) == (2, [])


def test_a_finding_on_a_typed_form_can_be_accepted(tmp_path: Path) -> None:
    path, accepted = write_typed(tmp_path / "甲.docx", LINES), tmp_path / "说明.toml"
    entry = {"项目编号": "甲", "代码": "P06", "单元格": "第15行第8列", "原因": "已核", "说明人": "乙"}
    lines = "".join(f'"{key}" = "{text}"\n' for key, text in entry.items())
    accepted.write_text(f'[["说明"]]\n{lines}', encoding="utf-8")
    report = json.loads(zpj("recheck", path, "--exceptions", accepted, "--json", "-").out)
    (file,) = report["files"]
    assert [each["code"] for each in file["findings"]] == ["S01"]
    assert [each["code"] for each in file["explained"]] == ["P06"]
    assert report["findings"] == []


@pytest.mark.parametrize(("name", "code"), [("甲.xlsx", "A04"), ("甲.docx", "A05"), ("甲.txt", "A05")])
def test_a_typed_form_cannot_be_repaired_and_is_told_why(name: str, code: str, tmp_path: Path) -> None:
    """A workbook may be one of ours without its stamp; with a definition it could be."""
    path = write_typed(tmp_path / name, LINES)
    done = zpj("repair", path, "-o", tmp_path / "out.xlsx")
    assert (done.status, f"[{code}]" in done.err) == (2, True)
    assert not (tmp_path / "out.xlsx").exists()


def test_forms_are_held_against_the_profile_that_was_named(tmp_path: Path) -> None:
    path = write_typed(tmp_path / "甲.txt", LINES)
    done = zpj("recheck", path, "--profile", "none")
    assert (done.status, "[D05]" in done.err) == (2, True)
