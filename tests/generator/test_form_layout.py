"""What lies over the form sheet: names, validations, colours, merges and the printed page."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import combinations
from zipfile import ZipFile

import pytest
from lxml import etree
from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.formula.translate import Translator
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.workbook import Workbook
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

from support.specimens import FILLED, LONG, PROFILE, SHORT, bare, sixty, wordy
from zpj.model.project import Kind, Project
from zpj.quantity import read_target
from zpj.scoring import score_project
from zpj_generator.package import render_form

FORMS = {
    "short": SHORT,
    "long": LONG,
    "filled": FILLED,
    "bare": bare(),
    "sixty": sixty(),
    "wordy": wordy(),
}
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
PRINTED = "ABCDEFGHI"
RESULTS = ("total", "total_grade", "execution_rate", "execution_score", "pending", "problems")


@pytest.fixture(params=FORMS, scope="module")
def form(request: pytest.FixtureRequest) -> "Form":
    return Form(FORMS[request.param])


class Form:
    """A rendered form as openpyxl reads it, formulas and stored results."""

    def __init__(self, project: Project) -> None:
        rendered = render_form(project, PROFILE)
        self.project = project
        self.score = score_project(PROFILE, project)
        self.book: Workbook = load_workbook(BytesIO(rendered))
        self.sheet: Worksheet = self.book["自评表"]
        self.shown: Worksheet = load_workbook(BytesIO(rendered), data_only=True)["自评表"]
        self.framed = framed(rendered)
        self.names = {
            name.removeprefix("zpj_"): target.attr_text.replace("'", "").replace("$", "").split("!")
            for name, target in self.book.defined_names.items()
        }

    def cells(self) -> Iterator[Cell]:
        return (cell for row in self.sheet.iter_rows() for cell in row if isinstance(cell, Cell))

    def named(self, name: str) -> object:
        """The stored value of the cell with this name."""
        return self.shown[self.names[name][1]].value


def framed(rendered: bytes) -> set[str]:
    """The cells whose style has a border."""
    archive = ZipFile(BytesIO(rendered))
    formats = etree.fromstring(archive.read("xl/styles.xml")).find(f"{MAIN}cellXfs")
    with_border = {str(number) for number, each in enumerate(formats) if each.get("borderId") != "0"}
    sheet = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    return {str(cell.get("r")) for cell in sheet.iter(f"{MAIN}c") if cell.get("s") in with_border}


def covered(area: str, ref: str) -> bool:
    column, row, _, _ = range_boundaries(ref)
    left, top, right, bottom = range_boundaries(area)
    return left <= column <= right and top <= row <= bottom


def refs(area: CellRange) -> Iterator[str]:
    return (f"{get_column_letter(column)}{row}" for row, column in area.cells)


def kinds(form: Form) -> Sequence[Kind]:
    return [row.kind for row in form.score.rows]


def test_every_input_and_result_has_a_name(form: Form) -> None:
    inputs = {cell.coordinate for cell in form.cells() if not cell.protection.locked}
    named = {ref for _, ref in form.names.values()}
    assert inputs - named == set()
    scores = {f"score_{number:02d}" for number in range(1, len(form.project.indicators) + 1)}
    assert {*RESULTS, *scores} <= set(form.names)
    assert {sheet for sheet, _ in form.names.values()} == {"自评表"}


def test_names_lead_to_what_they_say() -> None:
    form = Form(FILLED)
    for number, (indicator, row) in enumerate(zip(FILLED.indicators, form.score.rows, strict=True), 1):
        assert form.named(f"score_{number:02d}") == row.score
        assert form.named(f"actual_{number:02d}") == (indicator.actual if row.b is None else row.b)
        assert form.named(f"reason_{number:02d}") == (indicator.reason or None)
        assert form.named(f"deduction_{number:02d}") == indicator.deduction
        if row.kind is Kind.QUALITATIVE:
            assert form.named(f"tier_{number:02d}") == row.tier
            assert form.named(f"ratio_{number:02d}") == indicator.ratio
    assert (form.named("total"), form.named("total_grade")) == (form.score.total, form.score.grade)
    assert form.named("execution_score") == form.score.execution
    assert form.named("completion") == FILLED.completion
    assert form.named("fund0_spent") == FILLED.funds[0].spent


def test_every_numeric_value_is_checked_when_it_is_typed_and_asked_for_in_its_unit(form: Form) -> None:
    validations = form.sheet.data_validations.dataValidation
    for number, (indicator, kind) in enumerate(zip(form.project.indicators, kinds(form), strict=True), 1):
        ref = form.names[f"actual_{number:02d}"][1]
        over = [each for each in validations if ref in each.cells]
        if kind is Kind.QUALITATIVE:
            assert over == []
            continue
        (validation,) = over
        target = read_target(indicator.target)
        assert validation.type == "decimal"
        assert validation.showErrorMessage
        assert validation.showInputMessage
        assert validation.errorStyle in (None, "stop")
        assert ("95%" if target.percent else target.unit) in validation.prompt


def test_a_tier_is_chosen_from_a_list_and_only_where_somebody_judges(form: Form) -> None:
    lists = [each for each in form.sheet.data_validations.dataValidation if each.type == "list"]
    judged = {ref for name, (_, ref) in form.names.items() if name.startswith("tier_")}
    assert {ref for each in lists for area in each.cells.ranges for ref in refs(area)} == judged
    assert len(judged) == kinds(form).count(Kind.QUALITATIVE)
    assert all(each.formula1 == '"达成,部分达成,未达成"' for each in lists)


def test_prompts_and_errors_fit_what_excel_allows(form: Form) -> None:
    for each in form.sheet.data_validations.dataValidation:
        assert max(len(each.promptTitle), len(each.errorTitle)) <= 32
        assert max(len(each.prompt), len(each.error)) <= 255
        assert len(each.formula1) <= 255


def test_every_formula_turns_red_when_it_is_overwritten(form: Form) -> None:
    rules = [
        (str(area.sqref), rule.formula[0])
        for area in form.sheet.conditional_formatting
        for rule in area.rules
        if "ISFORMULA" in rule.formula[0]
    ]
    formulas = [cell.coordinate for cell in form.cells() if cell.data_type == "f"]
    assert len(formulas) > len(form.project.indicators) * 2
    for ref in formulas:
        (over,) = [(area, formula) for area, formula in rules if covered(area, ref)]
        assert applied(over, ref) == f"NOT(_xlfn.ISFORMULA({ref}))"


def applied(rule: tuple[str, str], ref: str) -> str:
    """The formula of a conditional format as it reads for the cell ``ref`` of its range."""
    area, formula = rule
    translated: str = Translator(f"={formula}", area.partition(":")[0]).translate_formula(ref)
    return translated.removeprefix("=")


def test_no_two_merged_cells_overlap(form: Form) -> None:
    areas = [area.bounds for area in form.sheet.merged_cells.ranges]
    clashes = [
        (one, other)
        for one, other in combinations(areas, 2)
        if one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]
    ]
    assert clashes == []
    assert all(area[:2] != area[2:] for area in areas)


def test_a_merge_hides_no_content(form: Form) -> None:
    for area in form.sheet.merged_cells.ranges:
        hidden = [form.shown.cell(*place).value for place in list(area.cells)[1:]]
        assert hidden == [None] * len(hidden)


def test_the_official_form_is_what_is_printed(form: Form) -> None:
    sheet = form.sheet
    last = max(cell.row for cell in form.cells() if cell.column_letter in PRINTED and cell.value)
    assert sheet.print_area == f"'自评表'!$A$1:$I${last}"
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "portrait")
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    header = int(sheet.print_title_rows.split(":")[0].strip("$"))
    assert [sheet.cell(header, column).value for column in (2, 3, 4)] == ["一级指标", "二级指标", "三级指标"]


def test_every_printed_cell_is_framed(form: Form) -> None:
    """A merged cell has a frame only if all of its parts have one; openpyxl does not keep those."""
    total = int(form.names["total"][1][1:])
    wanted = {f"{column}{row}" for row in range(3, total + 1) for column in PRINTED}
    assert wanted - form.framed == set()
