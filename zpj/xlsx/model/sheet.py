"""One sheet as it was saved."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from zpj.xlsx.model.cell import Cell
from zpj.xlsx.model.cell_rules import ConditionalRule, Validation
from zpj.xlsx.model.element import Element
from zpj.xlsx.model.looks import CellFormat
from zpj.xlsx.model.objects import Comment, DrawnObject, Hyperlink, Table
from zpj.xlsx.model.page import PAGE, PageSetup
from zpj.xlsx.model.protection import ProtectedRange, SheetProtection
from zpj.xlsx.model.views import SheetView
from zpj.xlsx.references import Range

State = Literal["visible", "hidden", "veryHidden"]
Kind = Literal["worksheet", "chartsheet", "dialogsheet", "macrosheet", "module"]
"""``module`` is a sheet of old macros, whose text lies with the other macros."""


class Row(NamedTuple):
    """A row, where the file says anything about it."""

    height: float | None = None
    """In points; ``None`` for the default."""
    custom_height: bool = False
    """Whether the height is kept when the text would need another."""
    hidden: bool = False
    format: CellFormat | None = None
    """The format of its cells that are not in the file."""
    outline_level: int = 0
    collapsed: bool = False


class Columns(NamedTuple):
    """Columns ``first`` to ``last``, where the file says anything about them; they never overlap."""

    first: int
    last: int
    width: float | None = None
    """In characters of the default font; ``None`` for the default."""
    custom_width: bool = False
    hidden: bool = False
    format: CellFormat | None = None
    outline_level: int = 0
    collapsed: bool = False


@dataclass(frozen=True, slots=True)
class Defaults:
    """What holds for rows and columns about which the file says nothing."""

    row_height: float = 15.0
    custom_height: bool = False
    hides_rows: bool = False
    """``zeroHeight``: rows the file does not name are hidden."""
    column_width: float | None = None
    base_column_width: int = 8
    unknown: tuple[str, ...] = ()


DEFAULTS = Defaults()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet. Rows and columns count from 1. A chart sheet has no cells."""

    name: str
    state: State
    cells: Mapping[tuple[int, int], Cell]
    """By (row, column), only what the file holds."""
    part: str = ""
    kind: Kind = "worksheet"
    rows: Mapping[int, Row] = field(default_factory=dict[int, Row])
    """Rows about which the file says more than that they are there."""
    columns: tuple[Columns, ...] = ()
    defaults: Defaults = DEFAULTS
    merges: tuple[Range, ...] = ()
    """Sorted."""
    conditional: tuple[ConditionalRule, ...] = ()
    """By priority, which counts from 1."""
    validations: tuple[Validation, ...] = ()
    prompts_disabled: bool = False
    """``disablePrompts``: no validation shows its prompt."""
    protection: SheetProtection | None = None
    protected_ranges: tuple[ProtectedRange, ...] = ()
    views: tuple[SheetView, ...] = ()
    page: PageSetup = PAGE
    hyperlinks: tuple[Hyperlink, ...] = ()
    comments: tuple[Comment, ...] = ()
    objects: tuple[DrawnObject, ...] = ()
    """Pictures, shapes, charts, controls, OLE objects; of a chart sheet its chart."""
    header_pictures: tuple[str, ...] = ()
    """Parts of the pictures in header and footer."""
    background: str = ""
    """The part of the picture behind the cells."""
    tables: tuple[Table, ...] = ()
    tab_color: str = ""
    code_name: str = ""
    properties: tuple[tuple[str, str], ...] = ()
    """What ``sheetPr`` and ``sheetCalcPr`` say besides, where it differs from the default: ``filterMode``,
    ``transitionEvaluation``, ``transitionEntry``, ``syncRef``, ``summaryBelow``, ``fullCalcOnLoad`` ..."""
    rare: tuple[Element, ...] = ()
    """What is known and rare, in the order of the file: ``autoFilter``, ``sortState``, ``customSheetViews``,
    ``scenarios``, ``ignoredErrors``, ``phoneticPr``, ``dataConsolidate``, ``cellWatches``, ``smartTags``,
    ``webPublishItems``; extensions known to change no cell stand in :attr:`extensions`."""
    extensions: tuple[str, ...] = ()
    """Names of known extensions without a field of their own: ``x14:slicerList``, ``x14:sparklineGroups``."""
    unknown: tuple[Element, ...] = ()
    """Elements that are not understood; ``Element("@name")`` for an attribute."""

    @property
    def protected(self) -> bool:
        """Whether the sheet is protected."""
        return self.protection is not None and self.protection.enabled

    @property
    def hidden_rows(self) -> frozenset[int]:
        """Rows that the file hides, by name or with a height of nothing."""
        return frozenset(number for number, row in self.rows.items() if row.hidden or row.height == 0)

    @property
    def hidden_columns(self) -> frozenset[int]:
        """Columns that are hidden, by name or with a width of nothing."""
        return frozenset(
            number
            for columns in self.columns
            if columns.hidden or columns.width == 0
            for number in range(columns.first, columns.last + 1)
        )

    def rare_one(self, name: str) -> Element | None:
        """The first of :attr:`rare` with that name: ``autoFilter``, ``scenarios``."""
        return next((element for element in self.rare if element.name == name), None)
