"""``zpj new`` and ``zpj generate``: from a definition workbook to forms, and what stands in the way."""

import json
from collections import Counter
from pathlib import Path

import pytest
from openpyxl import load_workbook

from support.command import zpj, zpj_process
from support.specimens import FILLED, LONG, SHORT
from zpj.xlsx import open_workbook
from zpj_generator.definitions import samples, write_toml, write_workbook


@pytest.fixture
def definitions(tmp_path: Path) -> Path:
    """A folder with two definitions of each kind, and things that are none."""
    folder = tmp_path / "definitions"
    write_toml(SHORT, folder / "short.toml")
    write_toml(FILLED, folder / "filled.TOML")
    write_workbook([LONG], folder / "long.xlsx")
    (folder / "~$long.xlsx").write_bytes(b"Excel has this open")
    (folder / "notes.txt").write_text("not a definition")
    return folder


def forms(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_definition_workbook_becomes_a_form(tmp_path: Path) -> None:
    defined = zpj("new", tmp_path / "a.xlsx")
    generated = zpj("generate", tmp_path / "a.xlsx", "-o", tmp_path / "forms")
    assert (defined.status, generated.status) == (0, 0)
    (name,) = forms(tmp_path / "forms")
    assert name in generated.out
    assert open_workbook(tmp_path / "forms" / name).sheets[0].name == "自评表"


def test_a_definition_workbook_is_not_overwritten_unasked(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"mine")
    refused = zpj("new", path)
    assert (refused.status, path.read_bytes()) == (2, b"mine")
    assert "[X05]" in refused.err
    assert zpj("new", path, "--force").status == 0
    assert path.read_bytes() != b"mine"


def test_a_macro_enabled_form_has_a_twin_without_macros(definitions: Path, tmp_path: Path) -> None:
    done = zpj("generate", definitions / "filled.TOML", "-o", tmp_path, "--format", "xlsm", "--wiring", "udf")
    enabled, plain = sorted(path for path in tmp_path.iterdir() if path.is_file())
    assert (done.status, enabled.suffix, plain.suffix, enabled.stem) == (0, ".xlsm", ".xlsx", plain.stem)
    assert "xl/vbaProject.bin" in open_workbook(enabled).part_names
    assert "xl/vbaProject.bin" not in open_workbook(plain).part_names
    assert zpj("recheck", enabled).status == zpj("recheck", plain).status == 0
    again = zpj("generate", definitions / "filled.TOML", "-o", tmp_path, "--format", "xlsm")
    assert (again.status, again.err.count("[X05]")) == (2, 2)


def test_functions_of_a_macro_module_need_a_form_that_carries_it(definitions: Path, tmp_path: Path) -> None:
    refused = zpj("generate", definitions, "-o", tmp_path / "forms", "--wiring", "udf")
    assert (refused.status, (tmp_path / "forms").exists()) == (2, False)
    assert "--format xlsm" in refused.err


def test_a_folder_stands_for_the_definitions_in_it(definitions: Path, tmp_path: Path) -> None:
    done = zpj("generate", definitions, "-o", tmp_path / "forms", "--jobs", "2")
    assert (done.status, done.err) == (0, "")
    assert [name.partition("_")[0] for name in forms(tmp_path / "forms")] == [
        "WL2026-001",
        "WL2026-002",
        "WL2026-003",
    ]


def test_a_folder_without_definitions_is_no_success(tmp_path: Path) -> None:
    done = zpj("generate", tmp_path, "-o", tmp_path / "forms")
    assert (done.status, done.out) == (2, "")
    assert done.err
    assert not (tmp_path / "forms").exists()


def test_the_json_report_names_every_form_and_what_it_is_worth(definitions: Path, tmp_path: Path) -> None:
    done = zpj("generate", definitions, "-o", tmp_path / "forms", "--json")
    report = json.loads(done.out)
    assert (done.status, report["version"]) == (0, 1)
    assert [
        tuple(entry[key] for key in ("form", "status", "total", "grade")) for entry in report["files"]
    ] == [
        ("WL2026-003", "written", 92.87, "优"),
        ("WL2026-002", "written", None, None),
        ("WL2026-001", "written", None, None),
    ]
    assert all(entry["findings"] == [] for entry in report["files"])
    assert {Path(entry["file"]).name for entry in report["files"]} == set(forms(tmp_path / "forms"))


def test_every_problem_of_every_definition_is_listed_with_its_place(tmp_path: Path) -> None:
    book, text = tmp_path / "a.xlsx", tmp_path / "b.toml"
    zpj("new", book)
    workbook = load_workbook(book)
    heads = {cell.value: cell.column_letter for cell in workbook["指标"][1]}
    workbook["指标"][f"{heads['分值']}2"] = -5
    workbook["指标"][f"{heads['类型']}3"] = "倒向"
    workbook.save(book)
    text.write_text(samples()[0].read_text(encoding="utf-8").replace('"年度" = 2026', '"年份" = 2026'))
    done = zpj("generate", book, text, "-o", tmp_path / "forms")
    assert (done.status, done.out) == (2, "")
    assert f"{book} WL2026-001 指标 {heads['分值']}2: [P08]" in done.err
    assert f"{book} WL2026-001 指标 {heads['类型']}3: [D04]" in done.err
    assert f"{text} WL2026-003 年份: [D08]" in done.err
    assert not (tmp_path / "forms").exists()


def test_existing_forms_are_all_named_and_none_is_touched(definitions: Path, tmp_path: Path) -> None:
    folder = tmp_path / "forms"
    zpj("generate", definitions, "-o", folder)
    before = {name: (folder / name).read_bytes() for name in forms(folder)}
    refused = zpj("generate", definitions, "-o", folder, "--password", "2026")
    assert (refused.status, refused.out, refused.err.count("[X05]")) == (2, "", 3)
    assert before == {name: (folder / name).read_bytes() for name in forms(folder)}
    assert zpj("generate", definitions, "-o", folder, "--password", "2026", "--force").status == 0
    changed = Counter((folder / name).read_bytes() != content for name, content in before.items())
    assert changed == {True: 3}


def test_an_output_folder_that_cannot_be_is_one_clear_line(definitions: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for output in (tmp_path / "file", tmp_path / "file/below"):
        done = zpj("generate", definitions, "-o", output)
        assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
        assert str(output) in done.err


def test_a_target_that_is_a_folder_is_named_and_leaves_no_partial_file(tmp_path: Path) -> None:
    write_toml(SHORT, tmp_path / "a.toml")
    zpj("generate", tmp_path / "a.toml", "-o", tmp_path / "forms")
    (name,) = forms(tmp_path / "forms")
    (tmp_path / "forms" / name).unlink()
    (tmp_path / "forms" / name).mkdir()
    done = zpj("generate", tmp_path / "a.toml", "-o", tmp_path / "forms", "--force")
    assert (done.status, done.err.count("\n"), forms(tmp_path / "forms")) == (2, 1, [name])
    assert f"{name}：" in done.err


@pytest.mark.parametrize("definition", ["missing.toml", "missing.xlsx", "missing"])
def test_a_definition_that_is_not_there_is_one_finding(definition: str, tmp_path: Path) -> None:
    done = zpj("generate", tmp_path / definition, "-o", tmp_path / "forms")
    assert (done.status, done.err.count("\n")) == (2, 1)
    assert str(tmp_path / definition) in done.err
    assert "[X0" in done.err


def test_an_unknown_profile_is_d05(tmp_path: Path) -> None:
    write_toml(SHORT, tmp_path / "a.toml")
    done = zpj("generate", tmp_path / "a.toml", "-o", tmp_path / "forms", "--profile", "nowhere-1999")
    assert (done.status, done.err.count("[D05]")) == (2, 1)
    assert not (tmp_path / "forms").exists()


def test_a_profile_of_ones_own_is_found_and_used(tmp_path: Path) -> None:
    """The folder ZPJ_PROFILES names; its grade for the filled sample differs from that of the shipped one."""
    write_toml(FILLED, tmp_path / "a.toml")
    grades = "\n".join(
        f'[[grade]]\nname = "{name}"\nfrom = {least}\nclause = "试"'
        for name, least in {"优": 95, "良": 80, "中": 60, "差": 0}.items()
    )
    top = 'extends = "beijing-2020"\nid = "strict"\nversion = 1\ntitle = "试"\n'
    (tmp_path / "strict.toml").write_text(top + grades, encoding="utf-8")
    done = zpj_process(
        "generate",
        tmp_path / "a.toml",
        "-o",
        tmp_path / "forms",
        "--profile",
        "strict",
        "--json",
        environment={"ZPJ_PROFILES": str(tmp_path)},
    )
    assert (done.status, done.err) == (0, "")
    (entry,) = json.loads(done.out)["files"]
    assert (entry["total"], entry["grade"]) == (92.87, "良")
