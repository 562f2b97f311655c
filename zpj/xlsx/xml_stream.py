"""A part of XML in pieces: items of a long list are read and forgotten one by one."""

from collections.abc import Callable, Iterator
from typing import cast
from xml.etree.ElementTree import Element, ParseError, XMLPullParser

from zpj.xlsx.limits import Limits
from zpj.xlsx.refusal import Reason, TwoViews, ambiguous, hostile, unreadable
from zpj.xlsx.xml_tree import MAIN, normal

_EXCEL = "http://schemas.microsoft.com/office/excel/2006/main}"
CHUNK = 1 << 16
"""Bytes that are parsed before their elements are looked at."""


def stream(
    part: str, utf8: bytes, root: str, path: tuple[str, ...], take: Callable[[Element], None], limits: Limits
) -> Element:
    """The root of a part without its items: every element at ``path`` below the root is given to ``take``.

    Items come with local names, as :func:`zpj.xlsx.xml_tree.normal` gives them. Text between items is X06.
    """
    return _Stream(part, root, path, take, limits).run(utf8)


class _Stream:
    def __init__(
        self, part: str, root: str, path: tuple[str, ...], take: Callable[[Element], None], limits: Limits
    ) -> None:
        self._part = part
        self._root_name = root
        self._path = path
        self._take = take
        self._limits = limits
        self._open: list[Element] = []
        self._root: Element | None = None
        self._space = ""
        self._before: Element | None = None
        """The item before, whose tail is only whole when the next one ends."""

    def run(self, utf8: bytes) -> Element:
        parser: XMLPullParser[Element] = XMLPullParser(("start", "end"))
        view = memoryview(utf8)
        try:
            for start in range(0, len(utf8), CHUNK):
                parser.feed(view[start : start + CHUNK])
                self._read(parser)
            parser.close()
        except (ParseError, LookupError, ValueError):
            unreadable(Reason.XML, self._part)
        self._read(parser)
        if self._root is None:
            unreadable(Reason.XML, self._part)
        return self._root

    def _read(self, parser: "XMLPullParser[Element]") -> None:
        depth = len(self._path) + 1
        # Only these two kinds of events were asked for, and both come with an element.
        events = cast("Iterator[tuple[str, Element]]", parser.read_events())
        for event, element in events:
            if event == "start":
                self._start(element)
                continue
            self._open.pop()
            if len(self._open) == depth - 1:
                if self._is_item(element):
                    self._item(element)
            elif self._before is not None and len(self._open) == depth - 2:
                self._forget(element)

    def _start(self, element: Element) -> None:
        if self._root is None:
            self._root = element
            space, _, local = element.tag.rpartition("}")
            if local != self._root_name:
                hostile(Reason.WRONG_PART, self._part)
        elif not self._space:
            # The root of a macro sheet has a namespace of its own, its contents have ours.
            space = (element if self._root.tag[1:].startswith(_EXCEL) else self._root).tag.rpartition("}")[0]
            self._space = space[1:] if space[1:] in MAIN else "-"
        self._open.append(element)
        if len(self._open) > self._limits.depth:
            hostile(Reason.NESTING, self._part)

    def _is_item(self, element: Element) -> bool:
        tags = (*(each.tag for each in self._open[1:]), element.tag)
        return tags == tuple(f"{{{self._space}}}{name}" for name in self._path)

    def _item(self, element: Element) -> None:
        parent = self._open[-1]
        self._forget(parent)
        tail, element.tail = element.tail, None
        self._take(normal_item(self._part, element, self._space, self._limits))
        element.clear()
        element.tail = tail
        self._before = element

    def _forget(self, parent: Element) -> None:
        """Drop the item before, and see that nothing was written around it."""
        before, self._before = self._before, None
        if (parent.text or "").strip() or (before is not None and (before.tail or "").strip()):
            ambiguous(TwoViews.STRAY_TEXT, self._part)
        if before is not None:
            parent.remove(before)


def normal_item(part: str, element: Element, space: str, limits: Limits) -> Element:
    """``element`` with local names for what is in ``space``."""
    wrapper = Element(f"{{{space}}}item")
    wrapper.append(element)
    return normal(part, wrapper, "", limits)[0]
