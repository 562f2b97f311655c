"""Print setup (S13): area, repeated rows, headers, footers, paper. What programs lose themselves is free."""

from collections.abc import Iterator

from zpj.model.codes import Code
from zpj.model.findings import Finding
from zpj.recheck.form_pair import FormPair
from zpj.texts import wording
from zpj.xlsx.model.book import DefinedName
from zpj.xlsx.model.page import HeaderFooter
from zpj.xlsx.references import Range

PRINT_AREA, PRINT_TITLES = "_xlnm.Print_Area", "_xlnm.Print_Titles"


def s13_print_setup(form: FormPair) -> Iterator[Finding]:
    """What would be printed otherwise than issued."""
    words = wording("recheck")["page"]
    for what, found, expected in _differences(form):
        yield form.finding(Code.S13, found=found, expected=expected, what=words[what])


def _differences(form: FormPair) -> Iterator[tuple[str, str, str]]:
    found, issued = form.sheet.page, form.issued.template.form.page
    yield from _texts(found.texts, issued.texts)
    for what, is_same in (
        ("orientation", found.orientation == issued.orientation),
        ("gridlines", not found.gridlines),
        ("headings", not found.headings),
        ("comments", found.comments == issued.comments),
        ("errors", found.errors == issued.errors),
        ("fit", found.fits == issued.fits),
        ("unknown", not found.unknown),
    ):
        if not is_same:
            yield what, _value(found, what), _value(issued, what)
    yield from _names(form)


def _texts(found: HeaderFooter, issued: HeaderFooter) -> Iterator[tuple[str, str, str]]:
    """Headers and footers that are printed: those of even and first pages only where they differ."""
    pairs = [("header", found.odd_header, issued.odd_header), ("footer", found.odd_footer, issued.odd_footer)]
    if found.different_odd_even:
        pairs += [
            ("header", found.even_header, issued.odd_header),
            ("footer", found.even_footer, issued.odd_footer),
        ]
    if found.different_first:
        pairs += [
            ("header", found.first_header, issued.odd_header),
            ("footer", found.first_footer, issued.odd_footer),
        ]
    yield from (pair for pair in pairs if pair[1] != pair[2])


def _names(form: FormPair) -> Iterator[tuple[str, str, str]]:
    """The print area and the rows that repeat on every page."""
    layout = form.issued.layout
    names = {name.name: name for name in form.returned.book.names if name.sheet == form.sheet.name}
    printed = Range(1, 1, layout.last_row, layout.columns.printed)
    expected = form.moves.range(printed) or printed
    if (area := names.get(PRINT_AREA)) and _areas(area) != [expected.a1]:
        yield "area", area.formula, expected.a1
    header = form.moves.rows.get(layout.header_row, layout.header_row)
    if (titles := names.get(PRINT_TITLES)) and _areas(titles) != [f"{header}:{header}"]:
        yield "titles", titles.formula, f"{header}:{header}"
    for name, what, issued in (
        (PRINT_AREA, "area", expected.a1),
        (PRINT_TITLES, "titles", f"{header}:{header}"),
    ):
        if name not in names:
            yield what, "", issued


def _areas(name: DefinedName) -> list[str]:
    """The ranges a name refers to, without sheet and dollars; whole rows of the columns are ranges too."""
    return [part.rpartition("!")[2].replace("$", "") for part in name.formula.split(",")]


def _value(page: object, what: str) -> str:
    return str(getattr(page, {"fit": "fits"}.get(what, what), ""))
