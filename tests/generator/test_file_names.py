"""File names from whatever a project is called: inside the folder, never two alike, openable everywhere."""

import re
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from support.specimens import HOSTILE, SHORT
from zpj.xlsx import open_workbook
from zpj_generator.batch import generate
from zpj_generator.file_names import file_names

AWKWARD = (
    ("A", "甲"),
    ("a", "甲"),
    ("A", "甲 "),
    ("../../etc", "passwd"),
    ("..", ".."),
    ("/etc/passwd", "甲"),
    ("C:\\Windows", "甲"),
    ('a/b\\c:d*e?f"g<h>i|j', "甲"),
    ("CON", "甲"),
    ("nul.txt", "甲"),
    ("COM1.", "甲"),
    ("con .a", "甲"),
    ("", ""),
    ("   ", "..."),
    ("尾", "点和空格. . "),
    ("-rf", "~"),
    ("长", "长" * 300),
    ("长", "长" * 301),
    ("e", "\u00e9"),
    ("e", "e\u0301"),
    ("ß", "甲"),
    ("ss", "甲"),
    ("行", "a\nb\tc\x00d"),
    ("向", "\u202egnp.exe"),
    ("坏", "\udcff\ud800"),
    ("A", "甲-2"),
    *(("H", text) for text in HOSTILE),
)
FORBIDDEN = re.compile(r'[\x00-\x1f\\/:*?"<>|\u202e]')
RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d) *(\..*)?")
NAMES = file_names(AWKWARD, ".xlsx")


@pytest.mark.parametrize("name", NAMES, ids=[f"{code!a} {name[:20]!a}" for code, name in AWKWARD])
def test_a_name_is_one_windows_macos_and_linux_take(name: str) -> None:
    assert not FORBIDDEN.search(name)
    assert not RESERVED.fullmatch(name)
    assert name.endswith(".xlsx")
    assert name == unicodedata.normalize("NFC", name)
    assert len(name.encode()) <= 255
    stem = name.removesuffix(".xlsx")
    assert stem == stem.strip(". ")
    assert stem


def test_no_two_names_are_alike_to_a_file_system_that_ignores_case() -> None:
    folded = [unicodedata.normalize("NFD", name).casefold() for name in NAMES]
    assert len(set(folded)) == len(AWKWARD)


def test_a_plain_project_keeps_its_code_and_name() -> None:
    assert file_names([("WL2026-001", "公共图书馆(二期)")], ".toml") == ("WL2026-001_公共图书馆(二期).toml",)


def test_names_do_not_depend_on_what_comes_later() -> None:
    assert file_names(AWKWARD[:5], ".xlsx") == NAMES[:5]


def test_every_form_lies_in_the_output_folder_and_opens(tmp_path: Path) -> None:
    projects = [replace(SHORT, code=code, name=name) for code, name in AWKWARD if name.isprintable()]
    before = {path.name for path in tmp_path.iterdir()}
    issued = list(generate(projects, tmp_path / "表/内"))
    assert {path.name for path in tmp_path.iterdir()} - before == {"表"}
    assert [path.name for path in (tmp_path / "表").iterdir()] == ["内"]
    assert {path.name for path in (tmp_path / "表/内").iterdir()} == {form.path.name for form in issued}
    assert len(issued) == len(projects)
    assert [open_workbook(form.path).sheets[0].cells[3, 3].text for form in issued] == [
        project.name for project in projects
    ]
