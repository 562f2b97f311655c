"""One annotated copy: cells with findings coloured and noted, and all findings on a sheet of their own."""

from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path

from lxml import etree

from zpj.files import write_whole
from zpj.model.codes import Code
from zpj.model.errors import OutputExists
from zpj.model.findings import Place, finding
from zpj.recheck.annotate.added_styles import Styles
from zpj.recheck.annotate.cell_notes import add_notes
from zpj.recheck.annotate.marks import Key, Mark, marks
from zpj.recheck.annotate.results_sheet import WIDTHS, results
from zpj.recheck.annotate.sheet_cells import Cells
from zpj.recheck.identity import RESULTS_PART
from zpj.recheck.report import FormReport
from zpj.rendering import workbook_template
from zpj.texts import wording
from zpj.xlsx.workbook_copy import WorkbookCopy, copy_of

_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"


def annotate(path: Path, reports: Sequence[FormReport], out: Path, *, force: bool = False) -> Path:
    """Write to ``out`` the workbook at ``path`` with the findings of its forms, all else as it is.

    Raises:
        UnreadableFile: the workbook cannot be read.
        OutputExists: X05, ``out`` is there already and ``force`` is not set, or ``out`` is ``path`` itself.
    """
    if out.resolve() == path.resolve():
        raise OutputExists([finding(Code.X05, Place(str(out)))])
    with copy_of(path) as copy:
        _annotate(copy, reports)
        data = copy.pack()
    write_whole(out, data, force=force)
    return out


def _annotate(copy: WorkbookCopy, reports: Sequence[FormReport]) -> None:
    styles, marked = Styles(copy), marks(entry for report in reports for entry in report.findings)
    sheets = tuple(copy.sheets())
    for number, sheet in enumerate(sheets, 1):
        if found := marked.get(sheet.name):
            _colour(Cells(copy.element(sheet.part, "sheetData"), copy.main), found, styles)
            add_notes(copy, sheet.part, number, {key: mark.note for key, mark in found.items() if mark.noted})
    names = [sheet.name for sheet in sheets]
    for report in reports:
        names.append(_add_results(copy, report, styles, names))


def _colour(cells: Cells, found: Mapping[Key, Mark], styles: Styles) -> None:
    for (row, column), mark in found.items():
        cell = cells.at(row, column)
        cell.set("s", styles.filled(cell.get("s", "0"), mark.severity))


def _add_results(copy: WorkbookCopy, report: FormReport, styles: Styles, names: Sequence[str]) -> str:
    """The name of a result sheet, added as the last: numbers by which names refer to sheets stay right."""
    content = results(report, names)
    xml = workbook_template("annotation/results.xml")(
        {
            "main": copy.main,
            "widths": WIDTHS,
            "rows": content.rows,
            "index": styles.sheet_styles(),
            "links": content.links,
        }
    )
    added = copy.add(copy.book, "worksheet", RESULTS_PART, xml, _SHEET_TYPE)
    listed = copy.element(copy.book, "sheets")
    taken = {sheet.get("sheetId") for sheet in listed}
    number = next(number for number in count(1) if str(number) not in taken)
    name = _free_name(names)
    entry = etree.SubElement(listed, f"{{{copy.main}}}sheet", name=name, sheetId=str(number))
    entry.set(f"{{{copy.office}}}id", added.identifier)
    return name


def _free_name(names: Sequence[str]) -> str:
    """The name of a result sheet, numbered in a workbook of several forms or one annotated before."""
    words: Mapping[str, str] = wording("annotation")["sheet"]
    numbered = (words["another"].format(number=number) for number in range(2, len(names) + 3))
    return next(name for name in (words["name"], *numbered) if name not in names)
