"""Cell formats added to the styles of a returned workbook; those it has stay as they are."""

from collections.abc import Mapping
from copy import deepcopy
from functools import cache

from lxml import etree

from zpj.model.findings import Severity
from zpj.texts import wording
from zpj.xlsx.workbook_copy import Element, WorkbookCopy

_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_PATTERN = '<fill><patternFill patternType="{}"/></fill>'
_NEEDED = {
    "fonts": "<font/>",
    # Excel reserves the first two fills.
    "fills": _PATTERN.format("none") + _PATTERN.format("gray125"),
    "borders": "<border/>",
    "cellStyleXfs": "<xf/>",
    "cellXfs": '<xf xfId="0"/>',
    "cellStyles": '<cellStyle name="Normal" xfId="0" builtinId="0"/>',
}
"""What a style table must have, with the least of each."""
_ORDER = (*_NEEDED, "dxfs", "tableStyles", "colors", "extLst")
"""The schema fixes it."""
_FACE = '<name val="宋体"/><family val="3"/><charset val="134"/>'
_FONTS = {
    "title": f'<b/><sz val="14"/>{_FACE}',
    "section": f'<b/><sz val="11"/>{_FACE}',
    "head": f'<b/><sz val="10"/>{_FACE}',
    "line": f'<sz val="10"/>{_FACE}',
    "text": f'<sz val="10"/>{_FACE}',
    "link": f'<u/><sz val="10"/><color rgb="FF0563C1"/>{_FACE}',
}
_ALONE = ("title", "section", "line")
"""Styles of texts that run on over the columns beside them."""
_HEAD_FILL = "FFDDE7F3"


class Styles:
    """The style table of a copy."""

    def __init__(self, copy: WorkbookCopy) -> None:
        part = copy.related(copy.book, "styles")
        if part is None:
            empty = f'<styleSheet xmlns="{copy.main}"/>'
            part = copy.add(copy.book, "styles", "xl/styles%s.xml", empty, _TYPE).part
        self._root = copy.tree(part)
        self._space = copy.main
        self._collections = {name: self._ensured(name) for name in _NEEDED}
        self._filled: dict[tuple[str, Severity], str] = {}

    def filled(self, style: str, severity: Severity) -> str:
        """The number of a format like ``style`` in the colour of ``severity``."""
        key = style, severity
        if key not in self._filled:
            formats = self._collections["cellXfs"]
            like = deepcopy(formats[int(style)]) if int(style) < len(formats) else self._element("xf", "")
            like.set("fillId", str(self._fill(wording("annotation")["fill"][severity.value])))
            like.set("applyFill", "1")
            self._filled[key] = str(self._append("cellXfs", like))
        return self._filled[key]

    def sheet_styles(self) -> Mapping[tuple[str, None], int]:
        """The formats of the result sheet by style name."""
        fills = {"head": _HEAD_FILL, **wording("annotation")["fill"]}
        names = dict.fromkeys((*_FONTS, *fills))
        return {(name, None): self._format(name, fills.get(name)) for name in names}

    def _format(self, name: str, colour: str | None) -> int:
        wrap = "" if name in _ALONE else ' wrapText="1"'
        form = self._element("xf", f'<alignment vertical="center"{wrap}/>')
        font = _FONTS.get(name, _FONTS["text"])
        numbers = {"fontId": self._append("fonts", self._element("font", font))}
        if colour is not None:
            numbers["fillId"] = self._fill(colour)
        for index, number in {"numFmtId": 0, "borderId": 0, "xfId": 0, **numbers}.items():
            form.set(index, str(number))
        for part in ("applyFont", "applyFill", "applyAlignment"):
            form.set(part, "1")
        return self._append("cellXfs", form)

    def _fill(self, colour: str) -> int:
        pattern = (
            f'<patternFill patternType="solid"><fgColor rgb="{colour}"/><bgColor indexed="64"/></patternFill>'
        )
        return self._append("fills", self._element("fill", pattern))

    def _append(self, collection: str, element: Element) -> int:
        listed = self._collections[collection]
        listed.append(element)
        listed.set("count", str(len(listed)))
        return len(listed) - 1

    def _ensured(self, name: str) -> Element:
        """A collection of the table; an empty one would leave cells with a format that is not there."""
        found = self._root.find(f"{{{self._space}}}{name}")
        if found is None:
            found = self._element(name, "")
            later = _ORDER[_ORDER.index(name) + 1 :]
            after = (each for each in self._root.iterchildren("*") if etree.QName(each).localname in later)
            self._root.insert(next((self._root.index(each) for each in after), len(self._root)), found)
        if len(found) == 0:
            found.extend(self._element(name, _NEEDED[name]))
        return found

    def _element(self, name: str, content: str) -> Element:
        return deepcopy(_parsed(f'<{name} xmlns="{self._space}">{content}</{name}>'))


@cache
def _parsed(xml: str) -> Element:
    return etree.fromstring(xml)
