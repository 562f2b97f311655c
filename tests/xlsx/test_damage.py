"""Any bytes at all give a workbook or one finding, never another exception."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support.small_workbook import BOOK, PARTS
from zpj.model.errors import UnreadableFile
from zpj.xlsx import Sheet, open_workbook

EXAMPLES = 400
REFUSALS = [["X01"], ["X02"], ["X03"], ["X04"], ["X06"]]


@pytest.fixture(scope="session")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("damage") / "a.xlsx"


@pytest.fixture(scope="session")
def sheets(path: Path) -> tuple[Sheet, ...]:
    path.write_bytes(BOOK)
    return open_workbook(path).sheets


def outcome(path: Path, content: bytes) -> tuple[Sheet, ...] | list[str]:
    """The sheets, with all that is computed on demand computed, or the codes of a refusal."""
    path.write_bytes(content)
    try:
        sheets = open_workbook(path).sheets
    except UnreadableFile as error:
        return [finding.code for finding in error.findings]
    for cell in (cell for sheet in sheets for cell in sheet.cells.values()):
        assert isinstance(cell.text, str)
        assert cell.formula is None or cell.formula.startswith("=")
    return sheets


@settings(max_examples=EXAMPLES, deadline=None, database=None)
@given(offset=st.integers(0, len(BOOK) - 1), flip=st.integers(1, 255))
def test_a_flipped_byte_in_the_file_is_found_or_changes_nothing(path, sheets, offset, flip):
    damaged = bytearray(BOOK)
    damaged[offset] ^= flip
    assert outcome(path, bytes(damaged)) in [sheets, *REFUSALS]


@settings(max_examples=EXAMPLES, deadline=None, database=None)
@given(name=st.sampled_from(sorted(PARTS)), data=st.data())
def test_a_flipped_byte_in_a_part_never_escapes_as_an_exception(path, name, data):
    damaged = bytearray(PARTS[name])
    damaged[data.draw(st.integers(0, len(damaged) - 1))] ^= data.draw(st.integers(1, 255))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for part, content in (PARTS | {name: bytes(damaged)}).items():
            archive.writestr(part, content)
    result = outcome(path, stream.getvalue())
    assert isinstance(result, tuple) or result in REFUSALS


@settings(max_examples=60, deadline=None, database=None)
@given(cut=st.integers(0, len(BOOK) - 1))
def test_a_truncated_file_is_refused(path, cut):
    assert outcome(path, BOOK[:cut]) in REFUSALS


@settings(max_examples=100, deadline=None, database=None)
@given(
    content=st.binary(max_size=300),
    start=st.sampled_from([b"", b"PK\x03\x04", b"PK\x05\x06", b"<", b"\xff\xfe"]),
)
def test_arbitrary_bytes_are_refused(path, content, start):
    assert outcome(path, start + content) in REFUSALS
