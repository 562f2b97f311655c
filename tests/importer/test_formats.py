"""One table says which files are read: by content whatever their name, by suffix in a folder."""

from pathlib import Path

import pytest

from support.typed_form import write_typed
from support.typed_imports import FORM
from zpj.importer import SUFFIXES, formats_in_words, read_grids
from zpj.importer.formats import FORMATS, RECOGNISED_IN_ORDER, FileFormat


def test_every_format_is_recognised_by_its_content_under_any_name(tmp_path: Path) -> None:
    seen = []
    for suffix in (".xlsx", ".docx", ".txt"):
        content = write_typed(tmp_path / f"甲{suffix}", FORM).read_bytes()
        for name in SUFFIXES:
            (tmp_path / f"乙{name}").write_bytes(content)
            (grid,) = read_grids(tmp_path / f"乙{name}").grids
            seen.append([cell.text for cell in grid.lines[2]])
    assert seen == [["项目名称", "甲项目"]] * 3 * len(SUFFIXES)


def test_the_order_of_recognition_leaves_no_format_out() -> None:
    assert {entry.key for entry in RECOGNISED_IN_ORDER} == {entry.key for entry in FORMATS}


def test_no_two_formats_share_a_suffix() -> None:
    assert len(set(SUFFIXES)) == len(SUFFIXES)


@pytest.mark.parametrize("entry", FORMATS, ids=lambda entry: entry.key)
def test_users_read_of_every_format_with_its_suffixes(entry: FileFormat) -> None:
    words = formats_in_words()
    assert entry.name in words
    assert all(suffix in words for suffix in entry.suffixes)
