"""A definition survives both notations unchanged, whatever its texts and numbers look like."""

from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from zpj.model.project import FUND_SOURCES, Fund, Indicator, Kind, Project, Tier
from zpj_generator.definitions import read_definitions, samples, write_toml, write_workbook

NASTY = (
    '=HYPERLINK("http://example.invalid","x")',
    "+1",
    "-1",
    "@x",
    "'撇号开头",
    "#N/A",
    "TRUE",
    "0.90",
    "2026-12-31",
    'a"b\\c&<d>]]>',
    "第一行\n第二行\r\n第三行\t末",
    "\x01铃\x07\x1b",
    "_x0041_ _x005F_ _x1_",
    "😀\ufffe\uffff",
    "长" * 300,
)

texts = st.one_of(
    st.sampled_from(NASTY), st.text(st.characters(exclude_categories=["Cs"]), max_size=12).map(str.strip)
)
named = texts.filter(bool)
amounts = st.none() | st.floats(0, 1e9, allow_subnormal=False)
funds = st.builds(Fund, st.sampled_from(FUND_SOURCES), amounts, amounts, amounts)
indicators = st.builds(
    Indicator,
    level1=named,
    level2=named,
    level3=named,
    target=named,
    points=st.floats(0, 100),
    kind=st.none() | st.sampled_from(Kind),
    actual=texts,
    tier=st.none() | st.sampled_from(Tier),
    ratio=st.none() | st.floats(0, 1),
    deduction=amounts,
    reason=texts,
    evidence=texts,
    printed_score=amounts,
)
projects = st.builds(
    Project,
    code=named,
    name=named,
    year=st.integers(1990, 2100),
    department=texts,
    unit=texts,
    leader=texts,
    phone=texts,
    funds=st.lists(funds, max_size=2).map(tuple),
    goal=texts,
    completion=texts,
    indicators=st.lists(indicators, max_size=2).map(tuple),
    profile=named,
)
nasty = Project("=1+1", NASTY[0], 2026, *NASTY[1:5], (), *NASTY[5:7], (Indicator(*NASTY[7:11], 0.1 + 0.2),))
quick = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _read(path: Path) -> tuple[Project, ...]:
    definitions = read_definitions(path)
    assert definitions.problems == ()
    return tuple(sourced.project for sourced in definitions.projects)


@quick
@given(st.lists(projects, min_size=1, max_size=2, unique_by=lambda project: project.code))
@example([nasty])
def test_workbook_gives_back_every_text_and_number(tmp_path: Path, written: list[Project]) -> None:
    path = tmp_path / "definitions.xlsx"
    write_workbook(written, path, force=True)
    assert _read(path) == tuple(written)


@quick
@given(projects)
@example(nasty)
def test_toml_gives_back_every_text_and_number(tmp_path: Path, written: Project) -> None:
    path = tmp_path / "definition.toml"
    write_toml(written, path, force=True)
    assert _read(path) == (written,)


def test_samples_are_the_same_from_toml_and_from_a_workbook(tmp_path: Path) -> None:
    from_toml = [project for sample in samples() for project in _read(sample)]
    write_workbook(from_toml, tmp_path / "samples.xlsx")
    assert len(from_toml) == 3
    assert _read(tmp_path / "samples.xlsx") == tuple(from_toml)
