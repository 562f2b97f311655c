"""The 项目资金 block: four fund rows, the execution rate and its score."""

from functools import cache

from zpj.model.project import FUND_SOURCES, TOTAL_FUND, Fund, Project
from zpj.rules import Profile
from zpj.scoring import ProjectScore, execution_rate
from zpj.texts import wording
from zpj_generator.formulas.project_message import funds_check
from zpj_generator.formulas.total_formulas import execution_formula, rate_formula
from zpj_generator.layout import validations
from zpj_generator.layout.section import Section, input_or_constant, printed_row
from zpj_generator.sheet import columns
from zpj_generator.sheet.cells import Cell, Name, Row

HEADER_ROW = 6
FIRST_ROW = 7
LAST_ROW = FIRST_ROW + len(FUND_SOURCES) - 1
BUDGET = f"{columns.BUDGET}{FIRST_ROW}"
SPENT = f"{columns.SPENT}{FIRST_ROW}"
PARTS = f"{columns.SPENT}{FIRST_ROW + 1}:{columns.SPENT}{LAST_ROW}"
RATE = f"{columns.RATE}{FIRST_ROW}"
POINTS = f"{columns.FUND_POINTS}{FIRST_ROW}"
SCORE = f"{columns.FUND_SCORE}{FIRST_ROW}"
CHECK = f"{columns.CHECK}{FIRST_ROW}"
HEIGHT = 21.0
AMOUNTS = {"initial": columns.INITIAL, "budget": columns.BUDGET, "spent": columns.SPENT}
MERGES = (f"A{HEADER_ROW}:A{LAST_ROW}", *(f"B{row}:C{row}" for row in range(HEADER_ROW, LAST_ROW + 1)))
NAMES = (
    *(
        Name(f"zpj_fund{index}_{field}", f"{column}{FIRST_ROW + index}")
        for index in range(len(FUND_SOURCES))
        for field, column in AMOUNTS.items()
    ),
    Name("zpj_execution_rate", RATE),
    Name("zpj_execution_score", SCORE),
)


def lay_funds(profile: Profile, project: Project, answers: Project, score: ProjectScore) -> Section:
    """Rows 6 to 10."""
    fund_rows = [
        _fund_row(profile, project.fund(source), answers, FIRST_ROW + index, score)
        for index, source in enumerate(FUND_SOURCES)
    ]
    inputs = [cell.ref for row in fund_rows for cell in row.cells if cell.style == "money_input"]
    return Section((_header(), *fund_rows), MERGES, (validations.money(inputs),), NAMES)


@cache
def _header() -> Row:
    words = wording("form")["label"]
    heads = {
        columns.LABEL: "funds",
        columns.INITIAL: "initial",
        columns.BUDGET: "budget",
        columns.SPENT: "spent",
        columns.FUND_POINTS: "points",
        columns.RATE: "rate",
        columns.FUND_SCORE: "score",
    }
    cells = {column: Cell(f"{column}{HEADER_ROW}", "label", words[key]) for column, key in heads.items()}
    return printed_row(
        HEADER_ROW, HEIGHT, cells, [Cell(f"{columns.CHECK}{HEADER_ROW}", "aid_label", words["check"])]
    )


def _fund_row(profile: Profile, issued: Fund, answers: Project, row: int, score: ProjectScore) -> Row:
    fund = answers.fund(issued.source)
    spent = f"{columns.SPENT}{row}"
    budget = f"{columns.BUDGET}{row}"
    rate = execution_rate(fund.budget, fund.spent)
    cells = {
        columns.LEVEL1: Cell(f"{columns.LEVEL1}{row}", "value", wording("form")["fund"][fund.source]),
        columns.INITIAL: input_or_constant(f"{columns.INITIAL}{row}", issued.initial, fund.initial, "money"),
        columns.BUDGET: input_or_constant(budget, issued.budget, fund.budget, "money"),
        columns.SPENT: Cell(spent, "money_input", fund.spent),
        columns.RATE: Cell(
            f"{columns.RATE}{row}", "rate", "" if rate is None else rate, rate_formula(budget, spent)
        ),
    }
    if fund.source != TOTAL_FUND:
        none = wording("form")["label"]["none"]
        cells[columns.FUND_POINTS] = Cell(f"{columns.FUND_POINTS}{row}", "value", none)
        cells[columns.FUND_SCORE] = Cell(f"{columns.FUND_SCORE}{row}", "value", none)
        return printed_row(row, HEIGHT, cells)
    cells[columns.FUND_POINTS] = Cell(POINTS, "points", profile.execution.points)
    stored = "" if score.execution is None else score.execution
    cells[columns.FUND_SCORE] = Cell(SCORE, "score", stored, execution_formula(profile, RATE, POINTS))
    check = funds_check(BUDGET, SPENT, PARTS)
    message = Cell(CHECK, "check", check.result(answers), check.formula(row))
    return printed_row(row, HEIGHT, cells, [message])
