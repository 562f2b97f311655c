"""Everything wrong with a definition is reported at once, with its code at its place."""

from collections.abc import Callable
from pathlib import Path

import pytest

from zpj.model.errors import DefinitionError, OutputExists
from zpj_generator.definitions import load_projects, samples, write_toml

SHORT = next(path for path in samples() if path.stem == "sample-short").read_text(encoding="utf-8")
FILLED = next(path for path in samples() if path.stem == "sample-filled").read_text(encoding="utf-8")


def problems(*paths: Path, profile: str | None = None) -> set[tuple[str, str]]:
    """Code and key of every problem."""
    with pytest.raises(DefinitionError) as caught:
        load_projects(paths, profile)
    return {(finding.code, finding.place.cell) for finding in caught.value.findings}


@pytest.fixture
def toml(tmp_path: Path) -> Callable[..., Path]:
    """A sample as a file, with pieces of its text replaced."""

    def write(*changes: tuple[str, str], text: str = SHORT, name: str = "a.toml") -> Path:
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path / name

    return write


@pytest.mark.parametrize(
    ("old", "new", "code", "cell"),
    [
        ('"项目名称" = "公共图书馆夜间开放服务"', "", "D02", "项目名称"),
        ('"三级指标" = "夜间接待读者"', '"三级指标" = "  "', "D02", "指标[2].三级指标"),
        ('"年度" = 2026', '"年度" = 2026.5', "D07", "年度"),
        ('"年度" = 2026', '"年度" = 1989', "D07", "年度"),
        ('"年度" = 2026', '"年度" = true', "D07", "年度"),
        ('"分值" = 10', '"分值" = "十分"', "D07", "指标[1].分值"),
        ('"分值" = 10', '"分值" = nan', "D07", "指标[1].分值"),
        ('"分值" = 10', '"分值" = "10%"', "D07", "指标[1].分值"),
        ('"分值" = 10', f'"分值" = 1{"0" * 400}', "D07", "指标[1].分值"),
        ('"类型" = "反向"', '"类型" = "逆向"', "D04", "指标[5].类型"),
        ('"资金来源" = "其他资金"', '"资金来源" = "社会捐赠"', "D04", "资金[4].资金来源"),
        ('"资金来源" = "其他资金"', '"资金来源" = "其中:当年财政拨款"', "D14", "资金[4].资金来源"),
        ('"一级指标" = "满意度指标"', '"一级指标" = "其他指标"', "D04", "指标[8].一级指标"),
        ('"年度" = 2026', '"年度" = 2026\n"规则" = "nowhere-1999"', "D05", "规则"),
        ('"年度" = 2026', '"年度" = 2026\n"预算" = 3', "D08", "预算"),
        ('"分值" = 10', '"分值" = 10\n"权重" = 3', "D08", "指标[1].权重"),
        ('"年度指标值" = "≥180天"', '"年度指标值" = 180', "D12", "指标[1].年度指标值"),
        ('"年度指标值" = "≥180天"', f'"年度指标值" = 0x{"f" * 9000}', "D12", "指标[1].年度指标值"),
        ('"年度指标值" = "≥180天"', f'"年度指标值" = "≥{"1" * 33000}"', "D15", "指标[1].年度指标值"),
        (
            '"年度指标值" = "≥180天"',
            '"年度指标值" = "逐步延长"\n"类型" = "正向"',
            "Q04",
            "指标[1].年度指标值",
        ),
        ('"年度指标值" = "≥180天"', '"年度指标值" = "≥180天"\n"比例" = 0.9', "D13", "指标[1].比例"),
        ('"全年预算数" = 82.4', "", "B05", "资金[1].全年预算数"),
        ('"全年预算数" = 82.4', '"全年预算数" = 0', "B05", "资金[1].全年预算数"),
        ('"年初预算数" = 6.5', '"年初预算数" = -6.5', "P08", "资金[3].年初预算数"),
    ],
)
def test_one_slip_is_one_problem_at_its_key(
    toml: Callable[..., Path], old: str, new: str, code: str, cell: str
) -> None:
    assert problems(toml((old, new))) == {(code, cell)}


@pytest.mark.parametrize(
    ("old", "new", "code", "cell"),
    [
        ('"比例" = 0.7', '"比例" = 0.8', "P05", "指标[11].比例"),
        ('"比例" = 0.7', '"比例" = 70', "P05", "指标[11].比例"),
        ('"档次" = "部分达成"\n"比例" = 0.7', '"比例" = 1.01', "P05", "指标[11].比例"),
        ('"比例" = 0.7', '"比例" = -0.7', "P08", "指标[11].比例"),
        ('"酌情扣分" = 1', '"酌情扣分" = -1', "P08", "指标[10].酌情扣分"),
        ('"档次" = "部分达成"', '"档次" = "大部分达成"', "D04", "指标[11].档次"),
    ],
)
def test_a_slip_in_a_filled_value_is_one_problem_at_its_key(
    toml: Callable[..., Path], old: str, new: str, code: str, cell: str
) -> None:
    assert problems(toml((old, new), text=FILLED)) == {(code, cell)}


def test_points_that_do_not_add_up_are_reported_for_the_total_and_for_the_block(
    toml: Callable[..., Path],
) -> None:
    assert problems(toml(('"分值" = 15', '"分值" = 12'))) == {("P01", "项目编号"), ("P02", "指标[6].分值")}


def test_points_moved_between_blocks_are_reported_though_the_total_is_right(
    toml: Callable[..., Path],
) -> None:
    moved = toml(('"分值" = 10', '"分值" = 5'), ('"分值" = 15', '"分值" = 20'))
    assert problems(moved) == {("P02", "指标[1].分值"), ("P02", "指标[6].分值")}


def test_a_missing_block_is_reported_at_the_project(toml: Callable[..., Path]) -> None:
    path = toml(('"一级指标" = "满意度指标"', '"一级指标" = "效益指标"'))
    assert problems(path) == {("P02", "指标[6].分值"), ("P02", "项目编号")}


def test_a_project_without_funds_and_indicators_misses_both(toml: Callable[..., Path]) -> None:
    path = toml(text='"项目编号" = "1"\n"项目名称" = "空"\n"年度" = 2026\n')
    assert problems(path) == {("D11", "项目编号"), ("B05", "项目编号")}


def test_problems_of_all_files_come_together(toml: Callable[..., Path], tmp_path: Path) -> None:
    first = toml(('"年度" = 2026', '"年度" = "今年"'), ('"类型" = "反向"', '"类型" = "负向"'))
    broken = toml(text="项目编号 = 1", name="b.toml")
    again = toml(('"分值" = 10', '"分值" = -10'), name="c.toml")
    (old := tmp_path / "d.xls").write_bytes(b"")
    assert problems(first, broken, again, old, tmp_path / "none.toml") == {
        ("D07", "年度"),
        ("D04", "指标[5].类型"),
        ("D10", "第 1 行第 1 列"),
        ("D03", "项目编号"),
        ("P08", "指标[1].分值"),
        ("P01", "项目编号"),
        ("P02", "指标[1].分值"),
        ("X03", ""),
        ("X01", ""),
    }


def test_the_rule_asked_for_replaces_the_one_written_down(toml: Callable[..., Path]) -> None:
    path = toml(('"年度" = 2026', '"年度" = 2026\n"规则" = "nowhere-1999"'))
    assert load_projects([path], "beijing-2020")[0].profile == "beijing-2020"
    assert problems(path, profile="elsewhere") == {("D05", "规则")}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("\ufeff".encode() + SHORT.encode(), None),
        (SHORT.encode("utf-16"), "D10"),
        (SHORT.encode("gb18030"), "D10"),
        (b"a = " + b"[" * 100_000, "D10"),
        (b"a = " + b"1" * 5_000, "D10"),
        ('"指标" = 3'.encode(), "D10"),
        (b"#" * 5_000_001, "X04"),
    ],
    ids=["bom", "utf-16", "gb18030", "deep", "digits", "no-tables", "huge"],
)
def test_a_damaged_toml_file_is_a_finding_and_a_byte_order_mark_is_not(
    tmp_path: Path, data: bytes, code: str | None
) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(data)
    if code is None:
        assert len(load_projects([path])) == 1
    else:
        assert code in {found for found, _ in problems(path)}


def test_a_number_written_as_text_is_taken_when_it_is_plainly_one(toml: Callable[..., Path]) -> None:
    path = toml(
        ('"年初预算数" = 86.5', '"年初预算数" = "1,086.5"'),
        ('"分值" = 10', '"分值" = "\uff11\uff10"'),
        ('"年度指标值" = "建立健全"', '"年度指标值" = "建立健全"\n"档次" = "达成"\n"比例" = "85%"'),
    )
    (project,) = load_projects([path])
    assert project.funds[0].initial == 1086.5
    assert (project.indicators[0].points, project.indicators[6].ratio) == (10, 0.85)


def test_a_definition_is_never_overwritten_unasked(toml: Callable[..., Path]) -> None:
    path = toml()
    (project,) = load_projects([path])
    before = path.read_bytes()
    with pytest.raises(OutputExists) as caught:
        write_toml(project, path)
    assert [finding.code for finding in caught.value.findings] == ["X05"]
    assert path.read_bytes() == before
    write_toml(project, path, force=True)
    assert path.read_bytes() != before
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
