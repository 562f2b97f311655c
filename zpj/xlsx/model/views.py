"""How a sheet and the workbook's windows are shown."""

from dataclasses import dataclass

from zpj.xlsx.references import Range


@dataclass(frozen=True, slots=True)
class Pane:
    """A frozen or split view."""

    state: str = "split"
    """``frozen``, ``frozenSplit`` or ``split``."""
    x_split: float = 0
    """Columns that stand still where it is frozen, else a width."""
    y_split: float = 0
    top_left: tuple[int, int] | None = None
    """The first cell of the lower right pane."""
    active: str = "topLeft"


@dataclass(frozen=True, slots=True)
class Selection:
    """What is selected in one pane."""

    cell: tuple[int, int] = (1, 1)
    ranges: tuple[Range, ...] = (Range(1, 1, 1, 1),)
    pane: str = "topLeft"


SELECTION = Selection()


@dataclass(frozen=True, slots=True)
class SheetView:
    """A view of a sheet."""

    window: int = 0
    """Which of the workbook's windows shows it."""
    selected: bool = False
    kind: str = "normal"
    """``normal``, ``pageBreakPreview``, ``pageLayout``."""
    zoom: int = 100
    """Percent, of the view that is shown."""
    formulas: bool = False
    gridlines: bool = True
    headers: bool = True
    zeros: bool = True
    ruler: bool = True
    white_space: bool = True
    outline_symbols: bool = True
    window_protection: bool = False
    right_to_left: bool = False
    grid_color: str = ""
    """Colour index of the grid lines; empty for the default."""
    top_left: tuple[int, int] = (1, 1)
    pane: Pane | None = None
    selections: tuple[Selection, ...] = (SELECTION,)
    unknown: tuple[str, ...] = ()


VIEW = SheetView()


@dataclass(frozen=True, slots=True)
class Window:
    """A window of the workbook."""

    visibility: str = "visible"
    """``visible``, ``hidden``, ``veryHidden``."""
    minimized: bool = False
    horizontal_scroll: bool = True
    vertical_scroll: bool = True
    sheet_tabs: bool = True
    x: int | None = None
    """Place and size in twips; ``None`` where they are not given."""
    y: int | None = None
    width: int | None = None
    height: int | None = None
    tab_ratio: int = 600
    """Thousandths of the width for the tabs."""
    first_sheet: int = 0
    """The first tab in sight, from 0."""
    active: int = 0
    """The sheet that is shown, from 0."""
    groups_dates: bool = True
    unknown: tuple[str, ...] = ()


WINDOW = Window()
