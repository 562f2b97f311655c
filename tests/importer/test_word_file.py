"""Typed forms in Word: what a reader of the document sees is what is read, with its place in words."""

from pathlib import Path

import pytest

from support.typed_form import HEAD, HEADER, LEVELS, ROWS, TOTAL, N
from support.word import cell, docx, paragraph, plain, row, run, table
from zpj.importer import Imported, import_forms
from zpj.model.errors import UnreadableFile
from zpj.rules import load_profile

PROFILE = load_profile("beijing-2020")
FORM = (*HEAD, HEADER, *ROWS, TOTAL)


def imported(folder: Path, *body: str) -> Imported:
    path = folder / "甲.docx"
    path.write_bytes(docx(*body))
    return import_forms(path, PROFILE)


def doubts(form: Imported) -> list[tuple[str, str, str]]:
    return [(f.code, f.place.sheet, f.place.cell) for f in form.findings if f.code != "I04"]


def levels(form: Imported) -> list[tuple[str, str]]:
    (project,) = form.projects
    return [(indicator.level1, indicator.level2) for indicator in project.indicators]


def test_a_form_in_one_table_is_read_whole(tmp_path: Path) -> None:
    form = imported(tmp_path, table(*FORM))
    (project,) = form.projects
    assert (project.code, project.name, project.year) == ("甲", "甲项目", 2021)
    assert (project.goal, project.completion) == ("做好甲事", "做好了甲事")
    assert levels(form) == LEVELS
    assert form.printed_totals == (91,)
    assert doubts(form) == []


def test_a_finding_names_the_table_the_row_and_the_column(tmp_path: Path) -> None:
    lost = [N, N, "质量指标", "丙质", "达标", "达标"]
    form = imported(tmp_path, table(["目录"]), paragraph("略"), table(*HEAD, HEADER, lost, *ROWS, TOTAL))
    assert doubts(form) == [("I01", "表格 2", "第14行第3列")]


def test_merged_cells_speak_for_all_they_cover(tmp_path: Path) -> None:
    labels = [cell("产出指标\n(50分)", merge="restart"), cell(merge="continue"), cell(merge="continue")]
    second = [cell("数量指标", merge="restart"), cell(merge="continue"), cell("成本指标")]
    reasons = [cell("结余较多", merge="restart"), cell(merge="continue"), cell(merge="continue")]
    merged = [row(cell(), labels[n], second[n], plain(ROWS[n][3:8]), reasons[n]) for n in range(3)]
    total = row(cell("总分", span=6), cell("100"), cell("91"), cell())
    form = imported(tmp_path, table(*HEAD, HEADER, *merged, *ROWS[3:], total))
    assert levels(form) == LEVELS
    assert [i.reason for i in form.projects[0].indicators[:3]] == ["结余较多"] * 3
    assert form.printed_totals == (91,)
    assert doubts(form) == []


def test_a_header_merged_over_two_rows_is_one_header(tmp_path: Path) -> None:
    upper = row(
        plain(HEADER[:4], "restart"), plain(["年度指标值", "全年实际值"]), plain(HEADER[6:], "restart")
    )
    lower = row(plain([N] * 4, "continue"), plain(["(A)", "(B)"]), plain([N] * 3, "continue"))
    form = imported(tmp_path, table(*HEAD, upper, lower, *ROWS, TOTAL))
    assert levels(form) == LEVELS
    assert doubts(form) == []


def test_head_and_indicators_in_two_tables_with_a_note_between_are_one_form(tmp_path: Path) -> None:
    form = imported(
        tmp_path,
        paragraph("项目支出绩效自评表"),
        paragraph("（2021年度）"),
        table(*HEAD[2:]),
        paragraph("注：以上由财务部门填写。"),
        table(HEADER, *ROWS, TOTAL),
        paragraph("注：得分不超过分值。"),
    )
    (project,) = form.projects
    assert (project.name, project.year, project.completion) == ("甲项目", 2021, "做好了甲事")
    assert levels(form) == LEVELS
    assert doubts(form) == [("I01", "正文", "第3段")]


def test_a_table_split_by_a_page_break_is_one_table(tmp_path: Path) -> None:
    form = imported(
        tmp_path,
        table(*HEAD, HEADER, *ROWS[:2]),
        paragraph("项目支出绩效自评表（续表）"),
        table(HEADER, *ROWS[2:], TOTAL),
    )
    assert levels(form) == LEVELS
    assert doubts(form) == []


def test_several_forms_in_one_document_are_several_projects(tmp_path: Path) -> None:
    form = imported(tmp_path, table(*FORM), paragraph("(2021年度)"), table(*FORM))
    assert [project.code for project in form.projects] == ["甲", "甲-2"]
    assert form.printed_totals == (91, 91)


def test_columns_left_out_before_a_row_do_not_move_it(tmp_path: Path) -> None:
    line = row(plain(ROWS[1][3:]), properties='<w:gridBefore w:val="3"/>')
    form = imported(tmp_path, table(*HEAD, HEADER, ROWS[0], line, *ROWS[2:], TOTAL))
    assert form.projects[0].indicators[1].level3 == "乙数"
    assert levels(form) == LEVELS


def test_tracked_changes_count_as_accepted_and_are_reported_once(tmp_path: Path) -> None:
    actual = paragraph(
        '<w:del w:id="1"><w:r><w:delText>70</w:delText><w:t>70</w:t></w:r></w:del>',
        '<w:moveFrom w:id="2"><w:r><w:t>7</w:t></w:r></w:moveFrom>',
        f'<w:ins w:id="3">{run("72")}</w:ins>',
        "万元",
    )
    changed = row(plain(ROWS[2][:5]), cell(actual), plain(ROWS[2][6:]))
    deleted = row(plain(ROWS[1]), properties='<w:del w:id="4"/>')
    form = imported(tmp_path, table(*HEAD, HEADER, *ROWS[:2], changed, deleted, *ROWS[3:], TOTAL))
    assert [i.actual for i in form.projects[0].indicators] == ["10", "25人次", "72万元", "有所提升", "95%"]
    assert doubts(form) == [("I12", "表格 1", "第16行第6列")]


def test_a_form_inside_a_layout_table_is_read(tmp_path: Path) -> None:
    form = imported(tmp_path, table(row(cell(paragraph("(2021年度)"), table(*FORM), paragraph()))))
    assert levels(form) == LEVELS
    assert doubts(form) == []


def test_a_small_table_inside_a_cell_is_text_of_that_cell_and_reported(tmp_path: Path) -> None:
    done = cell("做好了", table(["甲事", 3], ["乙事", 4]), paragraph("略"))
    goals = row(cell(), cell("做好甲事"), cell(), cell(), cell(), done)
    form = imported(tmp_path, table(*HEAD[:-1], goals, HEADER, *ROWS, TOTAL))
    assert form.projects[0].completion == "做好了\n甲事 3\n乙事 4\n略"
    assert doubts(form) == [("I11", "表格 1", "第12行第6列")]


@pytest.mark.parametrize(
    "markup",
    [
        f"<w:sdt><w:sdtPr/><w:sdtContent>{run('≥20人次')}</w:sdtContent></w:sdt>",
        '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' + run("20人次"),
        "<m:oMath><m:r><m:t>≥</m:t></m:r></m:oMath>" + run("20人次"),
        f"<w:hyperlink>{run('≥20')}</w:hyperlink><w:r><w:tab/></w:r>{run('人次')}",
        f"<mc:AlternateContent><mc:Choice Requires='x'>{run('≥20人次')}</mc:Choice>"
        f"<mc:Fallback>{run('≥20人次')}</mc:Fallback></mc:AlternateContent>",
        f"<w:r><w:pict><w:txbxContent>{paragraph('≥20人次')}</w:txbxContent></w:pict></w:r>",
        "<w:r><w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase>"
        f"{run('≥20人次')}</w:rubyBase></w:ruby></w:r>",
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        f"{run('单击输入')}</w:sdtContent></w:sdt>{run('≥20人次')}",
        f'<w:pPr><w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs></w:pPr>{run("≥20人次")}',
    ],
    ids=["control", "symbol", "formula", "link", "alternative", "text box", "ruby", "prompt", "tab stop"],
)
def test_a_text_is_read_once_however_word_keeps_it(tmp_path: Path, markup: str) -> None:
    target = cell(f"<w:p>{markup}</w:p>")
    line = row(plain(ROWS[1][:4]), target, plain(ROWS[1][5:]))
    form = imported(tmp_path, table(*HEAD, HEADER, ROWS[0], line, *ROWS[2:], TOTAL))
    assert form.projects[0].indicators[1].target.replace("\t", "") == "≥20人次"


def test_a_document_without_a_table_says_that_it_has_no_form(tmp_path: Path) -> None:
    form = imported(tmp_path, paragraph("项目名称：甲项目"), paragraph("一级指标、三级指标、分值、得分"))
    assert form.projects == ()
    assert [found.code for found in form.findings] == ["I05"]


def test_a_form_cut_in_half_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    form = imported(tmp_path, table(*HEAD, HEADER, *ROWS[:3]))
    assert levels(form) == LEVELS[:3]
    assert doubts(form) == [("P01", "表格 1", "第1行第1列")]


@pytest.mark.parametrize(
    ("stream", "code", "instead"),
    [("WordDocument", "X03", ".docx"), ("EncryptedPackage", "X01", "")],
    ids=["old .doc", "password"],
)
def test_an_old_or_encrypted_document_is_refused(
    tmp_path: Path, stream: str, code: str, instead: str
) -> None:
    path = tmp_path / "甲.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + stream.encode("utf-16-le"))
    with pytest.raises(UnreadableFile) as refused:
        import_forms(path, PROFILE)
    assert [(f.code, f.expected) for f in refused.value.findings] == [(code, instead)]


def test_a_document_is_known_by_its_content_not_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "甲.xlsx"
    path.write_bytes(docx(table(*FORM)))
    assert len(import_forms(path, PROFILE).projects) == 1
