"""The workbook: its sheets, names, windows and everything else in the file."""

from collections.abc import Mapping
from dataclasses import dataclass

from zpj.xlsx.model.element import Element
from zpj.xlsx.model.protection import BookProtection
from zpj.xlsx.model.sheet import Sheet
from zpj.xlsx.model.views import Window


@dataclass(frozen=True, slots=True)
class DefinedName:
    """A defined name."""

    name: str
    formula: str
    """Without ``=``, and without quotes around names of sheets that need none."""
    sheet: str = ""
    """The sheet it belongs to; empty for the whole workbook."""
    hidden: bool = False
    function: bool = False
    vb_procedure: bool = False
    xlm: bool = False
    """A macro function of old."""
    shortcut: str = ""
    comment: str = ""
    details: tuple[tuple[str, str], ...] = ()
    """Further attributes as written, sorted."""


@dataclass(frozen=True, slots=True)
class Calculation:
    """How the workbook is calculated."""

    mode: str = "auto"
    """``auto``, ``autoNoTable``, ``manual``."""
    iterates: bool = False
    iterations: int = 100
    change: float = 0.001
    full_precision: bool = True
    """Without it numbers are rounded to what they show."""
    on_load: bool = False
    """``fullCalcOnLoad``: all is calculated when the file is opened."""
    on_save: bool = True
    reference_style: str = "A1"
    concurrent: bool = True
    force_full: bool = False
    engine: str = ""
    """``calcId``: the version that calculated last."""
    unknown: tuple[str, ...] = ()


CALCULATION = Calculation()


@dataclass(frozen=True, slots=True)
class PartInfo:
    """A part of the package."""

    name: str
    content_type: str = ""
    kind: str = ""
    """By its relationship: ``worksheet``, ``externalLink``, ``vbaProject``, ``printerSettings``; ``?`` and
    the full type where that is not known; ``DataMashup`` for queries in custom XML; empty where nothing leads
    to it."""
    source: str = ""
    """The part that leads to it; empty for the package."""
    times: int = 0
    """By how many relationships it is reached."""


@dataclass(frozen=True, slots=True)
class ExternalTarget:
    """A relationship that leads out of the package: a link, a linked workbook, a linked picture."""

    source: str
    kind: str
    target: str


@dataclass(frozen=True, slots=True)
class ExternalLink:
    """A linked workbook, which formulas name ``[1]``, ``[2]``, ... by its place."""

    index: int
    """From 1."""
    part: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """Something programs may understand differently, though what is read here is what the standard says."""

    part: str
    what: str
    """A short phrase in Chinese, from ``texts/zh/xlsx.toml``."""
    cell: str = ""


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook as it was saved, stored results included; nothing is recalculated."""

    sheets: tuple[Sheet, ...]
    """In the order of the tabs, hidden ones included."""
    names: tuple[DefinedName, ...]
    """In the order of the file."""
    part_names: tuple[str, ...]
    """Every file in the archive, read or not."""
    vba_project: bytes | None = None
    """The macros of the book, as they are stored."""
    windows: tuple[Window, ...] = ()
    date1904: bool = False
    calculation: Calculation = CALCULATION
    protection: BookProtection | None = None
    code_name: str = ""
    properties: tuple[tuple[str, str], ...] = ()
    """What ``workbookPr`` says besides, where it differs from the default, sorted."""
    application: str = ""
    """``xl`` for Excel and WPS, ``Calc`` for LibreOffice, as ``fileVersion`` says."""
    parts: tuple[PartInfo, ...] = ()
    """Every part with how it is reached, in the order of the archive."""
    external_targets: tuple[ExternalTarget, ...] = ()
    external_links: tuple[ExternalLink, ...] = ()
    rare: tuple[Element, ...] = ()
    """What is known and rare in the workbook part: ``fileSharing``, ``customWorkbookViews``,
    ``webPublishing``, ``functionGroups``, ``smartTagPr``, ``oleSize``."""
    extensions: tuple[str, ...] = ()
    """Names of known extensions."""
    unknown: tuple[Element, ...] = ()
    """Elements of the workbook part or the styles that are not understood."""
    ambiguities: tuple[Ambiguity, ...] = ()
    theme_fonts: tuple[str, ...] = ()
    """Major Latin, major East Asian, minor Latin, minor East Asian typeface of the theme."""
    missing_parts: tuple[PartInfo, ...] = ()
    """Parts that a relationship leads to and the file does not hold: programs drop what they do not know."""

    @property
    def defined_names(self) -> Mapping[str, str]:
        """What each name refers to, without ``=``; a name of one sheet is keyed ``sheet!name``."""
        return {f"{name.sheet}!{name.name}" if name.sheet else name.name: name.formula for name in self.names}

    @property
    def active_sheet(self) -> int:
        """The sheet that is shown when the file is opened, from 0."""
        return self.windows[0].active if self.windows else 0
