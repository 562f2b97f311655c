"""A part of XML as a tree: no DTD, no entities of its own, one encoding, bounded in depth and size.

The parser is the one of the standard library that is written in C; names in the spreadsheet namespace,
transitional or strict, become local names, so that what reads the tree need not know the dialect. Whatever
programs would parse differently is refused with X06.
"""

import codecs
import re
from xml.etree.ElementTree import Element, ParseError, XMLParser

from zpj.xlsx.limits import Limits
from zpj.xlsx.refusal import Measure, Reason, TwoViews, ambiguous, hostile, too_large, unreadable

MAIN = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
"""The spreadsheet namespace, transitional and strict."""
OFFICE_RELATIONSHIPS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
ALTERNATIVES, CHOICE, FALLBACK = (
    f"{{{COMPATIBILITY}}}{name}" for name in ("AlternateContent", "Choice", "Fallback")
)
MUST_UNDERSTAND = tuple(f"{{{COMPATIBILITY}}}{name}" for name in ("MustUnderstand", "ProcessContent"))

_DECLARATION = re.compile(
    rb"""\A(?:\xef\xbb\xbf)?<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]*)["'][^>]*?\?>"""
)
_ANY_DECLARATION = re.compile(rb"\A<\?xml\s[^>]*\?>")
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_NAMES = {b"utf-8", b"utf8", b"us-ascii"}


def as_utf8(part: str, xml: bytes) -> bytes:
    """The same XML in UTF-8. X06 where it claims another encoding than it has, X02 for a DOCTYPE."""
    if xml.startswith(_UTF16):
        try:
            xml = xml.decode("utf-16").encode()
        except UnicodeError:
            unreadable(Reason.XML, part)
        claimed = _DECLARATION.match(xml)
        if claimed and not claimed[1].lower().startswith(b"utf-16"):
            ambiguous(TwoViews.ENCODING_CLAIM, part)
        # The parser would go by what the declaration says.
        xml = _ANY_DECLARATION.sub(b"", xml)
    else:
        claimed = _DECLARATION.match(xml)
        if claimed and claimed[1].lower() not in _NAMES:
            ambiguous(TwoViews.ENCODING_CLAIM, part)
    if b"<!DOCTYPE" in xml:
        hostile(Reason.DOCTYPE, part)
    return xml


def read_tree(part: str, xml: bytes, root: str, limits: Limits) -> Element:
    """The root of a part, which must have the local name ``root`` (any with an empty one).

    X01 for XML that is not well formed, X02 for another root or too deep nesting, X04 for too many tags.
    """
    return normal(part, parse(part, as_utf8(part, xml), limits), root, limits)


def parse(part: str, utf8: bytes, limits: Limits) -> Element:
    """The root as the parser gives it; of what :func:`as_utf8` gave."""
    if utf8.count(b"<") > limits.part_tags:
        too_large(Measure.PART_TAGS, limits.part_tags)
    parser = XMLParser()  # noqa: S314 - no DOCTYPE reaches it, so it has no entities to expand
    try:
        parser.feed(utf8)
        return parser.close()
    # A declaration may name an encoding that Python knows and that is no text.
    except (ParseError, LookupError, ValueError):
        unreadable(Reason.XML, part)


def normal(part: str, root: Element, name: str, limits: Limits) -> Element:
    """The tree with local names for what is in the spreadsheet namespace of its root, checked for depth."""
    space, _, local = root.tag.rpartition("}")
    if name and local != name:
        hostile(Reason.WRONG_PART, part)
    if space[1:] not in MAIN:
        # The root of a macro sheet has a namespace of its own, its contents have ours.
        inner = root[0].tag.rpartition("}")[0] if len(root) else ""
        space = inner if inner[1:] in MAIN else space
    dialect = len(space) + 1 if space[1:] in MAIN else 0
    known: dict[str, str] = {}
    level = [root]
    depth = 0
    while level:
        depth += 1
        if depth > limits.depth:
            hostile(Reason.NESTING, part)
        below: list[Element] = []
        for element in level:
            tag = element.tag
            short = known.get(tag)
            if short is None:
                short = known[tag] = _short(part, tag, space, dialect)
            element.tag = short
            if len(element):
                below.extend(element)
        level = below
    return root


def _short(part: str, tag: str, space: str, cut: int) -> str:
    own, _, _ = tag.rpartition("}")
    if cut and own == space:
        return tag[cut:]
    # Strict and transitional are two standards; a program that knows one sees nothing of the other.
    if cut and own[1:] in MAIN:
        ambiguous(TwoViews.DIALECTS, part)
    return tag


def local_name(tag: str) -> str:
    """The name without its namespace."""
    return tag.rpartition("}")[2]
