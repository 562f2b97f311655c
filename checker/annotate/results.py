"""The sheet 复核结果: every finding with a link to its cell, the override ledger, what was not checked."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from checker.annotate.marks import cells_of, clipped
from checker.outputs.figures import change, label, points, signed, spot
from checker.outputs.order import in_order
from checker.report import FormReport, Override
from generator.layout.model import Cell
from templates.annotation import annotation_words
from templates.report import report_words
from zpj.findings import Finding

WIDTHS = (8.0, 8.0, 17.0, 26.0, 26.0, 72.0)
"""程度, 代码, 位置, 表内值, 应为, 问题与处理."""
TEXT = 2000
"""Characters of one text; Excel calls a file with more than 32767 in a cell damaged."""


@dataclass(slots=True)
class Results:
    """The rows of the sheet, top to bottom, and its links: cell and where it leads."""

    sheets: Container[str]
    """Names of the sheets that links may lead to."""
    rows: list[tuple[Cell, ...]] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)

    def add(self, style: str, *texts: str, first: str | None = None, link: Finding | None = None) -> None:
        """A row of texts; ``first`` is another style for the first, ``link`` what the third leads to."""
        number = len(self.rows) + 1
        styles = [first or style, *(style for _ in texts[1:])]
        if link is not None and (target := self._target(link)):
            styles[2] = "link"
            self.links.append((f"C{number}", target))
        cells = zip("ABCDEF", styles, texts, strict=False)
        self.rows.append(
            tuple(Cell(f"{column}{number}", style, clipped(text, TEXT)) for column, style, text in cells)
        )

    def _target(self, entry: Finding) -> str:
        cells = cells_of(entry)
        if not cells or entry.place.sheet not in self.sheets:
            return ""
        return "'{}'!{}".format(entry.place.sheet.replace("'", "''"), cells[0].a1)


def results(report: FormReport, sheets: Container[str]) -> Results:
    """The sheet of ``report``; ``sheets`` are those of the workbook."""
    sheet = Results(sheets)
    words = annotation_words()["sheet"]
    sheet.add("title", words["title"].format(label=label(report)))
    total, found = points(report.total), points(report.total_found)
    sheet.add("text", words["total"].format(found=found, expected=total, grade=report.grade or "—"))
    _findings(sheet, report.findings)
    _ledger(sheet, report.ledger)
    _explained(sheet, report)
    _unchecked(sheet, report.unchecked)
    return sheet


def _section(sheet: Results, name: str, columns: Sequence[str], entries: Sequence[object]) -> None:
    words = report_words()
    sheet.add("text")
    sheet.add("section", words["section"][name])
    if entries and columns:
        sheet.add("head", *(words["column"][column] if column else "" for column in columns))
    if not entries:
        sheet.add("text", words["none"][name])
