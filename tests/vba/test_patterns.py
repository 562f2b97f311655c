"""The patterns of zpj.quantity, compiled for VBA: up to date, and finding there what they find in Python."""

import subprocess
import sys
from operator import attrgetter
from pathlib import Path

import pytest
from pyopenvba.apps.excel import ExcelApplication

from support.vba_functions import interpreter
from zpj.model.project import DEFAULT_PROFILE
from zpj.rendering import templates_folder
from zpj.rules import load_profile
from zpj.vba.compiled_patterns import Program, programs, require_programs
from zpj.vba.quantity_tables import PATTERNS

ROOT = Path(__file__).parents[2]
PROFILE = load_profile(DEFAULT_PROFILE)


def test_the_compiled_patterns_are_those_of_today() -> None:
    """When this fails: python scripts/vba_tables.py > templates/vba/patterns.toml"""
    script = ROOT / "scripts/vba_tables.py"
    compiled = subprocess.run([sys.executable, script], capture_output=True, encoding="utf-8", check=True)
    assert compiled.stdout == (templates_folder() / "vba/patterns.toml").read_text(encoding="utf-8")


def test_a_pattern_that_was_not_compiled_is_noticed() -> None:
    with pytest.raises(LookupError, match="vba_tables"):
        require_programs([*PATTERNS, "NEW"])


TEXTS = tuple(
    text
    for line in (
        "5|12.5%|≥90%|9-12场|80%-90%|不得低于90%|控制在50万元以内|5家三级以上医院|2020年|2020.5.1|12月底前|3日前",
        "PM2.5≤35|COVID-19|5A景区|第3名|前10名|3级|3、4|34.62(万元)|7x24|.5|1,200.5|1,20|−3|--3|1.5e3吨",
        "30 分钟内|5²|5百分点|550元每人每天以内|大于　等于 5|不足5|3场，5人|严禁超过50万元|达到30分钟以内",
        "95%(含)以上|≥ 5 以下",
    )
    for text in line.split("|")
)
"""Texts that come upon every corner of the patterns."""


@pytest.fixture(scope="module")
def app() -> ExcelApplication:
    return interpreter(PROFILE)


@pytest.mark.parametrize(
    "program", [each for each in programs() if each.name in PATTERNS], ids=attrgetter("name")
)
def test_a_pattern_finds_in_vba_what_it_finds_in_python(program: Program, app: ExcelApplication) -> None:
    pattern = PATTERNS[program.name]
    for text in TEXTS:
        match = pattern.search(text)
        spans = [match.span(group) for group in (0, *program.groups.values())] if match else []
        assert app.run("FoundFrom", program.start, text, 1) is (match is not None), text
        found = [_span(app, group) for group in (0, *program.groups.values())] if match else []
        assert found == spans, text


def _span(app: ExcelApplication, group: int) -> tuple[int, int]:
    """Where a group stands as Python counts; -1 where it took no part."""
    start, end = (int(str(app.run(name, group))) for name in ("GroupStart", "GroupEnd"))
    return start - 1, end - 1
