"""The tables of cases through the VBA functions: in cells in LibreOffice, and in pyOpenVBA's interpreter."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from support.cases import EXECUTION_CASES, GRADE_CASES, ROW_CASES, RowCase
from support.profiles import own_profile
from support.random_forms import random_project
from support.udf_cases import UDF_CASES
from support.vba_functions import Call, in_cells, in_interpreter
from zpj.model.project import DEFAULT_PROFILE, Indicator, Kind
from zpj.rules import Profile, load_profile
from zpj.scoring import execution_rate, explain, grade, score_execution, score_row
from zpj.scoring.kinds import infer_kind

PROFILE = load_profile(DEFAULT_PROFILE)
CENT = 0.01
RANDOM_ROWS = 180
PROFILES = ("execution-20", "execution-steps", "other-numbers", "rounded-total", "capped-total")

# A function knows the ratio only: what the form says by the tier and the words beside it is not its business.
SCORED_CASES = tuple(
    case for case in ROW_CASES if case.indicator.kind is not Kind.QUALITATIVE or case.score is not None
)


def row_call(name: str, row: Indicator) -> Call:
    given = row.ratio if row.kind is Kind.QUALITATIVE else row.actual
    return name, [row.target, _cell(given), row.points, row.kind or "", _cell(row.deduction)]


def _cell(value: Any) -> Any:
    return "" if value is None else value


def blank_or(value: float | None) -> float | str:
    return "" if value is None else value


def table_calls() -> Iterator[tuple[str, Call, Any]]:
    """Every case of both tables: its id, its call, what must come of it."""
    yield from ((case.id, (case.function, case.arguments), case.result) for case in UDF_CASES)
    for case in SCORED_CASES:
        yield f"row-{case.id}", row_call("ZPJ_SCORE", case.indicator), _expected(case)
    for each in EXECUTION_CASES:
        amounts = [_cell(each.fund.budget), _cell(each.fund.spent)]
        yield (
            f"execution-{each.id}",
            ("ZPJ_EXEC", [*amounts, PROFILE.execution.points]),
            each.of_functions,
        )
    yield from ((f"grade-{each.id}", ("ZPJ_GRADE", [each.total]), each.grade) for each in GRADE_CASES)


def _expected(case: RowCase) -> float | str:
    obstacle = score_row(PROFILE, case.indicator).obstacle
    if obstacle is None:
        return blank_or(case.score)
    return "#NUM!" if obstacle.code in ("P05", "P08") else "#VALUE!"


CALLS = {id_: (call, result) for id_, call, result in table_calls()}


@pytest.fixture(scope="module")
def in_office(libreoffice: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    results = in_cells(PROFILE, [call for call, _ in CALLS.values()], tmp_path_factory.mktemp("cells"))
    return dict(zip(CALLS, results, strict=True))


@pytest.fixture(scope="module")
def interpreted() -> Callable[[Call], Any]:
    return in_interpreter(PROFILE)


@pytest.mark.parametrize("id_", CALLS)
def test_a_case_in_a_cell_of_libreoffice(id_: str, in_office: dict[str, Any]) -> None:
    assert same(in_office[id_], CALLS[id_][1]), CALLS[id_]


@pytest.mark.parametrize("id_", CALLS)
def test_a_case_in_the_interpreter(id_: str, interpreted: Callable[[Call], Any]) -> None:
    assert same(interpreted(CALLS[id_][0]), CALLS[id_][1]), CALLS[id_]


def same(shown: Any, expected: Any) -> bool:
    """The same text, blank, error; numbers never a cent apart; tables cell by cell."""
    if isinstance(shown, list) and not isinstance(expected, list):
        # An array formula shows one value in all its cells.
        return all(same(cell, expected) for row in shown for cell in row)
    if isinstance(expected, list):
        return (
            isinstance(shown, list)
            and [len(row) for row in shown] == [len(row) for row in expected]
            and all(
                same(*cells)
                for rows in zip(shown, expected, strict=True)
                for cells in zip(*rows, strict=True)
            )
        )
    if isinstance(expected, str) or isinstance(shown, str):
        return bool(shown == expected)
    return abs(shown - expected) < CENT / 100


EXPLAINED = tuple(case.indicator for case in SCORED_CASES)


def explained(profile: Profile, row: Indicator) -> str:
    """The sentence of :func:`zpj.scoring.explain` for what a function is told of ``row``."""
    told = replace(row, tier=None, actual="85%" if row.kind is Kind.QUALITATIVE else row.actual)
    return explain(profile, told, score_row(profile, told))


def test_the_reasons_are_the_sentences_of_python(libreoffice: ModuleType, tmp_path: Path) -> None:
    calls = [row_call("ZPJ_WHY", row) for row in EXPLAINED]
    assert in_cells(PROFILE, calls, tmp_path) == [explained(PROFILE, row) for row in EXPLAINED]


def test_the_interpreter_gives_the_same_reasons(interpreted: Callable[[Call], Any]) -> None:
    assert [interpreted(row_call("ZPJ_WHY", row)) for row in EXPLAINED] == [
        explained(PROFILE, row) for row in EXPLAINED
    ]


def test_what_is_refused_is_said_in_words(interpreted: Callable[[Call], Any]) -> None:
    refused = [
        ([20, 19, "五分", "正向"], "五分"),
        ([20, 19, -5, "正向"], "-5"),
        ([20, 19, 5, "其他"], "其他"),
        (["显著提升", "已提升", 5, "定性"], "已提升"),
        ([20, {"error": "#REF!"}, 5, "正向"], "#REF!"),
        ([20, 19, 5, "正向", "", "shanghai-1999"], "shanghai-1999"),
        (["≥90%", "95", 5, "正向"], "95%"),
        (["≤30分钟", "5公里", 5, "反向"], "公里"),
    ]
    for arguments, word in refused:
        assert word in interpreted(("ZPJ_WHY", arguments))


def random_rows(count: int) -> list[Indicator]:
    """Rows of random numbers that have a score or an obstacle; blank ones have the table."""
    return [row for row in random_project(4).indicators if row.kind is not Kind.QUALITATIVE][:count]


def random_texts(count: int) -> list[Indicator]:
    """Targets and actual values in words, most of them quantities of one kind, the 类型 left open."""
    rng = random.Random(20)  # noqa: S311 - cases, no secrets
    return [Indicator("", "", "", _text(rng), 7.5, actual=_text(rng)) for _ in range(count)]


def _text(rng: random.Random) -> str:
    number = rng.choice(("5", "12.5", "1,200", "0.9", "300", "８０", "9-12", "1e3", "-3", "010", "2020"))
    before = rng.choice(
        ("", "", "≥", "不低于", "不超过", "控制在", "约", "完成率", "未超过", "第", "百分之", "PM2.5≤")
    )
    scale = rng.choice(("", "", "", "万", "千", "亿", "余", "百万"))
    unit = rng.choice(
        ("", "%", "‰", "元", "人次", "分钟", "小时", "公里", "亩", "平方米", "元/人/天", "个月", "m²")
    )
    after = rng.choice(("", "", "以上", "以内", "(含)以上", "左右", "，共3次", "内", "以下"))
    return f"{before}{number}{scale}{unit}{after}"


def outcome(profile: Profile, row: Indicator) -> float | str:
    """What Python makes of ``row``: its score, blank, or the error value of the obstacle."""
    kind = row.kind or infer_kind("", row.target)
    scored = score_row(profile, replace(row, kind=kind))
    if scored.obstacle is None:
        return blank_or(scored.score)
    return {"P08": "#NUM!", "Q03": "#N/A"}.get(scored.obstacle.code, "#VALUE!")


def test_random_rows_score_like_python(libreoffice: ModuleType, tmp_path: Path) -> None:
    numbers = random_rows(RANDOM_ROWS)
    texts = [row for row in random_texts(RANDOM_ROWS) if infer_kind("", row.target) is not Kind.QUALITATIVE]
    rows = numbers + texts
    shown = in_cells(PROFILE, [row_call("ZPJ_SCORE", row) for row in rows], tmp_path)
    expected = [outcome(PROFILE, row) for row in rows]
    assert [
        (row.target, row.actual, row.points, is_, should)
        for row, is_, should in zip(rows, shown, expected, strict=True)
        if not same(is_, should)
    ] == []
    assert sum(isinstance(each, float) for each in expected[len(numbers) :]) > 10


def test_random_rows_score_like_python_in_the_interpreter(interpreted: Callable[[Call], Any]) -> None:
    rows = random_rows(RANDOM_ROWS)[::6] + random_texts(RANDOM_ROWS)[::12]
    rows = [row for row in rows if (row.kind or infer_kind("", row.target)) is not Kind.QUALITATIVE]
    different = [
        (row.target, row.actual, row.points)
        for row in rows
        if not same(interpreted(row_call("ZPJ_SCORE", row)), outcome(PROFILE, row))
    ]
    assert different == []


@pytest.mark.parametrize("profile_id", PROFILES)
def test_other_rules_score_like_python(profile_id: str, libreoffice: ModuleType, tmp_path: Path) -> None:
    profile = own_profile(profile_id)
    calls, expected = zip(*_other_calls(profile), strict=True)
    called = in_interpreter(profile)
    for shown in (in_cells(profile, calls, tmp_path), list(map(called, calls))):
        results = zip(calls, shown, expected, strict=True)
        assert [call for call, is_, should in results if not same(is_, should)] == []


def _other_calls(profile: Profile) -> Iterator[tuple[Call, Any]]:
    """Calls where rules differ: above a ceiling, beyond a target, tiers, steps, grades; and Python's."""
    for target, actual in (("100", "150"), ("100", "220"), ("30", "7"), ("1", "9")):
        for kind in (Kind.POSITIVE, Kind.REVERSE):
            row = Indicator("", "", "", target, 7, kind, actual)
            yield row_call("ZPJ_SCORE", row), outcome(profile, row)
            yield row_call("ZPJ_WHY", row), explained(profile, row)
    for ratio in (0.45, 0.55, 0.8, 1.0):
        row = Indicator("", "", "", "建立健全", 6, Kind.QUALITATIVE, ratio=ratio)
        yield row_call("ZPJ_WHY", row), explained(profile, row)
    for spent in (55, 60, 79.99, 80, 99.9, 100, 130):
        points = profile.execution.points
        yield ("ZPJ_EXEC", [100, spent, points]), score_execution(profile, 100, spent)
        yield ("ZPJ_RATE", [100, spent]), execution_rate(100, spent)
    for total in (95, 85, 75, 65, 79.995, 55):
        yield ("ZPJ_GRADE", [total]), grade(profile, total)
    yield ("ZPJ_GRADE", [80, profile.id]), grade(profile, 80)
    yield ("ZPJ_GRADE", [80, DEFAULT_PROFILE]), "#VALUE!"
