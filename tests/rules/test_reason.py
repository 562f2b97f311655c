"""偏差原因 by what it holds: what says nothing, points elsewhere, is a word or two, or is a reason."""

import pytest

from support.reasons import FLAWS
from support.specimens import PROFILE
from zpj.rules import Flaw
from zpj.rules.reason import said

RULE = PROFILE.reason


@pytest.mark.parametrize("text", FLAWS, ids=ascii)
def test_a_reason_is_judged_by_what_it_holds(text: str) -> None:
    assert RULE.flaw(text) is FLAWS[text]


@pytest.mark.parametrize("text", FLAWS, ids=ascii)
def test_blanks_and_marks_around_a_text_change_nothing(text: str) -> None:
    for around in (f"  {text}\n", f"\u3000{text}\u200b", f"（{text}）", f"{text}。"):
        assert RULE.flaw(around) is FLAWS[text]


@pytest.mark.parametrize("text", FLAWS, ids=ascii)
def test_what_is_given_is_a_reason_or_a_brief_one(text: str) -> None:
    assert RULE.is_given(text) is (FLAWS[text] in (None, Flaw.BRIEF))


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u3000", "\u00a0"], ids=ascii)
def test_nothing_is_no_reason(text: str) -> None:
    assert not RULE.is_given(text)


def test_every_entry_of_the_profile_is_no_reason_by_itself() -> None:
    for text in RULE.fillers:
        assert RULE.flaw(text) is Flaw.FILLER
    for text in RULE.elsewhere:
        assert RULE.flaw(text) is Flaw.ELSEWHERE


def test_two_texts_say_the_same_whatever_blanks_and_marks_they_have() -> None:
    assert said(" 受疫情\u200b影响。") == said("受疫情影响！") == said("受\n疫情影响")
    assert said("第1项受疫情影响") != said("第2项受疫情影响")
    assert said("ＡＢＣ") == said("abc")


def test_a_long_text_is_judged_at_once() -> None:
    for text in ("无" * 32_767, "1,2," * 8_000, "同上" * 16_000, "a " * 16_000):
        assert RULE.flaw(text) is not None
