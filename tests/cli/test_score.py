"""``zpj score`` for one indicator: the score, the arithmetic, the clause, and why there is none."""

import pytest

from support.command import zpj


@pytest.mark.parametrize(
    ("arguments", "score"),
    [
        (("20", "19", "5", "正向"), "4.75"),
        (("20", "19", "5"), "4.75"),
        (("40", "39", "5"), "4.88"),
        (("≥90%", "88.5%", "10"), "9.83"),
        (("5万人次", "19749人次", "6", "正向"), "2.37"),
        (("100", "350", "6", "正向"), "5.40"),
        (("86", "80", "6", "反向"), "6.00"),
        (("80", "86", "6", "--level2", "成本指标"), "5.58"),
        (("不超过550元", "550元", "5"), "5.00"),
        (("0", "0", "5", "反向"), "5.00"),
        (("0", "1", "5", "反向"), "0.00"),
        (("20", "19", "5", "正向", "--deduct", "0.5"), "4.25"),
        (("20", "19", "5", "正向", "--deduct", "9"), "0.00"),
        (("得到提升", "效果明显", "10", "定性", "--ratio", "85%"), "8.50"),
        (("得到提升", "效果明显", "10", "--ratio", "0.7", "--tier", "部分达成"), "7.00"),
    ],
    ids=" ".join,
)
def test_a_score_is_given_with_its_clause(arguments: tuple[str, ...], score: str) -> None:
    done = zpj("score", *arguments)
    assert (done.status, done.err) == (0, "")
    first, why = done.out.splitlines()
    assert first.split()[-1] == score
    assert "填表说明" in why


@pytest.mark.parametrize(
    "arguments",
    [
        ("20", "较多", "5", "正向"),
        ("得到提升", "19", "5", "正向"),
        ("20人", "19公里", "5"),
        ("20", "-1", "5"),
        ("得到提升", "效果明显", "10", "--ratio", "70%", "--tier", "达成"),
    ],
    ids=" ".join,
)
def test_what_no_rule_can_score_has_no_score_and_says_why(arguments: tuple[str, ...]) -> None:
    done = zpj("score", *arguments)
    assert (done.status, done.err) == (2, "")
    first, why = done.out.splitlines()
    assert first.split()[-1] == "—"
    assert "不计分" in why


@pytest.mark.parametrize(
    "arguments", [("20", "", "5"), ("得到提升", "效果明显", "10")], ids=["no actual value", "no ratio"]
)
def test_what_is_not_filled_yet_is_no_mistake(arguments: tuple[str, ...]) -> None:
    done = zpj("score", *arguments)
    assert (done.status, done.out.splitlines()[0].split()[-1]) == (0, "—")


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("20",),
        ("20", "19"),
        ("20", "19", "nan"),
        ("20", "19", "-5"),
        ("20", "19", "五"),
        ("20", "19", "5", "倒向"),
        ("20", "19", "5", "--ratio", "多半"),
        ("20", "19", "5", "--deduct", "inf"),
        ("20", "19", "5", "--profile", "nowhere-1999"),
        ("--csv", "missing.csv"),
    ],
    ids=" ".join,
)
def test_a_wrong_call_is_refused_in_words(arguments: tuple[str, ...]) -> None:
    done = zpj("score", *arguments)
    assert (done.status, done.out) == (2, "")
    assert done.err
    assert "Traceback" not in done.err
    assert "invalid _" not in done.err
