"""Strict loading: a profile that says too much, too little or two things at once is refused, all at once."""

from pathlib import Path

import pytest

from support.profiles import own_profile
from zpj.model.errors import ProfileError
from zpj.model.project import DEFAULT_PROFILE
from zpj.rules import load_profile

GRADES = '[[grade]]\nname = "优"\nfrom = {}\nclause = "测试"\n'
BANDS = '[[positive.over_completion]]\nfrom = {}\ndeduct = {}\nclause = "测试"\n'
STEPS = '[execution]\nmethod = "steps"\n[[execution.step]]\nfrom = {}\npoints = {}\nclause = "测试"\n'
BLOCKS = '[[block]]\nlevel1 = "产出指标"\npoints = {}\nclause = "测试"\n'


def tiers(**bands: tuple[float, float]) -> str:
    """Tiers by name, each from and to."""
    row = '[[tier]]\nname = "{}"\nfrom = {}\nto = {}\nclause = "测试"\n'
    return "".join(row.format(name, low, high) for name, (low, high) in bands.items())


def problems(folder: Path, *texts: str) -> set[tuple[str, str]]:
    """Code and key of everything wrong with profile ``p0``, the first of ``texts``; the next is ``p1``."""
    for index, text in enumerate(texts):
        (folder / f"p{index}.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ProfileError) as caught:
        own_profile("p0", folder)
    return {(finding.code, finding.place.cell) for finding in caught.value.findings}


def changed(text: str) -> str:
    """The default profile with ``text`` laid over it."""
    return f'extends = "{DEFAULT_PROFILE}"\nid = "p0"\n{text}'


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("[execution]\nweight = 3", "execution.weight"),
        ("[penalty]\nx = 1", "penalty"),
        ('comment = "多余"', "comment"),
        ('[execution]\npoints = "十"', "execution.points"),
        ("[execution]\npoints = true", "execution.points"),
        ("[tolerance]\nrow = nan", "tolerance.row"),
        ("[tolerance]\ntotal = inf", "tolerance.total"),
        ('[execution]\nclause = " "', "execution.clause"),
        ("[rounding]\ndecimals = 2.5", "rounding.decimals"),
        ("[source]\nchecked = 2026", "source.checked"),
        ("[reason]\nfillers = [0]", "reason.fillers"),
        ("[reason]\nelsewhere = [0]", "reason.elsewhere"),
        ("[reason]\nleast = 1.5", "reason.least"),
        ('[reason]\nwarnings = "brief"', "reason.warnings"),
        ('[reverse]\nmethod = "square"', "reverse.method"),
        ('[total]\nmethod = "mean"', "total.method"),
        ("total = 100", "total"),
        ("[[execution]]\npoints = 10", "execution"),
        ("grade = 90", "grade"),
        ('[[grade]]\nname = "优"\nfrom = 0', "grade[1].clause"),
        ('[[block]]\nlevel1 = "产出指标"\npoints = 90\nclause = "测试"\naliases = [1]', "block[1].aliases"),
    ],
)
def test_what_the_format_does_not_know_is_refused(text: str, key: str, tmp_path: Path) -> None:
    assert problems(tmp_path, changed(text)) == {("G01", key)}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("[execution]\npoints = 20", "block"),
        (BLOCKS.format(40) + BLOCKS.format(50), "block"),
        (tiers(达成=(0.7, 1), 部分达成=(0.6, 0.8), 未达成=(0, 0.6)), "tier"),
        (tiers(达成=(0.8, 1), 部分达成=(0.6, 0.7), 未达成=(0, 0.6)), "tier"),
        (tiers(达成=(0.8, 0.9), 部分达成=(0.6, 0.8), 未达成=(0, 0.6)), "tier"),
        (tiers(达成=(0.8, 1), 未达成=(0, 0.8)), "tier"),
        (tiers(达成=(0.6, 1), 基本达成=(0.3, 0.6), 未达成=(0, 0.3)), "tier"),
        (GRADES.format(60), "grade"),
        (GRADES.format(0) + GRADES.format(0), "grade"),
        (BANDS.format(2, 0.1) + BANDS.format(2, 0.2), "positive.over_completion"),
        (BANDS.format(2, 1.1), "positive.over_completion"),
        ('[execution]\nmethod = "steps"', "execution.step"),
        (STEPS.format(0, 7), "execution.step"),
        (STEPS.format(0.5, 10), "execution.step"),
        ("[reason]\nleast = 0", "reason.least"),
        ("[reason]\nleast = 5", "reason.least"),
        ("[reason]\nbrief = 21", "reason.least"),
        ("[reason]\nrepeated = 1", "reason.repeated"),
        ('[reason]\nwarnings = ["short"]', "reason.warnings"),
    ],
)
def test_what_contradicts_itself_is_refused(text: str, key: str, tmp_path: Path) -> None:
    assert problems(tmp_path, changed(text)) == {("G01", key)}


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    missing = problems(tmp_path, 'id = "p0"\nversion = 1\n[rounding]\ndecimals = 2\nof = "rows"')
    assert {("G01", "title"), ("G01", "rounding.clause"), ("G01", "reverse"), ("G01", "source")} <= missing


def test_everything_wrong_is_said_at_once(tmp_path: Path) -> None:
    text = changed('[total]\nfull = 1\npoints = "百"\n[reverse]\nclause = ""')
    keys = {"total.full", "total.points", "reverse.clause"}
    assert problems(tmp_path, text) == {("G01", key) for key in keys}


def test_a_profile_may_not_pass_for_the_one_it_extends(tmp_path: Path) -> None:
    assert problems(tmp_path, f'extends = "{DEFAULT_PROFILE}"') == {("G01", "id")}


def test_a_circle_of_profiles_is_refused(tmp_path: Path) -> None:
    circle = problems(tmp_path, 'extends = "p1"\nid = "p0"', 'extends = "p0"\nid = "p1"')
    assert circle == {("G01", "extends")}


def test_an_unknown_base_is_refused(tmp_path: Path) -> None:
    assert {code for code, _ in problems(tmp_path, 'extends = "nowhere-1999"\nid = "p0"')} == {"D05"}


def test_an_unknown_profile_is_refused() -> None:
    with pytest.raises(ProfileError) as caught:
        load_profile("nowhere-1999")
    (problem,) = caught.value.findings
    assert (problem.code, problem.found) == ("D05", "nowhere-1999")
    assert DEFAULT_PROFILE in problem.expected


@pytest.mark.parametrize("text", ["id = ", 'id = "a"\nid = "b"'])
def test_a_file_that_is_no_toml_is_named(text: str, tmp_path: Path) -> None:
    (tmp_path / "p0.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ProfileError) as caught:
        own_profile("p0", tmp_path)
    assert [(finding.code, finding.place.file) for finding in caught.value.findings] == [("G01", "p0.toml")]


def test_a_list_of_one_s_own_replaces_the_inherited_one_whole(tmp_path: Path) -> None:
    (tmp_path / "p0.toml").write_text(changed(BANDS.format(1.5, 0.5)), encoding="utf-8")
    profile = own_profile("p0", tmp_path)
    assert [(band.low, band.deduct) for band in profile.positive.over_completion] == [(1.5, 0.5)]
    assert profile.positive.clause == load_profile(DEFAULT_PROFILE).positive.clause
