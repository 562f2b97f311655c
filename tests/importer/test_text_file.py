"""Typed forms as text: tabs or commas, any usual encoding, lines torn and shifted; nothing is lost."""

import csv
import io
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from support.typed_form import HEAD, HEADER, LEVELS, ROWS, TOTAL, Cells, N
from zpj.importer import Imported, import_forms
from zpj.model.errors import UnreadableFile
from zpj.model.project import TOTAL_FUND, Fund
from zpj.rules import load_profile

PROFILE = load_profile("beijing-2020")
WIDTH = 9
LINES = [*HEAD, HEADER, *ROWS, TOTAL]
FIRST = len(HEAD) + 2
"""The line of the first indicator."""


def tabbed(*lines: Cells) -> str:
    """The lines as an export writes them: all of one length, line breaks turned into blanks."""
    padded = ([*line, *[N] * (WIDTH - len(line))] for line in lines)
    return "".join(
        "\t".join("" if cell is None else str(cell).replace("\n", " ") for cell in line) + "\n"
        for line in padded
    )


def imported(folder: Path, content: str | bytes, name: str = "甲.txt") -> Imported:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return import_forms(path, PROFILE)


def doubts(form: Imported) -> list[tuple[str, str]]:
    return [(found.code, found.place.cell) for found in form.findings if found.code != "I04"]


def levels(form: Imported) -> list[tuple[str, str]]:
    (project,) = form.projects
    return [(indicator.level1, indicator.level2) for indicator in project.indicators]


def comma_separated(lines: list[Cells]) -> str:
    stream = io.StringIO()
    csv.writer(stream).writerows(lines)
    return stream.getvalue()


def test_a_tidy_form_is_read_whole_and_without_a_doubt(tmp_path: Path) -> None:
    form = imported(tmp_path, tabbed(*LINES))
    (project,) = form.projects
    assert (project.code, project.name, project.year) == ("甲", "甲项目", 2021)
    assert project.fund(TOTAL_FUND) == Fund(TOTAL_FUND, 100, 80, 72)
    assert (project.goal, project.completion) == ("做好甲事", "做好了甲事")
    assert levels(form) == LEVELS
    assert form.printed_totals == (91,)
    assert doubts(form) == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("notation", [comma_separated, lambda lines: tabbed(*lines)], ids=["csv", "tsv"])
def test_every_usual_encoding_is_read(
    tmp_path: Path, encoding: str, notation: Callable[[list[Cells]], str]
) -> None:
    form = imported(tmp_path, notation(LINES).replace("\n", "\r\n").encode(encoding), "甲.csv")
    assert levels(form) == LEVELS
    assert doubts(form) == []


def test_text_under_the_name_of_a_workbook_is_read(tmp_path: Path) -> None:
    assert levels(imported(tmp_path, tabbed(*LINES), "甲.xlsx")) == LEVELS


def test_lines_without_their_trailing_tabs_are_the_same_lines(tmp_path: Path) -> None:
    stripped = "\n".join(line.rstrip("\t") for line in tabbed(*LINES).splitlines())
    form = imported(tmp_path, stripped)
    assert form.projects == imported(tmp_path, tabbed(*LINES)).projects
    assert doubts(form) == []


@pytest.mark.parametrize("torn", ["\t得到\n提升\t", '\t"得到\n提升"\t'], ids=["wrapped", "quoted"])
def test_a_cell_over_two_lines_is_one_cell(tmp_path: Path, torn: str) -> None:
    text = tabbed(*LINES)
    form = imported(tmp_path, text.replace("\t得到提升\t", torn))
    assert form.projects[0].indicators[3].target == "得到\n提升"
    assert [i.reason for i in form.projects[0].indicators] == ["", "", "结余较多", "还可提升", ""]
    assert levels(form) == LEVELS
    assert doubts(form) == []


def test_a_reason_that_runs_on_below_its_row_is_one_reason(tmp_path: Path) -> None:
    form = imported(tmp_path, tabbed(*LINES).replace("结余较多\n", "结余\n较多\n"))
    assert form.projects[0].indicators[2].reason == "结余\n较多"
    assert doubts(form) == []


def test_a_word_in_quotes_keeps_them_and_swallows_nothing(tmp_path: Path) -> None:
    rows: list[Cells] = [[*ROWS[0][:3], '"甲"数', *ROWS[0][4:]], [*ROWS[1][:3], '"乙数', *ROWS[1][4:]]]
    form = imported(tmp_path, tabbed(*HEAD, HEADER, *rows, *ROWS[2:], TOTAL))
    assert [i.level3 for i in form.projects[0].indicators[:2]] == ['"甲"数', '"乙数']
    assert levels(form) == LEVELS


def test_a_page_break_with_blank_lines_title_and_header_loses_nothing(tmp_path: Path) -> None:
    page = "\n\f项目支出绩效自评表（续表）\n第 2 页\n\n" + tabbed(HEADER)
    form = imported(tmp_path, tabbed(*HEAD, HEADER, *ROWS[:2]) + page + tabbed(*ROWS[2:], TOTAL))
    assert levels(form) == LEVELS
    assert doubts(form) == []


@pytest.mark.parametrize("tabs", [1, 2])
@pytest.mark.parametrize("index", range(len(ROWS)))
def test_a_line_shifted_by_one_or_two_tabs_is_put_right(tmp_path: Path, index: int, tabs: int) -> None:
    rows = [[*[N] * tabs, *row] if number == index else row for number, row in enumerate(ROWS)]
    form = imported(tmp_path, tabbed(*HEAD, HEADER, *rows, TOTAL))
    assert form.projects == imported(tmp_path, tabbed(*LINES)).projects
    assert doubts(form) == []


def test_a_finding_names_the_line(tmp_path: Path) -> None:
    lost: Cells = [N, N, "质量指标", "丙质", "达标", "达标"]
    form = imported(tmp_path, "\n\n" + tabbed(*HEAD, HEADER, lost, *ROWS, TOTAL))
    assert doubts(form) == [("I01", f"第{FIRST + 2}行")]


def test_several_forms_in_one_file_are_several_projects(tmp_path: Path) -> None:
    form = imported(tmp_path, tabbed(*LINES) + "注：略\n\n" + tabbed(*LINES))
    assert [project.code for project in form.projects] == ["甲", "甲-2"]
    assert form.printed_totals == (91, 91)


def test_figures_are_read_as_people_type_them(tmp_path: Path) -> None:
    head = [*HEAD[:5], ["单位：元"], ["项目资金", *HEAD[5][1:]], *HEAD[6:]]
    head[7] = [N, "年度资金总额", N, "１,０００,０００", "800,000.00", "720000", "10分", "0.9", "９.0"]
    rows = [[*row[:6], f"{row[6]}分", f"{row[7]}.0分", *row[8:]] for row in ROWS]
    header = [*HEADER[:6], "分值（90）", "自评得分", HEADER[8]]
    form = imported(tmp_path, tabbed(*head, header, *rows, [N, "合计", N, N, N, N, N, "100分", "９１"]))
    assert form.projects[0].fund(TOTAL_FUND) == Fund(TOTAL_FUND, 100, 80, 72)
    assert [i.printed_score for i in form.projects[0].indicators] == [30, 10, 8, 24, 10]
    assert form.printed_totals == (91,)
    assert doubts(form) == []


def test_a_form_without_scores_is_a_form(tmp_path: Path) -> None:
    lines = [[*line[:7], *line[8:]] for line in (HEADER, *ROWS)]
    form = imported(tmp_path, tabbed(*HEAD, *lines))
    assert levels(form) == LEVELS
    assert {i.printed_score for i in form.projects[0].indicators} == {None}


def test_a_form_cut_in_half_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    text = tabbed(*LINES)
    form = imported(tmp_path, text[: text.index("80万元以内")])
    assert levels(form) == LEVELS[:2]
    assert [code for code, _ in doubts(form)] == ["I01", "P01"]


def test_a_long_text_without_a_form_says_so_soon(tmp_path: Path) -> None:
    start = time.perf_counter()
    form = imported(tmp_path, "甲乙丙丁\t戊己庚辛,壬癸\t1\t2\n" * 2000)
    assert [found.code for found in form.findings] == ["I05"]
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "X01"),
        (b"\x81\x81\xff\xff", "X01"),
        ("项目名称\t甲".encode("utf-16-le"), "X03"),
        (b"\xe9\xa1\xb9" + bytes(9), "X03"),
        (b"<html><table>", "X03"),
        (b" " * ((4 << 20) + 1), "X04"),
    ],
    ids=["empty", "no encoding", "UTF-16 without mark", "binary", "web page", "too large"],
)
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        imported(tmp_path, content)
    assert [found.code for found in refused.value.findings] == [code]
