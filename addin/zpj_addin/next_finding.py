"""From finding to finding through the open form."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import xlwings

from zpj.model.findings import Finding, Place
from zpj.recheck.annotate.marks import cells_of
from zpj.recheck.outputs.figures import spot
from zpj.recheck.outputs.finding_order import in_order
from zpj.texts import wording

Stop = tuple[str, str]
"""Sheet and cells: ``自评表``, ``H14`` or ``F12:F30``."""


def go_to_next(book: xlwings.Book, findings: Iterable[Finding]) -> str | None:
    """Select the cells after those selected now, in the order of the report, and say what is wrong there.

    After the last comes the first. ``None`` where no finding is about a cell.
    """
    stops = _stops(findings)
    if not stops:
        return None
    order = list(stops)
    at = _selected(book)
    passed = [number for number, (sheet, cells) in enumerate(order) if at == (sheet, _first(cells))]
    number = (passed[-1] + 1) % len(order) if passed else 0
    sheet, cells = order[number]
    book.sheets[sheet].activate()
    book.sheets[sheet].range(cells).select()
    words = wording("addin")["message"]
    sentence: str = words["stop"]
    return sentence.format(
        number=number + 1,
        count=len(order),
        place=spot(Place(sheet=sheet, cell=cells)),
        message=words["between_messages"].join(entry.message for entry in stops[order[number]]),
    )


def _stops(findings: Iterable[Finding]) -> Mapping[Stop, list[Finding]]:
    stops: defaultdict[Stop, list[Finding]] = defaultdict(list)
    for entry in in_order(findings):
        for cells in cells_of(entry.place)[:1]:
            stops[entry.place.sheet, cells.a1].append(entry)
    return stops


def _selected(book: xlwings.Book) -> Stop | None:
    """The first cell of the selection; ``None`` where that is a shape."""
    selected = book.app.selection
    return None if selected is None else (selected.sheet.name, _first(selected.get_address(False, False)))


def _first(cells: str) -> str:
    return cells.partition(":")[0]
