"""Many forms at once: all or none where something stands in the way, and no half-written file ever."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from support.specimens import FILLED, LONG, SHORT
from zpj.files import write_whole
from zpj.model.errors import OutputExists
from zpj_generator.batch import generate

PASSWORD = "2026"  # noqa: S105 - nobody's
PROJECTS = [*(replace(SHORT, code=f"S{number}") for number in range(20)), LONG, FILLED]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_two_processes_write_what_one_writes(tmp_path: Path) -> None:
    one = list(generate(PROJECTS, tmp_path / "1", password=PASSWORD))
    two = list(generate(PROJECTS, tmp_path / "2", password=PASSWORD, jobs=2))
    assert contents(tmp_path / "1") == contents(tmp_path / "2")
    assert [(form.code, form.path.name, form.total, form.grade) for form in one] == [
        (form.code, form.path.name, form.total, form.grade) for form in two
    ]
    assert len(contents(tmp_path / "1")) == len(PROJECTS)


def test_nothing_is_written_when_any_form_is_there_already(tmp_path: Path) -> None:
    first, second = list(generate([SHORT, LONG], tmp_path))
    first.path.write_bytes(b"mine")
    second.path.write_bytes(b"mine too")
    with pytest.raises(OutputExists) as refused:
        list(generate([FILLED, SHORT, LONG], tmp_path))
    found = [(finding.code, finding.place.file) for finding in refused.value.findings]
    assert found == [("X05", str(first.path)), ("X05", str(second.path))]
    assert contents(tmp_path) == {first.path.name: b"mine", second.path.name: b"mine too"}


def test_force_replaces_what_is_there(tmp_path: Path) -> None:
    (form,) = generate([SHORT], tmp_path)
    fresh = form.path.read_bytes()
    form.path.write_bytes(b"old")
    list(generate([SHORT], tmp_path, force=True))
    assert contents(tmp_path) == {form.path.name: fresh}


def test_a_target_that_cannot_be_replaced_leaves_no_partial_file(tmp_path: Path) -> None:
    (form,) = generate([SHORT], tmp_path)
    form.path.unlink()
    form.path.mkdir()
    with pytest.raises(IsADirectoryError):
        list(generate([SHORT], tmp_path, force=True))
    assert [path.name for path in tmp_path.iterdir()] == [form.path.name]


def test_a_disk_that_fills_up_leaves_the_old_file_and_no_partial_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(b"old")

    def half(self: Path, data: bytes) -> int:
        with self.open("wb") as stream:
            stream.write(data[: len(data) // 2])
        raise OSError(28, os.strerror(28), str(self))

    monkeypatch.setattr(Path, "write_bytes", half)
    with pytest.raises(OSError, match=os.strerror(28)):
        write_whole(path, b"new and longer", force=True)
    assert contents(tmp_path) == {"form.xlsx": b"old"}


def test_an_existing_file_is_not_overwritten_unasked(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    write_whole(path, b"first")
    with pytest.raises(OutputExists) as refused:
        write_whole(path, b"second")
    assert [finding.code for finding in refused.value.findings] == ["X05"]
    assert contents(tmp_path) == {"form.xlsx": b"first"}
