"""Views and windows (S14): what a person sees on opening. Zoom, selection and scrolling are free."""

from collections.abc import Iterator

from zpj.model.codes import Code
from zpj.model.findings import Finding
from zpj.recheck.form_pair import FormPair
from zpj.texts import wording
from zpj.xlsx.model.views import Pane, SheetView, Window

MOST_STILL = 4
"""Columns that may stand still: labels and levels."""
LEAST_WINDOW = 1500
"""Twips; a window smaller than that shows nothing."""
FARTHEST = 100_000
"""Twips; a window beyond is on no screen."""


def s14_views(form: FormPair) -> Iterator[Finding]:
    """Panes that keep the form out of sight, noughts or values not shown, a book without a window."""
    words = wording("recheck")["view"]
    for view in form.sheet.views:
        for key in _view_faults(view, form.issued.template.form.views[0], form.issued.layout.header_row):
            yield form.finding(Code.S14, found=words[key])
    for window in form.returned.book.windows:
        for key in _window_faults(window):
            yield form.finding(Code.S14, found=words[key])


def _view_faults(view: SheetView, issued: SheetView, heads: int) -> Iterator[str]:
    if view.pane != issued.pane and not (view.pane and _keeps_heads(view.pane, view.top_left, heads)):
        yield "panes"
    if view.zeros != issued.zeros:
        yield "zeros"
    if view.formulas != issued.formulas:
        yield "formulas"
    if view.right_to_left != issued.right_to_left:
        yield "right_to_left"
    if not 10 <= view.zoom <= 400:
        yield "zoom"
    if view.unknown:
        yield "unknown"


def _keeps_heads(pane: Pane, top_left: tuple[int, int], heads: int) -> bool:
    """Whether the pane only holds the heads still, as people freeze them, and leaves all else to scroll."""
    is_frozen = pane.state in ("frozen", "frozenSplit") and top_left == (1, 1)
    first = pane.top_left or (1, 1)
    return is_frozen and pane.y_split <= heads and pane.x_split <= MOST_STILL and first[0] <= 2 * heads


def _window_faults(window: Window) -> Iterator[str]:
    if window.visibility != "visible":
        yield "window_hidden"
    if window.minimized:
        yield "window_minimized"
    if not window.sheet_tabs:
        yield "tabs_hidden"
    if _is_out_of_sight(window):
        yield "window_elsewhere"


def _is_out_of_sight(window: Window) -> bool:
    if max(abs(window.x or 0), abs(window.y or 0)) > FARTHEST:
        return True
    sizes = [size for size in (window.width, window.height) if size]
    return any(size < LEAST_WINDOW for size in sizes)
