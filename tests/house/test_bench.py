"""The benchmark compares like with like: what the other libraries build is the form that zpj renders."""

from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from zpj.recheck.report import Status
from zpj.rules import load_profile
from zpj_generator.package import render_form

BENCH = Path(__file__).parents[2] / "bench"
OTHERS = ["openpyxl", "XlsxWriter"]


class Forms(NamedTuple):
    """One filled form by each contestant."""

    files: dict[str, bytes]
    books: dict[str, Workbook]


@pytest.fixture(scope="module")
def forms() -> Iterator[Forms]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(BENCH)
        from builders import build_with_openpyxl, build_with_xlsxwriter, ready
        from projects import projects

        builders = {"openpyxl": build_with_openpyxl, "XlsxWriter": build_with_xlsxwriter}
        # What a builder keeps from one form must not show in the next.
        for project in islice(projects(), 2):
            profile = load_profile(project.profile)
            form = ready(project, profile)
            files = {name: build(form) for name, build in builders.items()}
        files["zpj"] = render_form(project, profile)
        yield Forms(files, {name: load_workbook(BytesIO(data)) for name, data in files.items()})


def contents(sheet: Worksheet) -> dict[str, Any]:
    return {cell.coordinate: cell.value for cell in cells(sheet) if cell.value not in (None, "")}


def styles(sheet: Worksheet) -> dict[str, Any]:
    """Of what can be seen: nobody dresses the hidden sheet."""
    visible = sheet.sheet_state == "visible"
    return {cell.coordinate: style(cell) for cell in cells(sheet) if visible and cell.has_style}


def merges(sheet: Worksheet) -> list[str]:
    return sorted(map(str, sheet.merged_cells.ranges))


def validations(sheet: Worksheet) -> list[tuple[object, ...]]:
    found = sheet.data_validations.dataValidation
    return sorted(
        (
            str(each.sqref),
            each.type,
            each.operator or "",
            each.formula1,
            each.formula2 or "",
            each.error,
            each.prompt,
        )
        for each in found
    )


def highlights(sheet: Worksheet) -> list[tuple[object, ...]]:
    return sorted(
        (str(each.sqref), rule.priority, rule.formula[0], bool(rule.stopIfTrue), *look(rule.dxf))
        for each in sheet.conditional_formatting
        for rule in each.rules
    )


def sizes(sheet: Worksheet) -> dict[object, float]:
    """Widths by column number, heights by row; neighbours of one width may share an element."""
    columns: Iterable[Any] = sheet.column_dimensions.values()
    widths = {("column", at): each.width for each in columns for at in range(each.min, each.max + 1)}
    heights = {("row", at): each.height for at, each in sheet.row_dimensions.items() if each.height}
    return {place: round(size, 1) for place, size in {**widths, **heights}.items()}


def page(sheet: Worksheet) -> list[object]:
    setup = sheet.page_setup
    return [
        sheet.sheet_state,
        sheet.print_area,
        sheet.print_title_rows,
        sheet.sheet_view.showGridLines,
        setup.paperSize,
        setup.orientation,
        setup.fitToHeight,
        setup.blackAndWhite,
        sheet.HeaderFooter.oddFooter.center.text,
        sheet.protection.sheet,
        sheet.protection.formatRows,
    ]


@pytest.mark.parametrize("aspect", [contents, styles, merges, validations, highlights, sizes, page])
@pytest.mark.parametrize("other", OTHERS)
def test_every_contestant_builds_the_same_sheets(
    forms: Forms, other: str, aspect: Callable[[Worksheet], object]
) -> None:
    ours, theirs = forms.books["zpj"].worksheets, forms.books[other].worksheets
    assert {each.title: aspect(each) for each in theirs} == {each.title: aspect(each) for each in ours}


@pytest.mark.parametrize("other", OTHERS)
def test_every_contestant_defines_the_same_names(forms: Forms, other: str) -> None:
    assert names(forms.books[other]) == names(forms.books["zpj"])


def test_xlsxwriter_stores_the_result_of_every_formula(forms: Forms) -> None:
    assert results(forms.files["XlsxWriter"]) == results(forms.files["zpj"])


def test_rechecking_is_timed_on_forms_that_are_filled_and_clean(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a form with findings, or with nothing to score, less or other work would be timed."""
    monkeypatch.syspath_prepend(BENCH)
    import recheck

    forms = recheck.write_forms(recheck.TURN + 1, tmp_path)
    reports = [recheck.recheck_one(form) for form in forms]
    assert {each.status for each in reports} == {Status.CLEAN}
    assert len({each.total for each in reports} - {None}) > 1
    assert all(taken > 0 for taken in recheck.run_rounds(forms).values())


def cells(sheet: Worksheet) -> Iterator[Cell]:
    return (cell for row in sheet.iter_rows() for cell in row if isinstance(cell, Cell))


def style(cell: Any) -> tuple[object, ...]:
    font, box, align = cell.font, cell.border, cell.alignment
    sides = {(side.style, argb(side.color)) for side in (box.left, box.right, box.top, box.bottom)}
    layout = (align.horizontal, align.vertical, bool(align.wrap_text), bool(align.shrink_to_fit))
    fill = argb(cell.fill.fgColor) if cell.fill.patternType else None
    return (
        cell.number_format,
        font.name,
        font.sz,
        font.b,
        argb(font.color),
        fill,
        sides,
        *layout,
        cell.protection.locked,
    )


def look(rule: Any) -> tuple[str | None, str | None]:
    """Colours of font and fill; a conditional format fills with the background colour."""
    return argb(rule.font and rule.font.color), argb(rule.fill and rule.fill.bgColor)


def argb(color: Any) -> str | None:
    """The colour; automatic and theme colours count as none."""
    return color.rgb if color and color.type == "rgb" else None


def names(book: Workbook) -> dict[str, str]:
    return {name: defined.attr_text for name, defined in book.defined_names.items()}


def results(data: bytes) -> dict[str, Any]:
    return contents(load_workbook(BytesIO(data), data_only=True).worksheets[0])
