"""Texts of the hidden sheet: one line of ASCII each, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.specimens import HOSTILE
from zpj.model.ascii_text import from_ascii, to_ascii


@pytest.mark.parametrize(
    "text", [*HOSTILE, "", "\\", '\\"', "\\u4e00", "\\#", "甲\t乙\n丙\r\b\f", "\ud800"], ids=ascii
)
def test_a_text_becomes_one_line_of_ascii_and_comes_back(text: str) -> None:
    written = to_ascii(text)
    assert written.isascii()
    assert "\n" not in written
    assert "\t" not in written
    assert from_ascii(written) == text


@given(st.text())
def test_any_text_comes_back(text: str) -> None:
    assert from_ascii(to_ascii(text)) == text


@pytest.mark.parametrize("text", ["\\x", "\\", "\\u12", "a\\#"])
def test_what_was_never_written_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        from_ascii(text)
