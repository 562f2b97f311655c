"""One project into the bytes of its form workbook."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from typing import Any

from zpj.model.project import Project, Wiring
from zpj.rendering import Rendered, workbook_template
from zpj.rules import Profile
from zpj.texts import wording
from zpj.xlsx.archive_writer import Part, deflate, pack
from zpj_generator.layout import FormLayout, lay_out
from zpj_generator.layout.form_section import INPUT
from zpj_generator.package import defined_names
from zpj_generator.package.buttons import buttons
from zpj_generator.package.hidden_sheet import registry
from zpj_generator.package.instructions_sheet import WIDTH, instructions
from zpj_generator.package.sheet_lock import Lock, lock, macro_password
from zpj_generator.package.style_numbers import CellFormat, named_styles, style_book
from zpj_generator.sheet.columns import SheetColumns
from zpj_generator.wiring import wired

# As Excel names them: some programs find sheets, or keep drawings, by these names alone, whatever the
# relationships say. The templates are named after what they hold.
FORM_PART = "xl/worksheets/sheet1.xml"
INSTRUCTIONS_PART = "xl/worksheets/sheet2.xml"
REGISTRY_PART = "xl/worksheets/sheet3.xml"
BUTTONS_PART = "xl/drawings/vmlDrawing1.vml"


@dataclass(frozen=True, slots=True)
class Macros:
    """What makes a form macro-enabled."""

    vba_project: bytes
    wiring: Wiring = Wiring.NATIVE


def render_form(
    project: Project,
    profile: Profile,
    *,
    password: str | None = None,
    key: bytes | None = None,
    macros: Macros | None = None,
) -> bytes:
    """The workbook of ``project``, an .xlsx or with ``macros`` an .xlsm; the same input gives the same bytes.

    Without a ``password`` the sheets are locked with none that anybody knows, or with one that the macros
    know; with the issuer's ``key`` the stamp is sealed.
    """
    layout = lay_out(project, profile)
    return render_layout(layout, project, profile, password=password, key=key, macros=macros)


def render_layout(
    layout: FormLayout,
    project: Project,
    profile: Profile,
    *,
    password: str | None,
    key: bytes | None,
    macros: Macros | None = None,
) -> bytes:
    """The workbook of ``project`` as laid out, whatever its inputs hold; the stamp carries ``project``."""
    wiring, unlock = Wiring.NATIVE, None
    if macros is not None:
        wiring, unlock = macros.wiring, "" if password is not None else macro_password(key)
    layout = wired(layout, profile, wiring)
    book = style_book(
        (cell.style, cell.number_format)
        for row in layout.rows
        for cell in row.cells
        if cell.number_format is not None
    )
    guard = lock(unlock or password)
    words = wording("form")
    has_macros = macros is not None
    return pack(
        [
            _fixed("[Content_Types].xml", "content_types.xml", has_macros),
            _fixed("_rels/.rels", "_rels/package.rels.xml"),
            _fixed("docProps/app.xml", "docProps/app.xml"),
            _part("docProps/core.xml", title=words["label"]["title"], subject=project.name),
            _part(
                "xl/workbook.xml",
                sheet=words["sheet"],
                lock=guard,
                print_area=defined_names.print_area(layout),
                print_titles=defined_names.print_titles(layout),
                names=defined_names.names(layout),
                # Where macros are blocked, calculating would turn the scores of a udf form into #NAME?.
                calculates=wiring is Wiring.NATIVE,
            ),
            _fixed("xl/_rels/workbook.xml.rels", "xl/_rels/workbook.rels.xml", has_macros),
            _part(
                "xl/styles.xml",
                number_formats=book.number_formats,
                formats=tuple(map(_format, book.formats)),
                named=_named_styles("xl/styles/named.xml"),
                looks=_named_styles("xl/styles/looks.xml"),
            ),
            _part(
                FORM_PART,
                template="xl/worksheets/form.xml",
                layout=layout,
                index=book.index,
                columns=[(number, number, width) for number, width in enumerate(layout.columns.widths, 1)],
                merges=[area.a1 for area in layout.merges],
                highlights=list(_highlights(layout)),
                lock=guard,
                prompts=words["prompt"],
                print=words["print"],
                first_input=_first_input(layout),
                has_macros=has_macros,
            ),
            _instructions(profile, guard),
            _part(
                REGISTRY_PART,
                template="xl/worksheets/registry.xml",
                entries=registry(project, profile, layout, key, wiring, unlock),
                lock=guard,
            ),
            *(_macro_parts(macros.vba_project, layout.columns) if macros is not None else ()),
        ]
    )


@cache
def _macro_parts(vba_project: bytes, columns: SheetColumns) -> tuple[Part, ...]:
    """What only a macro-enabled form has."""
    return (
        deflate("xl/vbaProject.bin", vba_project),
        _part(BUTTONS_PART, template="xl/drawings/buttons.vml", buttons=tuple(buttons(columns))),
        _fixed("xl/worksheets/_rels/sheet1.xml.rels", "xl/worksheets/_rels/form.rels.xml", True),
    )


def _part(name: str, template: str = "", **context: Any) -> Part:
    """The part ``name``, rendered from the template of the same name unless another is named."""
    return deflate(name, workbook_template(template or name)(context).encode())


@cache
def _fixed(name: str, template: str, has_macros: bool = False) -> Part:
    """A part that is the same in every form: rendered and deflated once."""
    return deflate(name, workbook_template(template)({"has_macros": has_macros}).encode())


@cache
def _instructions(profile: Profile, guard: Lock) -> Part:
    return _part(
        INSTRUCTIONS_PART,
        template="xl/worksheets/instructions.xml",
        lines=instructions(profile),
        width=WIDTH,
        index=style_book(()).index,
        lock=guard,
    )


@cache
def _named_styles(name: str) -> Rendered:
    """A stretch of the styles part that is the same in every form."""
    styles = named_styles()
    return workbook_template(name)({field.name: getattr(styles, field.name) for field in fields(styles)})


@lru_cache(maxsize=1024)
def _format(form: CellFormat) -> Rendered:
    """One cell format; forms have most of them in common."""
    return workbook_template("xl/styles/format.xml")({"xf": form})


def _highlights(layout: FormLayout) -> Iterator[tuple[str, int, int, int, str]]:
    """Range, look, priority, whether it is the last to be looked at, formula."""
    looks = named_styles().look_index
    for priority, (area, formula, style) in enumerate(layout.highlights, 1):
        yield area.a1, looks[style], priority, int(style != "overwritten"), formula


def _first_input(layout: FormLayout) -> str:
    """The cell that is selected when the form is opened."""
    return next(cell.ref for row in layout.rows for cell in row.cells if cell.style.endswith(INPUT))
