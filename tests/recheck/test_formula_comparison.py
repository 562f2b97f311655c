"""A formula that another program saved is the same formula; an edited one never is."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from support.specimens import LONG, PROFILE, SHORT
from zpj.recheck.comparison.same_formula import same_formula
from zpj_generator.layout import lay_out

SCORE = 'IFERROR(IF(AND(ISNUMBER(F14),F14>=0),ROUND(MIN(1,F14/E14)*G14,2)-0.1,""),"")'
ISSUED = sorted({
    cell.formula
    for project in (SHORT, LONG)
    for row in lay_out(project, PROFILE).rows
    for cell in row.cells
    if cell.formula
})  # fmt: skip


@pytest.mark.parametrize(
    ("found", "issued"),
    [
        (f"={SCORE}", SCORE),
        (f"{{={SCORE}}}", SCORE),
        (SCORE.lower().replace("iferror", " IfError"), SCORE),
        (SCORE.replace(",", " ,\n "), SCORE),
        (SCORE.replace("0.1", "0.10").replace("2)", "2.0)"), SCORE),
        (SCORE.replace("0.1", "1E-1"), SCORE),
        ("IF(A1,TRUE(),FALSE( ))", "IF(A1,TRUE,FALSE)"),
        ("NOT(ISFORMULA(H14))", "NOT(_xlfn.ISFORMULA(H14))"),
        ("A1+@SUM(B1:B2)", "A1+SUM(B1:B2)"),
        ("'C:\\Users\\a b\\zpj.xlam'!zpj_score(E12,F12)", "ZPJ_SCORE(E12,F12)"),
        ("zpj.xlam!ZPJ_GRADE(H40)", "ZPJ_GRADE(H40)"),
        ('LOOKUP(A1,{0, 0.60},{"差" ,"中"})', 'LOOKUP(A1,{0,0.6},{"差","中"})'),
    ],
)
def test_another_spelling_is_the_same_formula(found: str, issued: str) -> None:
    assert same_formula(found, issued)


@pytest.mark.parametrize(
    ("found", "issued"),
    [
        ("A1+1", "A1+2"),
        ("A1+1", "A1-1"),
        ("A1<B1", "A1<=B1"),
        ("SUM(H14:H24)", "SUM(H14:H25)"),
        ("MAX(A1,B1)", "MIN(A1,B1)"),
        ("$A$1", "A1"),
        ("_xlfn.ROUND(A1,2)", "ROUND(A1,2)"),
        ("_xlfn.SUM(A1)", "SUM(A1)"),
        ("@A1+SUM(B1:B2)", "A1+SUM(B1:B2)"),
        ("SUM(@A1:A3)", "SUM(A1:A3)"),
        ("[1]!ZPJ_SCORE(E12,F12)", "ZPJ_SCORE(E12,F12)"),
        ("'C:\\\\share\\\\other.xlam'!ZPJ_SCORE(E12)", "ZPJ_SCORE(E12)"),
        ("[Mappe1.xlsm]!ZPJ_SCORE(E12)", "ZPJ_SCORE(E12)"),
        ("Sheet2!A1", "A1"),
        ("'C:\\other.xlam'!SCORE(E12)", "SCORE(E12)"),
        ('IF(A1,"达成")', 'IF(A1,"未达成")'),
        ('IF(A1,"ok")', 'IF(A1,"OK")'),
        ('IF(A1,"a b")', 'IF(A1,"ab")'),
        ('IF(A1,"1.0")', 'IF(A1,"1")'),
        ("{1,2}", "{1;2}"),
        ("{-1,2}", "{1,2}"),
        ("A1%", "A1"),
        ("IF(A1,TRUE)", "IF(A1,FALSE)"),
        ("98.5", SCORE),
        (f"{SCORE}+0", SCORE),
        ("", SCORE),
        ("#REF!", SCORE),
        ("SUM(A1", "SUM(A1)"),
        ('"', SCORE),
        ("{", "}"),
    ],
)
def test_an_edited_formula_is_another_one(found: str, issued: str) -> None:
    assert not same_formula(found, issued)


def test_every_issued_formula_differs_from_every_other() -> None:
    assert [(a, b) for a in ISSUED[:40] for b in ISSUED[:40] if a != b and same_formula(a, b)] == []


@given(st.text(alphabet="=A1+-*/%(){}[]'\"!,;:@#$.e ≥\n", max_size=30))
@example("'" * 9)
@example("1.2.3E+")
@example("[[[")
def test_rubbish_is_answered_and_is_never_an_issued_formula(text: str) -> None:
    assert not same_formula(text, SCORE)


@pytest.mark.parametrize("formula", ["A1+" * 20_000 + "1", "[a]" * 2_700], ids=["endless", "brackets"])
def test_a_formula_that_takes_long_to_take_apart_is_refused_at_once(formula: str) -> None:
    start = time.perf_counter()
    assert not same_formula(formula, SCORE)
    assert time.perf_counter() - start < 0.1
