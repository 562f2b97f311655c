"""One pass over an XML part with expat: no DTD, no entities, no network, no tree in memory.

Chosen over an lxml tree because memory stays flat whatever the part holds. Parts of an Office package are
UTF-8 or UTF-16, so the encoding a part claims for itself is never looked up.
"""

import codecs
from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeVar
from xml.parsers import expat

from zpj.xlsx.refusal import Reason, hostile, unreadable

Start = Callable[[dict[str, str]], None]
"""Called with the attributes of an element that opens."""
End = Callable[[str], None]
"""Called with the text between the last opening tag and the closing one of the element."""

MAIN = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
"""The spreadsheet namespace, transitional and strict."""
CHOICE = "http://schemas.openxmlformats.org/markup-compatibility/2006 Choice"
TRUE = frozenset({"1", "true"})

SPARED_DEPTH = 2
"""Where an element may be spared: right below the root."""

_Handler = TypeVar("_Handler")


class Spared(NamedTuple):
    """A child of the root whose content is read past the parser, as far as it is spelled plainly enough."""

    name: str
    namespaces: tuple[str, ...]
    read: Callable[[bytes, int], int]
    """Given the part and where the content begins; tells from where on the parser has to go on."""


def _goes_on(_: bytes, position: int) -> int:
    return position


NOTHING = Spared("", (), _goes_on)


def qualified(handlers: Mapping[str, _Handler], *namespaces: str) -> dict[str, _Handler]:
    """The same handlers under the names expat gives to elements of ``namespaces``."""
    return {f"{space} {name}": handler for space in namespaces for name, handler in handlers.items()}


def parse(
    part: str,
    xml: bytes,
    root: str,
    starts: Mapping[str, Start],
    ends: Mapping[str, End],
    depth: int,
    spared: Spared = NOTHING,
) -> None:
    """Call the handlers for every element of ``xml`` in document order; names are ``namespace local``.

    ``root`` is the local name the part must begin with; of ``spared`` the parser sees what was left unread.
    X01 for XML that is not well formed and for values that a handler could not read, X02 for a DOCTYPE,
    another root or too deep nesting.
    """
    try:
        _Pass(part, xml, root, starts, ends, depth, spared).run()
    except expat.ExpatError:
        unreadable(Reason.XML, part)
    # What handlers raise on values that the format does not allow.
    except (ValueError, KeyError, IndexError, OverflowError):
        unreadable(Reason.CONTENT, part)


class _Pass:
    """A parser whose handlers are exchanged as it goes, so that the usual element costs the least."""

    def __init__(
        self,
        part: str,
        xml: bytes,
        root: str,
        starts: Mapping[str, Start],
        ends: Mapping[str, End],
        depth: int,
        spared: Spared,
    ) -> None:
        self._part = part
        self._xml = xml
        self._root = root
        self._limit = depth
        self._spared = spared
        self._spared_at = -1
        self._skipped = 0
        utf16 = xml.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        self._parser = expat.ParserCreate("utf-16" if utf16 else "utf-8", " ")
        self._parser.buffer_text = True
        self._handlers = self._element_handlers({**starts, CHOICE: self._skip}, ends)

    def run(self) -> None:
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.StartElementHandler = self._start_root
        done = self._spare()
        self._parser.Parse(memoryview(self._xml)[done:], True)

    def _spare(self) -> int:
        """Parse up to the element that may be spared, and pass over what is read of it; how far that came."""
        tag = b"<%b>" % self._spared.name.encode()
        start = self._xml.find(tag)
        if start < 0:
            return 0
        done = start + len(tag)
        self._parser.Parse(memoryview(self._xml)[:done], False)
        # The same bytes may stand in a comment, or have another namespace.
        return self._spared.read(self._xml, done) if start == self._spared_at else done

    def _doctype(self, *_: object) -> None:
        hostile(Reason.DOCTYPE, self._part)

    def _start_root(self, name: str, _: dict[str, str]) -> None:
        if name.rpartition(" ")[2] != self._root:
            hostile(Reason.WRONG_PART, self._part)
        self._resume()

    def _resume(self) -> None:
        self._parser.StartElementHandler, self._parser.EndElementHandler = self._handlers

    def _element_handlers(
        self, starts: Mapping[str, Start], ends: Mapping[str, End]
    ) -> tuple[Callable[[str, dict[str, str]], None], Callable[[str], None]]:
        depth = 1
        pieces: list[str] = []
        self._parser.CharacterDataHandler = pieces.append

        def find_spared(_: dict[str, str]) -> None:
            # Further down it would be part of an element that only the parser knows to be open.
            if depth == SPARED_DEPTH:
                self._spared_at = self._parser.CurrentByteIndex

        starts = {**starts, **qualified({self._spared.name: find_spared}, *self._spared.namespaces)}

        def start(name: str, attributes: dict[str, str]) -> None:
            nonlocal depth
            depth += 1
            if depth > self._limit:
                hostile(Reason.NESTING, self._part)
            pieces.clear()
            if handler := starts.get(name):
                handler(attributes)

        def end(name: str) -> None:
            nonlocal depth
            depth -= 1
            if handler := ends.get(name):
                handler("".join(pieces))

        return start, end

    def _skip(self, _: dict[str, str]) -> None:
        """Pass over an mc:Choice: a reader that knows no extension takes the fallback beside it."""
        self._skipped = 1
        self._parser.StartElementHandler = self._start_skipped
        self._parser.EndElementHandler = self._end_skipped

    def _start_skipped(self, *_: object) -> None:
        self._skipped += 1
        if self._skipped > self._limit:
            hostile(Reason.NESTING, self._part)

    def _end_skipped(self, name: str) -> None:
        self._skipped -= 1
        if not self._skipped:
            self._resume()
            self._handlers[1](name)
