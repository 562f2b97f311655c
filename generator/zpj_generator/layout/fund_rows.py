"""The 项目资金 block: four fund rows, the execution rate and its score."""

from functools import cache

from zpj.model.project import FUND_SOURCES, TOTAL_FUND, Fund, Project
from zpj.rules import Profile
from zpj.scoring import ProjectScore, execution_rate
from zpj.texts import wording
from zpj.xlsx.references import Range
from zpj_generator.formulas.expressions import Choice
from zpj_generator.formulas.project_message import funds_check
from zpj_generator.formulas.total_formulas import execution_formula, rate_formula
from zpj_generator.layout import input_validations
from zpj_generator.layout.form_section import (
    INPUT,
    FormSection,
    cell_of,
    defined_name,
    head,
    input_or_constant,
    merged,
    printed_row,
)
from zpj_generator.sheet.cells import Cell, DefinedName, SheetRow
from zpj_generator.sheet.columns import SheetColumns
from zpj_generator.sheet.roles import Role

HEADER_ROW = 6
FIRST_ROW = 7
"""年度资金总额, whose rate is scored."""
LAST_ROW = FIRST_ROW + len(FUND_SOURCES) - 1
HEIGHT = 21.0
AMOUNTS = (Role.INITIAL, Role.BUDGET, Role.SPENT)
"""What is said of every fund; the fields of :class:`Fund` are named so."""
HEADS = {
    Role.LABEL: "funds",
    Role.INITIAL: "initial",
    Role.BUDGET: "budget",
    Role.SPENT: "spent",
    Role.FUND_POINTS: "points",
    Role.RATE: "rate",
    Role.FUND_SCORE: "score",
}


def lay_funds(
    columns: SheetColumns, profile: Profile, project: Project, answers: Project, score: ProjectScore
) -> FormSection:
    """Rows 6 to 10."""
    total, *parts = FUND_SOURCES
    rows = (
        _total_row(columns, profile, project.fund(total), answers, score),
        *(
            _part_row(columns, project.fund(source), answers.fund(source), row)
            for row, source in enumerate(parts, FIRST_ROW + 1)
        ),
    )
    inputs = ((cell.row, cell.column) for row in rows for cell in row.cells if cell.style == f"money{INPUT}")
    money = input_validations.money(inputs)
    return FormSection((_header(columns), *rows), _merges(columns), (money,), _names(columns))


@cache
def _header(columns: SheetColumns) -> SheetRow:
    words = wording("form")["label"]
    heads = [head(columns, role, HEADER_ROW, "label", words[key]) for role, key in HEADS.items()]
    check = head(columns, Role.CHECK, HEADER_ROW, "aid_label", words["check"])
    return printed_row(columns, HEADER_ROW, HEIGHT, heads, [check])


def _total_row(
    columns: SheetColumns, profile: Profile, issued: Fund, answers: Project, score: ProjectScore
) -> SheetRow:
    row, check = FIRST_ROW, _check(columns)
    stored = "" if score.execution is None else score.execution
    scored = (
        cell_of(columns, Role.FUND_POINTS, row, "points", profile.execution.points),
        cell_of(columns, Role.FUND_SCORE, row, "score", stored, _execution(columns, profile)),
        cell_of(columns, Role.CHECK, row, "check", check.result(answers), check.formula(row)),
    )
    return printed_row(columns, row, HEIGHT, _amounts(columns, issued, answers.fund(TOTAL_FUND), row), scored)


def _part_row(columns: SheetColumns, issued: Fund, fund: Fund, row: int) -> SheetRow:
    return printed_row(columns, row, HEIGHT, _amounts(columns, issued, fund, row), _unscored(columns, row))


@cache
def _unscored(columns: SheetColumns, row: int) -> tuple[Cell, ...]:
    none = wording("form")["label"]["none"]
    return tuple(cell_of(columns, role, row, "value", none) for role in (Role.FUND_POINTS, Role.FUND_SCORE))


@cache
def _check(columns: SheetColumns) -> Choice[Project]:
    budget, spent = columns.ref(Role.BUDGET, FIRST_ROW), columns.ref(Role.SPENT, FIRST_ROW)
    return funds_check(budget, spent, columns.area(Role.SPENT, FIRST_ROW + 1, LAST_ROW).a1)


@cache
def _execution(columns: SheetColumns, profile: Profile) -> str:
    rate, points = columns.ref(Role.RATE, FIRST_ROW), columns.ref(Role.FUND_POINTS, FIRST_ROW)
    return execution_formula(profile, rate, points)


def _amounts(columns: SheetColumns, issued: Fund, fund: Fund, row: int) -> tuple[Cell, ...]:
    rate = execution_rate(fund.budget, fund.spent)
    stored = "" if rate is None else rate
    return (
        _source(columns, row, issued.source),
        input_or_constant(columns, Role.INITIAL, row, issued.initial, fund.initial, "money"),
        input_or_constant(columns, Role.BUDGET, row, issued.budget, fund.budget, "money"),
        cell_of(columns, Role.SPENT, row, f"money{INPUT}", fund.spent),
        cell_of(columns, Role.RATE, row, "rate", stored, _rate(columns, row)),
    )


@cache
def _source(columns: SheetColumns, row: int, source: str) -> Cell:
    return cell_of(columns, Role.FUND_SOURCE, row, "value", wording("form")["fund"][source])


@cache
def _rate(columns: SheetColumns, row: int) -> str:
    return rate_formula(columns.ref(Role.BUDGET, row), columns.ref(Role.SPENT, row))


@cache
def _merges(columns: SheetColumns) -> tuple[Range, ...]:
    rows = range(HEADER_ROW, LAST_ROW + 1)
    sources = (area for row in rows for area in merged(columns, Role.FUND_SOURCE, row))
    return (*merged(columns, Role.LABEL, HEADER_ROW, LAST_ROW), *sources)


@cache
def _names(columns: SheetColumns) -> tuple[DefinedName, ...]:
    amounts = (
        defined_name(columns, f"zpj_fund{index}_{role}", role, FIRST_ROW + index)
        for index in range(len(FUND_SOURCES))
        for role in AMOUNTS
    )
    rate = defined_name(columns, "zpj_execution_rate", Role.RATE, FIRST_ROW)
    return (*amounts, rate, defined_name(columns, "zpj_execution_score", Role.FUND_SCORE, FIRST_ROW))
