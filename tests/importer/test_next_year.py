"""Last year's form as this year's definition: the indicators stay, the values go, old years are named."""

from pathlib import Path

from support.command import zpj
from support.typed_form import HEAD, HEADER, ROWS, TOTAL, Cells, N
from support.word import docx, table
from zpj.importer import for_year, import_forms, without_values
from zpj.model.project import TOTAL_FUND, Fund, Indicator, Kind
from zpj.rules import load_profile
from zpj_generator.definitions import load_projects

PROFILE = load_profile("beijing-2020")
DATED: Cells = [N, "产出指标", "时效指标", "甲时", "2021年12月底前", "按时", 5, 5]
WORDS: Cells = [N, N, N, "乙时", "≤30分钟", "情况良好", 5, 5]


def written(folder: Path) -> Path:
    path = folder / "甲.docx"
    path.write_bytes(
        docx(table(*HEAD, HEADER, [*ROWS[0][:6], 20, 20], ROWS[1], DATED, WORDS, *ROWS[2:], TOTAL))
    )
    return path


def test_a_blank_form_keeps_what_is_asked_and_drops_what_was_answered(tmp_path: Path) -> None:
    form = without_values(import_forms(written(tmp_path), PROFILE))
    (project,) = form.projects
    assert (project.name, project.goal, project.completion) == ("甲项目", "做好甲事", "")
    assert project.fund(TOTAL_FUND) == Fund(TOTAL_FUND, 100, 80, None)
    assert project.indicators[1] == Indicator("产出指标", "数量指标", "乙数", "≥20人次", 10, Kind.POSITIVE)
    assert {(i.actual, i.reason, i.printed_score, i.ratio, i.tier) for i in project.indicators} == {
        ("", "", None, None, None)
    }
    assert form.printed_totals == (None,)
    assert form.findings == ()


def test_last_years_answer_does_not_decide_this_years_kind(tmp_path: Path) -> None:
    form = import_forms(written(tmp_path), PROFILE)
    assert form.projects[0].indicators[3].kind is Kind.QUALITATIVE
    assert without_values(form).projects[0].indicators[3].kind is Kind.REVERSE


def test_another_year_is_set_and_texts_that_name_an_earlier_one_are_reported(tmp_path: Path) -> None:
    form = for_year(import_forms(written(tmp_path), PROFILE), "甲.docx", 2022)
    assert form.projects[0].year == 2022
    assert form.projects[0].indicators[2].target == "2021年12月底前"
    found = [(f.place.file, f.place.form, f.found) for f in form.findings if f.code == "I13"]
    assert found == [("甲.docx", "甲", "2021")]


def test_two_commands_make_this_years_form_of_last_years_document(tmp_path: Path) -> None:
    definitions, forms = tmp_path / "定义.xlsx", tmp_path / "表"
    done = zpj("import", written(tmp_path), "-o", definitions, "--blank", "--year", "2022")
    assert (done.status, done.err.count("[I13]")) == (0, 1)
    (project,) = load_projects([definitions])
    assert (project.year, project.indicators[0].actual) == (2022, "")
    assert zpj("generate", definitions, "-o", forms).status == 0
    assert len(list(forms.iterdir())) == 1


def test_a_year_is_four_figures(tmp_path: Path) -> None:
    done = zpj("import", written(tmp_path), "-o", tmp_path / "定义.xlsx", "--year", "22")
    assert done.status == 2
    assert "--year" in done.err
