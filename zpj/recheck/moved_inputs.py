"""Where the inputs of an issued form stand in a returned one whose rows or columns may have moved.

Excel moves the defined names with their cells, scripts do not; the locked texts beside and above an input
move either way.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from zpj.recheck.returned_file import BLANK, CellView, SheetView
from zpj.xlsx.references import cell_name, parse_cell
from zpj_generator.layout import FormLayout
from zpj_generator.sheet.cells import Cell, SheetRow
from zpj_generator.sheet.columns import SheetColumns
from zpj_generator.sheet.roles import Role

Key = tuple[int, int]
"""Row and column, from 1."""

_ANCHOR_ROLES = ((0, (Role.LEVEL3, Role.LEVEL1, Role.LABEL)), (1, (Role.LABEL,)))
"""Where the text of a row stands: 三级指标, a fund or a label in it, else the label one row above."""
_ANCHOR_STYLES = ("value", "label")
_HEADS = ("label", "aid_label")


class _Input(NamedTuple):
    """An input as issued, where its name says it is now (``None``: deleted), and the label above it."""

    key: Key
    named: Key | None
    head: str


class Located(NamedTuple):
    """Where inputs stand now, by the address they were issued at, and what to call those not found."""

    found: Mapping[str, str]
    missing: Mapping[str, str]


class _Anchor(NamedTuple):
    """The text that tells a row of inputs, and how far above the inputs it stands."""

    text: str
    above: int


def locate_inputs(layout: FormLayout, sheet: SheetView, names: Mapping[str, str]) -> Located:
    """The named inputs of ``layout`` in ``sheet``; ``names`` are the defined names of the returned workbook.

    Nothing is guessed: a row that is not where it was named is taken only where its text stands just as
    often as it was issued.
    """
    inputs = list(_inputs(layout, names))
    issued = {row.number: row for row in layout.rows}
    anchors = {each.key[0]: _anchor(layout.columns, issued, each.key[0]) for each in inputs}
    places = _places(sheet)
    rows = _rows(issued, {key[0]: at[0] for key, at, _ in inputs if at}, anchors, sheet, places)
    columns_moved = any(_column(each, places) != each.named[1] for each in inputs if each.named)
    found: dict[str, str] = {}
    missing: dict[str, str] = {}
    for each in inputs:
        row, ref = rows.get(each.key[0]), cell_name(*each.key)
        if row is None or each.named is None or (columns_moved and not each.head):
            missing[ref] = "：".join(filter(None, (anchors[each.key[0]].text, each.head)))
        else:
            found[ref] = cell_name(row, _column(each, places))
    return Located(found, missing)


def _column(entry: _Input, places: Mapping[str, list[Key]]) -> int:
    """The column whose head says so, or the one that was named."""
    heads = places.get(entry.head, [])
    return heads[0][1] if len(heads) == 1 or entry.named is None else entry.named[1]


def _inputs(layout: FormLayout, names: Mapping[str, str]) -> Iterator[_Input]:
    cells = {(cell.row, cell.column): cell for row in layout.rows for cell in row.cells}
    for name, row, column in layout.names:
        key = (row, column)
        if cells[key].style.endswith("_input"):
            # A program that saves no names has moved nothing either.
            named = _cell_of(names[name]) if name in names else key
            yield _Input(key, named, _head(cells, key))


def _cell_of(target: str) -> Key | None:
    """The cell a defined name refers to, under whatever name its sheet came back; ``None`` for ``#REF!``."""
    try:
        return parse_cell(target.rpartition("!")[2])
    except ValueError:
        return None


def _head(cells: Mapping[Key, Cell], key: Key) -> str:
    """The label above an input in its column; empty where there is none."""
    above = (cells.get((row, key[1])) for row in range(key[0] - 1, 0, -1))
    return next((str(cell.value) for cell in above if cell is not None and _is_head(cell)), "")


def _is_head(cell: Cell) -> bool:
    return cell.style in _HEADS and cell.value is not None


def _places(sheet: SheetView) -> Mapping[str, list[Key]]:
    """Where every text stands, top to bottom."""
    places: defaultdict[str, list[Key]] = defaultdict(list)
    for key, cell in sorted((parse_cell(ref), cell) for ref, cell in sheet.cells.items() if _is_text(cell)):
        places[cell.text.strip()].append(key)
    return places


def _is_text(cell: CellView) -> bool:
    return isinstance(cell.value, str) and cell.formula is None


def _rows(
    issued: Mapping[int, SheetRow],
    named: Mapping[int, int],
    anchors: Mapping[int, _Anchor],
    sheet: SheetView,
    places: Mapping[str, list[Key]],
) -> Mapping[int, int]:
    """By issued row, the row of ``sheet`` that holds its inputs; ``named`` is the one their names tell."""
    stands = {
        row: any(key[0] + anchors[row].above == at for key in places.get(anchors[row].text, ()))
        for row, at in named.items()
    }
    if all(stands[row] or anchors[row].text not in places for row in named):
        # A text that is gone was edited, unless the row went with it.
        return {row: at for row, at in named.items() if stands[row] or _recognisable(issued[row], sheet, at)}
    return dict(_moved(anchors, places))


def _anchor(columns: SheetColumns, issued: Mapping[int, SheetRow], row: int) -> _Anchor:
    """A label or a 三级指标 in the row itself, else the label above: a goal is a text like an answer."""
    for above, roles in _ANCHOR_ROLES:
        cells = {cell.column: cell for cell in issued[row - above].cells if cell.style in _ANCHOR_STYLES}
        texts = (cells[columns[role]].value for role in roles if columns[role] in cells)
        if text := next((text for text in texts if isinstance(text, str)), None):
            return _Anchor(text.strip(), above)
    raise AssertionError(row)  # every row of inputs has a label


def _recognisable(row: SheetRow, sheet: SheetView, at: int) -> bool:
    """Whether anything locked of the issued row still stands in row ``at``."""
    locked = (cell for cell in row.cells if cell.formula is None and not cell.style.endswith("_input"))
    return any(
        cell.value is not None and sheet.cells.get(cell_name(at, cell.column), BLANK).value == cell.value
        for cell in locked
    )


def _moved(anchors: Mapping[int, _Anchor], places: Mapping[str, list[Key]]) -> Iterator[tuple[int, int]]:
    """The first row of a text is where it stands first, the second where it stands second, and so on."""
    by_anchor: defaultdict[_Anchor, list[int]] = defaultdict(list)
    for row, anchor in anchors.items():
        by_anchor[anchor].append(row)
    for anchor, rows in by_anchor.items():
        standing = places.get(anchor.text, ())
        # What a filler wrote stands to the right of what was issued.
        first = min((column for _, column in standing), default=0)
        found = [row for row, column in standing if column == first]
        if len(found) == len(rows):
            yield from zip(sorted(rows), (row + anchor.above for row in found), strict=True)
