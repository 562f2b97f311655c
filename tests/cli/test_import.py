"""``zpj import``: typed forms become definitions that generate, and what is doubtful is said."""

import json
from pathlib import Path

import pytest

from support.command import zpj
from support.typed_form import HEAD, HEADER, ROWS, TOTAL, write_typed
from zpj_generator.definitions import load_projects


@pytest.fixture
def typed(tmp_path: Path) -> Path:
    return write_typed(tmp_path / "typed.xlsx", [*HEAD, HEADER, *ROWS, TOTAL])


@pytest.mark.parametrize("output", ["definitions.xlsx", "definitions"])
def test_a_typed_form_becomes_a_definition_that_generates(typed: Path, output: str, tmp_path: Path) -> None:
    target = tmp_path / output
    imported = zpj("import", typed, "-o", target)
    assert imported.status == 0
    assert "[I04]" in imported.err
    generated = zpj("generate", target, "-o", tmp_path / "forms", "--json")
    (entry,) = json.loads(generated.out)["files"]
    assert (entry["form"], entry["total"], entry["grade"]) == ("typed", 91.0, "优")


def test_the_json_report_carries_every_finding(typed: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(b"PK\x03\x04 and no more")
    done = zpj("import", typed, bad, "-o", tmp_path / "definitions.xlsx", "--json")
    report = json.loads(done.out)
    assert (done.status, report["version"]) == (1, 1)
    read, failed = report["files"]
    assert (read["status"], read["form"], failed["status"]) == ("read", "typed", "failed")
    assert {finding["code"] for finding in read["findings"]} == {"I04"}
    assert [finding["code"][0] for finding in failed["findings"]] == ["X"]
    assert failed["findings"][0]["file"] == str(bad)


def test_one_bad_file_does_not_stop_the_others(typed: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(b"PK\x03\x04 and no more")
    done = zpj("import", bad, typed, "-o", tmp_path / "definitions.xlsx")
    assert done.status == 1
    assert str(bad) in done.err
    assert [project.code for project in load_projects([tmp_path / "definitions.xlsx"])] == ["typed"]


def test_nothing_read_is_nothing_written(tmp_path: Path) -> None:
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(b"PK\x03\x04 and no more")
    done = zpj("import", bad, "-o", tmp_path / "definitions.xlsx")
    assert done.status == 2
    assert [path.name for path in tmp_path.iterdir()] == ["bad.xlsx"]


def test_forms_of_one_name_in_two_folders_stay_two_projects(typed: Path, tmp_path: Path) -> None:
    other = tmp_path / "other/typed.xlsx"
    other.parent.mkdir()
    other.write_bytes(typed.read_bytes())
    done = zpj("import", typed, other, "-o", tmp_path / "definitions")
    assert done.status == 0
    assert len({project.code for project in load_projects((tmp_path / "definitions").iterdir())}) == 2


def test_when_one_definition_is_there_already_none_is_written(typed: Path, tmp_path: Path) -> None:
    other = tmp_path / "another.xlsx"
    other.write_bytes(typed.read_bytes())
    folder = tmp_path / "definitions"
    zpj("import", typed, "-o", folder)
    (existing,) = folder.iterdir()
    existing.write_text("mine")
    refused = zpj("import", other, typed, "-o", folder)
    assert (refused.status, refused.err.count("[X05]")) == (2, 1)
    assert str(existing) in refused.err
    assert (list(folder.iterdir()), existing.read_text()) == ([existing], "mine")
    assert zpj("import", other, typed, "-o", folder, "--force").status == 0
    assert len(list(folder.iterdir())) == 2
