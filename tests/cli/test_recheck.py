"""``zpj recheck`` and ``zpj repair``: exit statuses, reports, copies, and originals that nobody touches."""

import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from support.command import zpj, zpj_process
from support.specimens import FILLED, SHORT
from support.tampering import forge_result, tampered, type_over, unprotect
from zpj.model.project import TOTAL_FUND
from zpj_generator.definitions import write_toml

ROOT = Path(__file__).parents[2]


@pytest.fixture
def returns(tmp_path: Path) -> Path:
    """A folder with one filled form, issued by this command line's own key."""
    write_toml(FILLED, tmp_path / "definitions/filled.toml")
    assert zpj("generate", tmp_path / "definitions", "-o", tmp_path / "returns").status == 0
    return tmp_path / "returns"


@pytest.fixture
def form(returns: Path) -> Path:
    (path,) = returns.iterdir()
    return path


def fingerprints(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def report_of(*arguments: str | Path) -> dict[str, Any]:
    done = zpj("recheck", *arguments, "--json", "-")
    assert done.status in (0, 1), done.err
    report: dict[str, Any] = json.loads(done.out)
    return report


def found(report: dict[str, Any]) -> list[tuple[str, str]]:
    return [(each["code"], each["cell"]) for form in report["files"] for each in form["findings"]]


def test_a_clean_return_is_status_0(returns: Path) -> None:
    done = zpj("recheck", returns, "--definitions", returns.parent / "definitions")
    assert (done.status, done.err) == (0, "")
    assert "92.87" in done.out


def test_an_error_is_status_1_and_named_with_its_cell(form: Path) -> None:
    tampered(form, form, type_over("H21", 6.0))
    done = zpj("recheck", form.parent)
    assert (done.status, done.err) == (1, "")
    assert "F01" in done.out
    assert "H21" in done.out


def test_a_warning_alone_is_status_0(form: Path) -> None:
    tampered(form, form, unprotect())
    assert zpj("recheck", form.parent).status == 0
    assert found(report_of(form)) == [("S05", "")]


def test_a_missing_return_is_status_1(returns: Path) -> None:
    write_toml(SHORT, returns.parent / "definitions/short.toml")
    done = zpj("recheck", returns, "--definitions", returns.parent / "definitions")
    assert (done.status, done.out.count("S10")) == (1, 1)


def test_a_file_that_is_not_there_is_reported_beside_the_others(form: Path) -> None:
    report = report_of(form.with_name("none.xlsx"), form)
    assert found(report) == [("X01", "")]
    assert [each["status"] for each in report["files"]] == ["unreadable", "clean"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["empty"],
        ["empty", "--json", "-"],
        [],
        ["returns", "--jobs", "0"],
        ["returns", "--definitions", "none"],
    ],
)
def test_wrong_usage_and_nothing_to_do_are_status_2(
    arguments: list[str], returns: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(returns.parent)
    Path("empty").mkdir()
    done = zpj("recheck", *arguments)
    assert (done.status, done.out) == (2, "")
    assert done.err


def test_json_holds_what_its_page_documents(form: Path) -> None:
    tampered(form, form, type_over("H21", 6.0), forge_result("H26", 93.29))
    report = report_of(form.parent)
    page = (ROOT / "docs/json.md").read_text(encoding="utf-8")
    keys = {
        title: set(re.findall(r"^\| `(\w+)`", text, re.MULTILINE))
        for title, _, text in (section.partition("\n") for section in page.split("\n## "))
    }
    (file,) = report["files"]
    assert set(report) == keys["The report"]
    assert set(file) == keys["A form"]
    assert set(file["findings"][0]) == keys["A finding"]
    assert set(file["ledger"][0]) == keys["An override"]
    assert (file["form"], file["total"], file["total_found"]) == (FILLED.code, 92.87, 93.29)
    assert (report["version"], file["ledger"][0]["difference"]) == (1, 0.42)


def test_reports_and_copies_are_written_and_the_originals_stay_as_they_were(form: Path) -> None:
    tampered(form, form, type_over("H21", 6.0))
    out, before = form.parents[1] / "out", fingerprints(form.parent)
    out.mkdir()
    outputs = ["--json", out / "r.json", "--html", out / "r.html", "--annotate", out / "copies"]
    done = zpj("recheck", form.parent, *outputs, "--jobs", "2")
    assert (done.status, done.err) == (1, "")
    written = sorted(path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file())
    assert written == [f"copies/{form.name}", "r.html", "r.json"]
    assert json.loads((out / "r.json").read_text(encoding="utf-8")) == report_of(form.parent)
    assert fingerprints(form.parent) == before


@pytest.mark.parametrize("option", ["--json", "--html"])
def test_a_report_that_is_there_already_is_kept_and_the_findings_are_shown_all_the_same(
    option: str, form: Path
) -> None:
    tampered(form, form, type_over("H21", 6.0))
    mine = form.parents[1] / "mine"
    mine.write_bytes(b"mine")
    refused = zpj("recheck", form.parent, option, mine)
    assert (refused.status, mine.read_bytes()) == (2, b"mine")
    assert "[X05]" in refused.err
    assert "F01" in refused.out
    assert zpj("recheck", form.parent, option, mine, "--force").status == 1
    assert mine.read_bytes() != b"mine"


def test_an_annotated_copy_has_the_findings_of_its_original(form: Path) -> None:
    """What annotation adds, a sheet, colours and notes, is no defect."""
    tampered(form, form, type_over("H21", 6.0))
    copies = form.parents[1] / "copies"
    zpj("recheck", form.parent, "--annotate", copies)
    assert found(report_of(copies / form.name)) == found(report_of(form)) == [("F01", "H21")]


def test_an_exception_moves_a_finding_to_the_explained_ones(form: Path) -> None:
    tampered(form, form, type_over("H21", 6.0), type_over("H25", 10.0))
    accepted = form.parents[1] / "说明.toml"
    entry = {"项目编号": FILLED.code, "代码": "F01", "单元格": "H21", "原因": "已批准", "说明人": "业务处室"}
    lines = "".join(f'"{key}" = "{text}"\n' for key, text in entry.items())
    accepted.write_text(f'[["说明"]]\n{lines}', encoding="utf-8")
    report = report_of(form, "--exceptions", accepted)
    (file,) = report["files"]
    assert found(report) == [("F01", "H25")]
    assert [(each["cell"], each["who"]) for each in file["explained"]] == [("H21", "业务处室")]


def test_a_seal_of_another_machine_is_told_apart_from_no_key(form: Path, tmp_path: Path) -> None:
    (tmp_path / "other").write_text("ab" * 32)
    keys = {"other": ["S02"], "none": []}
    for key, codes in keys.items():
        done = zpj_process(
            "recheck", str(form), "--json", "-", environment={"ZPJ_KEY_FILE": str(tmp_path / key)}
        )
        report = json.loads(done.out)
        assert [code for code, _ in found(report)] == codes
        assert len(report["files"][0]["unchecked"]) == (not codes)


def test_scores_that_outrun_execution_are_told_where_the_profile_sets_a_limit(tmp_path: Path) -> None:
    (tmp_path / "limit.toml").write_text(
        'extends = "beijing-2020"\nid = "limit"\nversion = 1\n[tolerance]\noutrun = 0.3\n', encoding="utf-8"
    )
    spent = tuple(
        replace(fund, spent=(fund.spent or 0) - 300) if fund.source in (TOTAL_FUND, "当年财政拨款") else fund
        for fund in FILLED.funds
    )
    write_toml(replace(FILLED, funds=spent, profile="limit"), tmp_path / "definition.toml")
    own = {"ZPJ_PROFILES": str(tmp_path)}
    zpj_process("generate", str(tmp_path / "definition.toml"), "-o", str(tmp_path / "forms"), environment=own)
    done = zpj_process("recheck", str(tmp_path / "forms"), "--json", "-", environment=own)
    assert found(json.loads(done.out)) == [("T03", "H26")]


def test_a_repaired_form_is_clean_and_the_original_is_kept(form: Path) -> None:
    tampered(form, form, type_over("H21", 6.0), type_over("E25", 0.85), unprotect())
    before, repaired = fingerprints(form.parent), form.parents[1] / "repaired.xlsx"
    done = zpj("repair", form, "-o", repaired)
    assert (done.status, done.err) == (0, "")
    assert (found(report_of(repaired)), fingerprints(form.parent)) == ([], before)
    assert zpj("repair", form, "-o", repaired).status == 2


def test_forms_issued_by_another_profile_are_rechecked_by_it(
    returns: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    own = tmp_path / "profiles"
    own.mkdir()
    (own / "own.toml").write_text('extends = "beijing-2020"\nid = "own"\nversion = 1\n', encoding="utf-8")
    environment = {"ZPJ_PROFILES": str(own)}
    definitions, again = returns.parent / "definitions", tmp_path / "again"
    issued = zpj_process("generate", definitions, "-o", again, "--profile", "own", environment=environment)
    assert issued.status == 0, issued.err
    checks = ("recheck", again, "--definitions", definitions)
    assert zpj_process(*checks, "--profile", "own", environment=environment).status == 0
    assert "S20" in zpj_process(*checks, environment=environment).out
