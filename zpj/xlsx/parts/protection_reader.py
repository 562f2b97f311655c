"""Protection of sheets, ranges and the workbook."""

from xml.etree.ElementTree import Element

from zpj.xlsx.attributes import Attributes, Spot
from zpj.xlsx.model.protection import (
    ACTIONS,
    ALLOWED,
    BookProtection,
    Password,
    ProtectedRange,
    SheetProtection,
)
from zpj.xlsx.parts.context import SheetContext
from zpj.xlsx.refusal import TwoViews, ambiguous

LEGACY = "legacy"


def read_sheet_protection(element: Element, sheet: SheetContext) -> SheetProtection:
    """A ``sheetProtection`` element; that of a chart sheet says ``content`` instead of ``sheet``."""
    given = sheet.attributes(element)
    content = given.take("content", "")
    enabled = given.flag("sheet", content in ("1", "true"))
    # The attribute says what is forbidden.
    allows = frozenset(
        action for action in ACTIONS - {"content"} if not given.flag(action, action not in ALLOWED)
    )
    allows |= frozenset() if content in ("1", "true") else {"content"}
    return SheetProtection(enabled, allows, _passwords(given), given.unknown())


def read_protected_ranges(element: Element, sheet: SheetContext) -> tuple[ProtectedRange, ...]:
    """The ranges of a ``protectedRanges`` element."""
    found: list[ProtectedRange] = []
    for child in element:
        if child.tag != "protectedRange":
            ambiguous(TwoViews.SHEET_CONTENT, sheet.part, "protectedRanges")
        given = sheet.attributes(child)
        descriptors = [given.take("securityDescriptor"), *(each.text or "" for each in child)]
        found.append(
            ProtectedRange(
                given.take("name"),
                sheet.areas(given.take("sqref")),
                _passwords(given),
                tuple(text for text in descriptors if text),
            )
        )
    return tuple(found)


def read_book_protection(element: Element, part: str) -> BookProtection:
    """A ``workbookProtection`` element."""
    given = Attributes(element.attrib, Spot(part, "workbookProtection"))
    given.drop("workbookPasswordCharacterSet", "revisionsPasswordCharacterSet")
    return BookProtection(
        given.flag("lockStructure"),
        given.flag("lockWindows"),
        given.flag("lockRevision"),
        _passwords(given, "workbook"),
        _passwords(given, "revisions"),
        given.unknown(),
    )


def _passwords(given: Attributes, prefix: str = "") -> tuple[Password, ...]:
    def name(word: str) -> str:
        return f"{prefix}{word}" if prefix else word[0].lower() + word[1:]

    legacy = given.take(name("Password"))
    modern = Password(
        given.take(name("AlgorithmName")),
        given.take(name("HashValue")),
        given.take(name("SaltValue")),
        given.integer(name("SpinCount")),
    )
    found = (Password(LEGACY, legacy.upper()) if legacy else None, modern if modern.hash else None)
    return tuple(password for password in found if password)
