"""The top of the form: title, year, project and people."""

from zpj.model.project import Project
from zpj.texts import wording
from zpj_generator.layout.section import Section, across, blank, input_or_constant, printed_row
from zpj_generator.sheet import columns
from zpj_generator.sheet.cells import Cell, Name
from zpj_generator.sheet.text_heights import Text, row_heights

TITLE_ROW, YEAR_ROW, NAME_ROW, DEPARTMENT_ROW, LEADER_ROW = 1, 2, 3, 4, 5
LEAST_HEIGHT = 24.0


def lay_heading(project: Project, answers: Project) -> Section:
    """Rows 1 to 5."""
    words = wording("form")["label"]
    name_height = _height(Text(project.name, columns.span_width(columns.LEVEL2, columns.REASON)))
    left = columns.span_width(columns.LEVEL2, columns.TARGET)
    right = columns.span_width(columns.POINTS, columns.REASON)
    rows = (
        printed_row(TITLE_ROW, 30.0, {"A": Cell("A1", "title", words["title"])} | _bare(TITLE_ROW)),
        printed_row(
            YEAR_ROW,
            18.0,
            {"A": Cell("A2", "year", words["year"].format(year=project.year))} | _bare(YEAR_ROW),
        ),
        printed_row(
            NAME_ROW,
            name_height,
            {"A": Cell("A3", "label", words["name"]), "C": Cell("C3", "value", project.name)},
        ),
        printed_row(
            DEPARTMENT_ROW,
            _height(Text(answers.department, left), Text(answers.unit, right)),
            _pair(DEPARTMENT_ROW, project, answers, "department", "unit"),
        ),
        printed_row(
            LEADER_ROW,
            _height(Text(answers.leader, left), Text(answers.phone, right)),
            _pair(LEADER_ROW, project, answers, "leader", "phone"),
        ),
    )
    merges = ("A1:I1", "A2:I2", "A3:B3", "C3:I3", "A4:B4", "C4:E4", "G4:I4", "A5:B5", "C5:E5", "G5:I5")
    names = (
        Name("zpj_department", "C4"),
        Name("zpj_unit", "G4"),
        Name("zpj_leader", "C5"),
        Name("zpj_phone", "G5"),
    )
    return Section(rows, merges, names=names)


def _bare(row: int) -> dict[str, Cell]:
    """Title rows have no frame."""
    return {column: blank(column, row, "plain") for column in columns.PRINTED[1:]}


def _pair(row: int, project: Project, answers: Project, left: str, right: str) -> dict[str, Cell]:
    """Two fields of the project, by their names there, side by side."""
    words = wording("form")["label"]
    values = {name: (getattr(project, name), getattr(answers, name)) for name in (left, right)}
    return {
        "A": Cell(f"A{row}", "label", words[left]),
        **across(input_or_constant(f"C{row}", *values[left], "value"), "E"),
        "F": Cell(f"F{row}", "label", words[right]),
        **across(input_or_constant(f"G{row}", *values[right], "value"), "I"),
    }


def _height(*texts: Text) -> float:
    return row_heights(texts, least=LEAST_HEIGHT)[0]
