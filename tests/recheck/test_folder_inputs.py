"""Everything that lies in a folder is accounted for: read, told as unreadable, or passed over with a word."""

import os
import socket
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from support.command import zpj
from support.specimens import FILLED, PROFILE, SHORT
from support.tampering import forge_result, tampered, type_over
from zpj.model.project import Project
from zpj.recheck.annotate import annotate_all
from zpj.recheck.find_returns import find_returns
from zpj.recheck.folder import PassedOver, recheck, recheck_set
from zpj.recheck.issuer import Issuer
from zpj.recheck.report import FolderReport, FormReport, Status
from zpj_generator.definitions import write_workbook
from zpj_generator.package import render_form

DEFINED = {FILLED.code: FILLED}
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "returns"
    root.mkdir()
    return root


def issued(path: Path, project: Project = FILLED) -> Path:
    path.write_bytes(render_form(project, PROFILE))
    return path


def report_of(*paths: Path, issuer: Issuer | None = None) -> FolderReport:
    returns, known = find_returns(paths), issuer or Issuer()
    return recheck_set(recheck(returns.files, known), returns, known)


def one(report: FolderReport, name: str) -> FormReport:
    (form,) = (each for each in report.forms if Path(each.file).name == name)
    return form


def skipped(report: FolderReport) -> dict[str, str]:
    """By file name the word why."""
    lines = (line.rsplit("：", 1) for line in report.skipped)
    return {Path(path).name: why for path, why in lines}


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("a.xls", OLE, "旧版 Office"),
        ("a.et", OLE, "旧版 Office"),
        ("a.doc", OLE + "WordDocument".encode("utf-16-le"), "旧版 Word"),
        ("a.wps", OLE + "WordDocument".encode("utf-16-le"), "旧版 Word"),
        ("a.pdf", b"%PDF-1.7", "PDF"),
        ("a.rar", b"Rar!\x1a\x07\x01\x00", "RAR"),
        ("a.7z", b"7z\xbc\xaf\x27\x1c", "7z"),
        ("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "加密"),
        ("a.xlsx", b"PK\x03\x04 cut off", ""),
        ("a.xlsx", b"", "空"),
        ("a.xls", b"text that is no form", ""),
    ],
)
def test_what_may_be_a_return_and_cannot_be_read_is_an_error_with_its_place(
    name: str, content: bytes, word: str, folder: Path
) -> None:
    (folder / "二科").mkdir()
    path = folder / "二科" / name
    path.write_bytes(content)
    report = report_of(folder)
    form = one(report, name)
    assert (form.file, form.status) == (str(path), Status.UNREADABLE)
    assert word in form.findings[0].message
    assert report.has_errors


def test_archives_of_forms_are_not_passed_over(folder: Path) -> None:
    form = issued(folder / "form.xlsx")
    with zipfile.ZipFile(folder / "all.zip", "w") as archive:
        archive.write(form, "form.xlsx")
    with zipfile.ZipFile(folder / "all.ods", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    report = report_of(folder)
    assert {Path(each.file).name: each.status for each in report.forms} == {
        "form.xlsx": Status.CLEAN,
        "all.zip": Status.UNREADABLE,
        "all.ods": Status.UNREADABLE,
    }


def test_links_are_followed_to_files_told_where_they_lead_nowhere_and_never_into_folders(
    folder: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    form = issued(elsewhere / "form.xlsx")
    issued(folder / "own.xlsx", replace(FILLED, code="B-2"))
    (folder / "link.xlsx").symlink_to(form)
    (folder / "again.xlsx").symlink_to(folder / "own.xlsx")
    (folder / "gone.xlsx").symlink_to(folder / "nothing")
    (folder / "gone").symlink_to(folder / "nothing")
    (folder / "itself.xlsx").symlink_to(folder / "itself.xlsx")
    (folder / "up").symlink_to(folder, target_is_directory=True)
    (folder / "out").symlink_to(elsewhere, target_is_directory=True)
    report = report_of(folder)
    assert {Path(each.file).name: each.status for each in report.forms} == {
        "own.xlsx": Status.CLEAN,
        "link.xlsx": Status.CLEAN,
        "gone.xlsx": Status.UNREADABLE,
        "gone": Status.UNREADABLE,
        "itself.xlsx": Status.UNREADABLE,
        "up": Status.UNREADABLE,
        "out": Status.UNREADABLE,
    }
    assert skipped(report) == {"again.xlsx": PassedOver.TWICE.words}
    assert len({one(report, name).findings[0].message for name in ("gone", "up")}) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files in folders")
def test_pipes_and_sockets_are_never_opened(folder: Path) -> None:
    """To open a pipe would wait for ever."""
    os.mkfifo(folder / "pipe.xlsx")
    os.mkfifo(folder / "pipe")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(os.path.relpath(folder / "s.xlsx"))
        report = report_of(folder)
        (named,) = report_of(folder / "pipe.xlsx").forms
    assert {Path(each.file).name for each in report.forms} == {"pipe.xlsx", "s.xlsx"}
    assert skipped(report) == {"pipe": PassedOver.TYPE.words}
    assert (named.status, [each.code for each in named.findings]) == (Status.UNREADABLE, ["X01"])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_a_folder_that_may_not_be_read_is_told(folder: Path) -> None:
    """Whoever is root may read everything, so somebody else looks."""
    closed = folder / "甲局"
    closed.mkdir()
    issued(closed / "form.xlsx")
    closed.chmod(0)
    try:
        if os.geteuid() == 0:
            found = listed_by_somebody_else(folder)
        else:
            found = [str(path) for path in find_returns([folder]).files]
        assert found == [str(closed)]
    finally:
        closed.chmod(0o700)


def listed_by_somebody_else(folder: Path) -> list[str]:
    """The files that a process without rights finds below ``folder``."""
    for parent in (folder, *folder.parents):
        if parent.stat().st_uid == os.geteuid() and parent != Path("/"):
            parent.chmod(parent.stat().st_mode | 0o055)
    code = (
        "import os, sys; from pathlib import Path; from zpj.recheck.find_returns import find_returns;"
        "os.setuid(65534); print(*find_returns([Path(sys.argv[1])]).files, sep='\\n')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, folder], capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout.split()


def test_an_unreadable_folder_is_reported_with_its_place(tmp_path: Path) -> None:
    """What is given as a file and is a folder is what an unreadable folder is to a recheck."""
    known = Issuer()
    ((form,),) = recheck([tmp_path], known)
    assert (form.file, form.status) == (str(tmp_path), Status.UNREADABLE)
    assert [each.code for each in form.findings] == ["X01"]


def test_files_of_the_system_are_no_returns(folder: Path) -> None:
    for name in ("Thumbs.db", ".DS_Store", "desktop.ini", "~$form.xlsx", "._form.xlsx"):
        (folder / name).write_bytes(b"x")
    report = report_of(folder)
    assert (report.forms, report.has_errors) == ((), False)
    assert set(skipped(report).values()) == {PassedOver.TEMPORARY.words}


def test_a_definition_workbook_is_told_in_a_line(folder: Path) -> None:
    write_workbook([FILLED], folder / "定义.xlsx")
    report = report_of(folder)
    assert (report.forms, report.has_errors) == ((), False)
    assert skipped(report) == {"定义.xlsx": PassedOver.DEFINITION.words}
    (named,) = report_of(folder / "定义.xlsx").forms
    assert [each.code for each in named.findings] == ["I05"]
    assert PassedOver.DEFINITION.words in named.findings[0].message


# Received, though it cannot be read.


@pytest.mark.parametrize(
    "name",
    [
        f"{FILLED.code}.xls",
        f"1-{FILLED.code.lower()}（盖章）.pdf",
        f"{FILLED.name}.et",
        f"关于{FILLED.name} 的自评表（终稿）.xlsx",
        f"{FILLED.name}/自评表.zip",
        f"{FILLED.code}.jpg",
        f"{FILLED.code}",
    ],
)
def test_a_project_whose_name_a_file_bears_is_received_unreadable_and_not_missing(
    name: str, folder: Path
) -> None:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(OLE)
    report = report_of(folder, issuer=Issuer({**DEFINED, SHORT.code: SHORT}))
    assert [(each.code, each.place.form) for each in report.findings] == [("S10", SHORT.code)]
    (form,) = report.forms
    assert (form.form, form.status, form.is_identified) == (FILLED.code, Status.UNREADABLE, True)
    assert any(FILLED.code in note for note in form.unchecked)
    assert report.has_errors


@pytest.mark.parametrize("name", ["1.xls", "WL2026.xls", "XWL2026-0031.xls", "公共.xls"])
def test_a_name_that_fits_by_chance_is_no_return(name: str, folder: Path) -> None:
    (folder / name).write_bytes(OLE)
    definitions = {**DEFINED, "1-1": replace(SHORT, code="1-1", name="公")}
    report = report_of(folder, issuer=Issuer(definitions))
    assert [each.place.form for each in report.findings] == [FILLED.code, "1-1"]


def test_a_scan_beside_a_readable_form_is_passed_over(folder: Path) -> None:
    issued(folder / "form.xlsx")
    (folder / f"{FILLED.code}.jpg").write_bytes(b"\xff\xd8\xff")
    report = report_of(folder, issuer=Issuer(DEFINED))
    assert (report.findings, len(report.forms)) == ((), 1)
    assert skipped(report) == {f"{FILLED.code}.jpg": PassedOver.TYPE.words}


def test_an_unreadable_copy_of_a_form_is_no_duplicate(folder: Path) -> None:
    issued(folder / "form.xlsx")
    (folder / f"{FILLED.code}.xls").write_bytes(OLE)
    assert report_of(folder, issuer=Issuer(DEFINED)).findings == ()


# Annotated copies.


@pytest.fixture
def annotated(folder: Path) -> Path:
    """The annotated copy of a form with a typed score, which lies in the folder."""
    form = issued(folder / "form.xlsx")
    tampered(form, form, type_over("H21", 6.0))
    (copy,) = annotate_all(report_of(form), folder / "批注")
    return copy


def test_an_annotated_copy_beside_its_original_is_passed_over(annotated: Path, folder: Path) -> None:
    report = report_of(folder)
    assert skipped(report) == {"form.xlsx": PassedOver.COPY.words}
    assert [each.file for each in report.forms] == [str(folder / "form.xlsx")]


@pytest.mark.parametrize(
    "edit", [type_over("H25", 9.0), forge_result("H24", 9.0), type_over("H21", 6.5), type_over("E14", 1.0)]
)
def test_an_annotated_copy_with_more_wrong_than_its_original_is_a_return(
    edit: object, annotated: Path, folder: Path
) -> None:
    tampered(annotated, annotated, edit)  # type: ignore[arg-type]
    report = report_of(folder)
    assert [each.file for each in report.forms] == [str(folder / "form.xlsx"), str(annotated)]
    assert [(each.code, each.place.file) for each in report.findings] == [("S09", str(annotated))]


def test_an_annotated_copy_that_is_all_there_is_is_the_return(annotated: Path, folder: Path) -> None:
    (folder / "form.xlsx").unlink()
    report = report_of(folder, issuer=Issuer(DEFINED))
    assert (report.findings, skipped(report)) == ((), {})
    assert "F01" in [each.code for each in one(report, "form.xlsx").findings]


# On the command line.


def test_a_folder_of_unreadable_files_only_is_reported_with_status_1(folder: Path) -> None:
    (folder / "a.zip").write_bytes(b"PK\x05\x06" + bytes(18))
    done = zpj("recheck", folder)
    assert done.status == 1
    assert "a.zip" in done.out
