"""Excel's functions as Excel has them: help within its limits, cells of every kind, an answer to anything."""

import re
from datetime import datetime
from decimal import Decimal
from importlib.metadata import version
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support.excel_host import Help, ask
from support.tree import ROOT, product_files
from zpj.version import __version__
from zpj_udfs import functions
from zpj_udfs.function_errors import ERRORS

MOST_HELP = 254
MISSING = {"missing": True}
NAMES = ("ZPJ_SCORE", "ZPJ_WHY", "ZPJ_GRADE", "ZPJ_RATE", "ZPJ_EXEC", "ZPJ_NUM", "ZPJ_ENGINE")

SOURCES = {".py", ".bas", ".toml", ".xml"}
NOT_BSD = re.compile(r"xlwings\.pro\b|from xlwings import .*\bpro\b")

CALLS: dict[str, tuple[str, list[Any]]] = {
    "ranges": (
        "ZPJ_SCORE",
        [{"range": [[20], [None]]}, {"range": [[19], [3]]}, {"range": [[5]]}, "", MISSING, MISSING],
    ),
    "currency": ("ZPJ_EXEC", [{"range": [[{"currency": "82.4000"}]]}, {"currency": "41.2000"}, 10, MISSING]),
    "date-as-target": ("ZPJ_SCORE", [{"date": "2021-12-31"}, 0.9, 5, MISSING, MISSING, MISSING]),
    "date-as-actual": ("ZPJ_SCORE", [20, {"date": "2021-12-31"}, 5, "正向", MISSING, MISSING]),
    "newer-error": ("ZPJ_SCORE", [20, {"error": "#SPILL!"}, 5, "正向", MISSING, MISSING]),
    "error-in-a-range": ("ZPJ_GRADE", [{"range": [[{"error": "#N/A"}], [95]]}, MISSING]),
    "usual-rules": ("ZPJ_GRADE", [95, "beijing-2020"]),
    "unknown-rules": ("ZPJ_GRADE", [95, "nowhere-1999"]),
    "unknown-rules-explained": ("ZPJ_WHY", [20, 19, 5, "正向", MISSING, "nowhere-1999"]),
    "deduction-explained": ("ZPJ_WHY", [20, 20, 5, "正向", 1, MISSING]),
    "nothing-to-explain": ("ZPJ_WHY", [None, 19, 5, "正向", MISSING, MISSING]),
    "engine": ("ZPJ_ENGINE", []),
}


@pytest.fixture(scope="module")
def excel() -> tuple[dict[str, Help], dict[str, Any]]:
    reply = ask(list(CALLS.values()))
    return reply.help, dict(zip(CALLS, reply.answers, strict=True))


@pytest.mark.parametrize("name", NAMES)
def test_a_function_has_help_that_excel_has_room_for(
    name: str, excel: tuple[dict[str, Help], dict[str, Any]]
) -> None:
    about = excel[0][name]
    assert about.category == "绩效自评"
    assert 0 < len(about.description) <= MOST_HELP
    assert all(about.arguments.values())
    assert len(name) + sum(len(name) + len(help_) for name, help_ in about.arguments.items()) <= MOST_HELP


def test_excel_sees_exactly_the_functions_that_are_promised(
    excel: tuple[dict[str, Help], dict[str, Any]],
) -> None:
    assert sorted(excel[0]) == sorted(NAMES)


@pytest.mark.parametrize(
    ("call", "answer"),
    [
        ("ranges", [[4.75], [""]]),
        ("currency", 5),
        ("date-as-target", 4.5),
        ("date-as-actual", "#VALUE!"),
        ("newer-error", "#VALUE!"),
        ("error-in-a-range", [["#N/A"], ["优"]]),
        ("usual-rules", "优"),
        ("unknown-rules", "#VALUE!"),
        ("nothing-to-explain", ""),
    ],
)
def test_a_cell_of_any_kind_gets_its_answer(
    call: str, answer: object, excel: tuple[dict[str, Help], dict[str, Any]]
) -> None:
    assert excel[1][call] == answer


def test_the_words_name_what_is_wrong_and_what_was_taken_off(
    excel: tuple[dict[str, Help], dict[str, Any]],
) -> None:
    assert "nowhere-1999" in excel[1]["unknown-rules-explained"]
    assert "4.00" in excel[1]["deduction-explained"]


def test_the_engine_says_its_versions(excel: tuple[dict[str, Help], dict[str, Any]]) -> None:
    assert __version__ in excel[1]["engine"]
    assert version("xlwings") in excel[1]["engine"]


COUNTS = {"ZPJ_SCORE": 6, "ZPJ_WHY": 6, "ZPJ_GRADE": 2, "ZPJ_RATE": 2, "ZPJ_EXEC": 4, "ZPJ_NUM": 1}
WORDS = ("ZPJ_WHY", "ZPJ_GRADE")

CELL = st.one_of(
    st.none(),
    st.booleans(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=12),
    st.sampled_from(["≥90%", "5万人次", "正向", "反向", "定性", "85%", "beijing-2020", "#N/A", "9-12场"]),
    st.decimals(allow_nan=False, allow_infinity=False, places=4),
    st.datetimes(min_value=datetime(1900, 1, 1)),
)


@settings(deadline=None)
@given(st.lists(CELL, min_size=6, max_size=6))
def test_whatever_a_cell_holds_there_is_an_answer(
    cells: list[float | str | bool | Decimal | datetime],
) -> None:
    for name, count in COUNTS.items():
        answer = getattr(functions, name)(*cells[:count])
        assert isinstance(answer, float | str), name
        assert name in WORDS or isinstance(answer, float) or answer in {*ERRORS, ""}


def test_nothing_of_ours_names_the_part_of_xlwings_that_is_not_bsd() -> None:
    sources = [ROOT / path for path, _ in product_files() if path.suffix in SOURCES]
    assert any(path.name == "registration.py" for path in sources)
    assert [path for path in sources if NOT_BSD.search(path.read_text(encoding="utf-8"))] == []
