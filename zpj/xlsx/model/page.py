"""How a sheet is printed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Margins:
    """In inches."""

    left: float = 0.7
    right: float = 0.7
    top: float = 0.75
    bottom: float = 0.75
    header: float = 0.3
    footer: float = 0.3


MARGINS = Margins()


@dataclass(frozen=True, slots=True)
class HeaderFooter:
    """Headers and footers with their codes (``&C``, ``&P``)."""

    odd_header: str = ""
    odd_footer: str = ""
    even_header: str = ""
    even_footer: str = ""
    first_header: str = ""
    first_footer: str = ""
    different_odd_even: bool = False
    different_first: bool = False
    scales: bool = True
    aligns: bool = True
    unknown: tuple[str, ...] = ()


HEADER_FOOTER = HeaderFooter()


@dataclass(frozen=True, slots=True)
class PageSetup:
    """Paper and what is on it."""

    paper: int = 1
    """1 Letter, 9 A4."""
    paper_size: tuple[str, str] = ("", "")
    """Height and width of a paper without a number."""
    orientation: str = "default"
    """``portrait``, ``landscape``, ``default``."""
    scale: int = 100
    fits: bool = False
    """``fitToPage``: the scale follows from the pages below."""
    fit_width: int = 1
    fit_height: int = 1
    """0 for as many pages as it takes."""
    black_and_white: bool = False
    draft: bool = False
    over_then_down: bool = False
    first_page: int | None = None
    """Number of the first page where one is given and used."""
    comments: str = "none"
    """``none``, ``atEnd``, ``asDisplayed``."""
    errors: str = "displayed"
    """What is printed for an error: ``displayed``, ``blank``, ``dash``, ``NA``."""
    copies: int = 1
    dpi: tuple[int, int] = (600, 600)
    horizontal_centered: bool = False
    vertical_centered: bool = False
    gridlines: bool = False
    headings: bool = False
    margins: Margins = MARGINS
    texts: HeaderFooter = HEADER_FOOTER
    row_breaks: tuple[int, ...] = ()
    """Rows after which a page ends."""
    column_breaks: tuple[int, ...] = ()
    auto_page_breaks: bool = True
    unknown: tuple[str, ...] = ()


PAGE = PageSetup()
