"""The sheet 复核结果: every finding with a link to its cell, the override ledger, what was not checked."""

from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from zpj.model.findings import Finding, Place
from zpj.recheck.annotate.marks import cells_of, clipped
from zpj.recheck.outputs.figures import change, label, points, signed, spot
from zpj.recheck.outputs.finding_order import in_order
from zpj.recheck.report import Explained, FormReport, Override
from zpj.texts import wording
from zpj.texts.punctuation import clauses
from zpj.xlsx.references import cell_name
from zpj_generator.sheet.cells import Cell
from zpj_generator.sheet.text_heights import Text, row_heights

LINK = 3
"""The column of the links."""
WIDTHS = (8.0, 8.0, 17.0, 26.0, 26.0, 72.0)
"""程度, 代码, 位置, 表内值, 应为, 问题与处理."""
LEAST_HEIGHT = 20.0
TEXT = 2000
"""Characters of one text; Excel calls a file with more than 32767 in a cell damaged."""

Row = tuple[int, float, tuple[Cell, ...]]
"""Number, height in points, cells."""


@dataclass(slots=True)
class Results:
    """The rows of the sheet, top to bottom, and its links: cell and where it leads."""

    sheets: Container[str]
    """Names of the sheets that links may lead to."""
    rows: list[Row] = field(default_factory=list[Row])
    links: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])

    def add(self, style: str, *texts: str, first: str = "", target: str = "") -> None:
        """A row of texts, the first in the style ``first``; the third is a link if it has a ``target``."""
        number = len(self.rows) + 1
        styles = dict.fromkeys(range(1, len(texts) + 1), style) | ({1: first} if first else {})
        if target:
            styles[LINK] = "link"
            self.links.append((cell_name(number, LINK), target))
        shown = [clipped(text, TEXT) for text in texts]
        cells = (Cell(number, column, styles[column], text) for column, text in enumerate(shown, 1))
        self.rows.append((number, _height(shown), tuple(cells)))


def _height(texts: Sequence[str]) -> float:
    """The height of a row; what stands alone in it may run on over the columns beside it."""
    wrapped = map(Text, texts, WIDTHS) if len(texts) > 1 else ()
    return row_heights(wrapped, least=LEAST_HEIGHT, count=1)[0]


def results(report: FormReport, sheets: Container[str]) -> Results:
    """The sheet of ``report``; ``sheets`` are those of the workbook."""
    sheet, words = Results(sheets), wording("annotation")["sheet"]
    sheet.add("title", words["title"].format(label=label(report)))
    nothing = wording("report")["none"]["value"]
    figures = {
        "found": points(report.total_found),
        "expected": points(report.total),
        "grade": report.grade or nothing,
    }
    sheet.add("line", words["total"].format(**figures))
    _findings(sheet, report.findings)
    _ledger(sheet, report.ledger)
    _explained(sheet, report.explained)
    _section(sheet, "unchecked", report.unchecked)
    for matter in report.unchecked:
        sheet.add("line", matter)
    return sheet


def _findings(sheet: Results, findings: Sequence[Finding]) -> None:
    _section(sheet, "findings", findings, "severity", "code", "place", "found", "expected", "message")
    for entry in in_order(findings):
        severity = wording("report")["severity"][entry.severity.value]
        texts = (severity, entry.code, spot(entry.place), entry.found, entry.expected, entry.message)
        sheet.add("text", *texts, first=entry.severity.value, target=_target(entry.place, sheet.sheets))


def _ledger(sheet: Results, ledger: Sequence[Override]) -> None:
    _section(sheet, "ledger", ledger, "", "code", "place", "found", "expected", "label")
    words = wording("report")["column"]
    for entry in ledger:
        place = Place(sheet=entry.sheet, cell=entry.cell)
        effect = (
            entry.label,
            f"{words['difference']} {signed(entry.difference)}",
            f"{words['total']} {change(points(entry.total_found), points(entry.total))}",
            f"{words['grade']} {change(entry.grade_found, entry.grade)}",
        )
        texts = ("", entry.code, spot(place), entry.found, entry.expected, clauses(effect))
        sheet.add("text", *texts, target=_target(place, sheet.sheets))


def _explained(sheet: Results, explained: Sequence[Explained]) -> None:
    _section(sheet, "explained", explained, "", "code", "place", "who", "reason", "message")
    for entry in explained:
        accepted = entry.finding
        texts = ("", accepted.code, spot(accepted.place), entry.who, entry.reason, accepted.message)
        sheet.add("text", *texts, target=_target(accepted.place, sheet.sheets))


def _section(sheet: Results, name: str, entries: Sequence[object], *columns: str) -> None:
    """The heading of a table, and its head, or words that say there is nothing in it."""
    words = wording("report")
    sheet.add("line", "")
    sheet.add("section", words["section"][name])
    if not entries:
        sheet.add("line", words["none"][name])
    elif columns:
        sheet.add("head", *(words["column"][column] if column else "" for column in columns))


def _target(place: Place, sheets: Container[str]) -> str:
    """What a link to ``place`` leads to; empty where that is no cell of the workbook."""
    cells = cells_of(place)
    if not cells or place.sheet not in sheets:
        return ""
    return "'{}'!{}".format(place.sheet.replace("'", "''"), cells[0].a1)
