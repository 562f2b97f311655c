"""Folders of returned forms: which files are read, and what only the whole set shows."""

from dataclasses import replace
from pathlib import Path

import pytest

from support.forms import write_form
from support.specimens import FILLED, PROFILE
from support.tampering import tampered, type_over
from zpj.model.findings import Place
from zpj.model.project import Project
from zpj.recheck.acceptances import Acceptance
from zpj.recheck.annotate import annotate_all
from zpj.recheck.folder import PassedOver, Returns, find_returns, recheck, recheck_set
from zpj.recheck.recheck_file import Issuer
from zpj.recheck.report import FolderReport, Status

DAMAGED = b"PK\x03\x04 and then nothing"


def project(code: str) -> Project:
    return replace(FILLED, code=code, name=f"项目{code}")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Returns as they come in: subfolders, a typed score, a damaged file, and things that are no forms."""
    root = tmp_path / "returns"
    (root / "甲局/二科").mkdir(parents=True)
    write_form(root / "甲局/二科/a.xlsx", project("A"), PROFILE)
    form = write_form(root / "b.XLSX", project("B"), PROFILE)
    tampered(form, form, type_over("H21", 6.0))
    (root / "甲局/c.xlsx").write_bytes(DAMAGED)
    (root / "~$b.XLSX").write_bytes(b"Excel has this open")
    (root / "甲局/.d.xlsx").write_bytes(b"left by a copy")
    for name in ("old.xls", "notes.txt", "scan.pdf", "noext"):
        (root / name).write_bytes(b"x")
    return root


FOUND = ["b.XLSX", "notes.txt", "old.xls", "scan.pdf", "甲局/c.xlsx", "甲局/二科/a.xlsx"]


def report_of(*paths: Path, issuer: Issuer | None = None, jobs: int = 1) -> FolderReport:
    returns, known = find_returns(paths), issuer or Issuer()
    return recheck_set(recheck(returns.files, known, jobs=jobs), returns, known)


def names(returns: Returns, root: Path) -> list[str]:
    return [path.relative_to(root).as_posix() for path in returns.files]


def test_a_folder_gives_every_file_that_may_hold_forms_and_says_what_was_passed_over(folder: Path) -> None:
    returns = find_returns([folder])
    assert names(returns, folder) == FOUND
    assert {each.path: each.reason for each in returns.skipped} == {
        folder / name: reason
        for names, reason in (
            (("~$b.XLSX", "甲局/.d.xlsx"), PassedOver.TEMPORARY),
            (("noext",), PassedOver.TYPE),
        )
        for name in names
    }


def test_a_named_file_is_read_whatever_it_is_and_only_once(folder: Path) -> None:
    named = [folder / "old.xls", folder / "b.XLSX"]
    assert find_returns([*named, *named, folder]).files[:2] == tuple(named)
    assert len(find_returns([*named, *named, folder]).files) == len(FOUND)
    (report,) = report_of(folder / "old.xls").forms
    assert [finding.code for finding in report.findings] == ["I05"]


def test_links_in_a_circle_end(folder: Path) -> None:
    (folder / "甲局/again").symlink_to(folder, target_is_directory=True)
    (folder / "itself.xlsx").symlink_to(folder / "itself.xlsx")
    found = names(find_returns([folder]), folder)
    assert sorted(found) == sorted([*FOUND, "itself.xlsx", "甲局/again"])


def test_a_file_without_a_form_is_an_error_only_if_it_was_named(folder: Path) -> None:
    notes = folder / "notes.txt"
    report = report_of(folder)
    assert f"{notes}：{PassedOver.NO_FORM.words}" in report.skipped
    assert str(notes) not in [form.file for form in report.forms]
    (form,) = report_of(notes).forms
    assert (form.status, [each.code for each in form.findings]) == (Status.UNREADABLE, ["I05"])


def test_an_empty_folder_has_nothing(tmp_path: Path) -> None:
    assert find_returns([tmp_path]) == Returns((), ())


def test_a_bad_file_stops_nothing(folder: Path) -> None:
    report = report_of(folder)
    assert {each.form or each.name: each.status for each in report.forms} == {
        "A": Status.CLEAN,
        "B": Status.FINDINGS,
        "c.xlsx": Status.UNREADABLE,
        "old.xls": Status.UNREADABLE,
        "scan.pdf": Status.UNREADABLE,
    }
    assert report.has_errors
    assert len(report.skipped) == 4


def test_several_processes_report_what_one_does(folder: Path) -> None:
    issuer = Issuer({"Z": project("Z")}, acceptances=(accepted("B", "F01", "H21"),))
    assert report_of(folder, issuer=issuer, jobs=2) == report_of(folder, issuer=issuer)


def test_a_renamed_copy_is_the_same_form_twice(folder: Path) -> None:
    copy = folder / "甲局/另一份.xlsx"
    copy.write_bytes((folder / "b.XLSX").read_bytes())
    (twice,) = report_of(folder).findings
    assert (twice.code, twice.place.file, twice.place.form) == ("S09", str(copy), "B")
    assert twice.expected == str(folder / "b.XLSX")


def test_a_defined_project_without_a_return_is_missed(folder: Path) -> None:
    definitions = {code: project(code) for code in "ABYZ"}
    report = report_of(folder, issuer=Issuer(definitions))
    assert [(each.code, each.place.form) for each in report.findings] == [("S10", "Y"), ("S10", "Z")]


def test_damaged_and_foreign_files_are_no_duplicates_of_each_other(folder: Path) -> None:
    (folder / "d.xlsx").write_bytes(DAMAGED)
    assert report_of(folder).findings == ()


def accepted(form: str, code: str, cell: str) -> Acceptance:
    return Acceptance(form, code, cell, "主管部门已批准调整", "业务处室", Place("说明.toml"))


def test_an_accepted_finding_is_explained_and_no_longer_an_error(folder: Path) -> None:
    for name in ("甲局/c.xlsx", "old.xls", "scan.pdf"):
        (folder / name).unlink()
    report = report_of(folder, issuer=Issuer(acceptances=(accepted("B", "F01", "H21"),)))
    (form,) = (each for each in report.forms if each.form == "B")
    assert (form.findings, [each.finding.code for each in form.explained]) == ((), ["F01"])
    assert (form.status, report.has_errors) == (Status.CLEAN, False)


def test_an_acceptance_of_no_returned_form_is_told(folder: Path) -> None:
    report = report_of(folder, issuer=Issuer(acceptances=(accepted("Q", "F01", "H21"),)))
    assert [each.code for each in report.findings] == ["E02"]


def test_annotated_copies_among_the_returns_are_no_second_return(folder: Path) -> None:
    list(annotate_all(report_of(folder), folder / "批注"))
    again = report_of(folder)
    assert [each.code for each in again.findings] == []
    assert [line for line in again.skipped if line.endswith(PassedOver.COPY.words)] == [
        f"{folder / '批注/b.XLSX'}：{PassedOver.COPY.words}"
    ]
    (named,) = report_of(folder / "批注/b.XLSX").forms
    assert [each.code for each in named.findings] == ["F01"]
