"""The table of shared strings: Excel and WPS never write a text into its cell."""

from lxml import etree

from support.savers.package import DECLARATION, S, main
from support.savers.spelling import t_xml


class Strings:
    """Every text once, in the order of first use; ``count`` is how often cells use them."""

    def __init__(self, phonetic_font: int | None) -> None:
        self._places: dict[str, int] = {}
        self._count = 0
        self._phonetic = phonetic_font

    def place(self, text: str) -> int:
        self._count += 1
        return self._places.setdefault(text, len(self._places))

    def xml(self) -> str:
        # Chinese and Japanese Excel say for every text typed there which font its reading would have.
        tail = (
            "" if self._phonetic is None else f'<phoneticPr fontId="{self._phonetic}" type="noConversion"/>'
        )
        items = "".join(f"<si>{t_xml(text)}{tail}</si>" for text in self._places)
        head = f'<sst xmlns="{S}" count="{self._count}" uniqueCount="{len(self._places)}">'
        return f"{DECLARATION}{head}{items}</sst>"


def cell_text(cell: etree._Element, shared: list[str]) -> str | None:
    """The constant text of a cell, however it is written; None if the cell holds none."""
    kind, value = cell.get("t"), cell.findtext(main("v"))
    if kind == "inlineStr":
        return _runs(cell.find(main("is")))
    if kind == "s" and value is not None:
        return shared[int(value)]
    return value if kind == "str" and cell.find(main("f")) is None else None


def shared_texts(table: etree._Element | None) -> list[str]:
    return [] if table is None else [_runs(item) for item in table.iter(main("si"))]


def _runs(item: etree._Element | None) -> str:
    """Text of an item with its runs, without readings."""
    if item is None:
        return ""
    runs = [item, *item.findall(main("r"))]
    return "".join(run.findtext(main("t")) or "" for run in runs)
