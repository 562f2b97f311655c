"""Any bytes at all give forms, a finding, or a refusal, never another exception."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support.typed_form import HEAD, HEADER, ROWS, TOTAL
from support.word import cell, docx, paragraph, row, run, table
from zpj.importer import import_forms
from zpj.model.errors import UnreadableFile
from zpj.rules import load_profile

PROFILE = load_profile("beijing-2020")
LINES = [*HEAD, HEADER, *ROWS, TOTAL]
BODY = (
    paragraph(f'<w:ins w:id="1">{run("甲")}</w:ins>'),
    table(*LINES, row(cell("甲", merge="restart", span=3), cell(table(["乙"])))),
)
WORD, MARKUP = docx(*BODY), "".join(BODY)
TEXT = "\n".join("\t".join("" if c is None else str(c) for c in line) for line in LINES).encode()
STARTS = st.sampled_from([b"", b"PK\x03\x04", b"\xff\xfe", b'\t"', b"<"])
REFUSALS = {"X01", "X02", "X03", "X04", "X06"}


@pytest.fixture(scope="session")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("damage") / "甲.docx"


def survives(path: Path, content: bytes) -> bool:
    path.write_bytes(content)
    try:
        form = import_forms(path, PROFILE)
    except UnreadableFile as refused:
        return {found.code for found in refused.findings} <= REFUSALS
    return bool(form.projects or form.findings)


def damaged(content: bytes, offset: int, flip: int) -> bytes:
    return content[:offset] + bytes([content[offset] ^ flip]) + content[offset + 1 :]


@settings(max_examples=150, deadline=None, database=None)
@given(offset=st.integers(0, len(WORD) - 1), flip=st.integers(1, 255))
def test_a_flipped_byte_in_a_word_file_is_survived(path: Path, offset: int, flip: int) -> None:
    assert survives(path, damaged(WORD, offset, flip))


@settings(max_examples=150, deadline=None, database=None)
@given(
    offset=st.integers(0, len("".join(BODY)) - 1),
    text=st.sampled_from(["<", "/", "w:tbl", "w:tc>", "9", ">"]),
)
def test_a_changed_character_in_the_markup_is_survived(path: Path, offset: int, text: str) -> None:
    markup = "".join(BODY)
    assert survives(path, docx(markup[:offset] + text + markup[offset + 1 :]))


@settings(max_examples=100, deadline=None, database=None)
@given(offset=st.integers(0, len(TEXT) - 1), flip=st.integers(1, 255), cut=st.integers(0, 200))
def test_damaged_and_truncated_text_is_survived(path: Path, offset: int, flip: int, cut: int) -> None:
    assert survives(path, damaged(TEXT, offset, flip)[: len(TEXT) - cut])


@settings(max_examples=100, deadline=None, database=None)
@given(
    content=st.binary(max_size=300), start=st.sampled_from([b"", b"PK\x03\x04", b"\xff\xfe", b'\t"', b"<"])
)
def test_arbitrary_bytes_are_survived(path: Path, content: bytes, start: bytes) -> None:
    assert survives(path, start + content)


@pytest.mark.parametrize(
    "body",
    [
        "<w:tc/>",
        "<w:tr/>",
        "<w:tbl><w:tc/></w:tbl>",
        '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="x"/></w:tcPr></w:tc></w:tr></w:tbl>',
        "<w:sdtContent/>",
        "<w:p><w:r><w:sym w:char='110000'/></w:r></w:p>",
    ],
    ids=["cell", "row", "cell without row", "span", "control", "symbol"],
)
def test_markup_that_makes_no_sense_is_read_or_refused(path: Path, body: str) -> None:
    assert survives(path, docx(body, *BODY))
