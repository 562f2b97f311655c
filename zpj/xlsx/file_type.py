"""What a file is, judged by its content: names lie, and an .xlsx is often an .xls, a web page or a CSV."""

import codecs
from collections.abc import Mapping

from zpj.texts import wording
from zpj.xlsx.refusal import Reason, foreign, unreadable

_WORDS: Mapping[str, str] = wording("xlsx")["file_type"]

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP_ENTRY, ZIP_END = b"PK\x03\x04", b"PK\x05\x06"
ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
"""The directory entry by which an OLE file shows that it wraps an encrypted .xlsx or .docx."""
WORD_STREAM = "WordDocument".encode("utf-16-le")
"""The directory entry by which an OLE file shows that it is a .doc."""

MAGIC = (
    (b"%PDF", _WORDS["pdf"]),
    (b"\x89PNG", _WORDS["picture"]),
    (b"\xff\xd8\xff", _WORDS["picture"]),
    (b"Rar!", _WORDS["rar"]),
    (b"7z\xbc\xaf", _WORDS["seven_zip"]),
    (b"\x1f\x8b", _WORDS["gzip"]),
    (b"{\\rtf", _WORDS["rtf"]),
)

TEXT = _WORDS["text"]

MAIN_TYPES = frozenset({
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml",
    "application/vnd.ms-excel.sheet.macroenabled.main+xml",
    "application/vnd.ms-excel.template.macroenabled.main+xml",
    "application/vnd.ms-excel.addin.macroenabled.main+xml",
})  # fmt: skip
"""Content types of a workbook part that is read, lower case."""

DOCUMENT_TYPES = frozenset({
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.document.macroenabled.main+xml",
    "application/vnd.ms-word.template.macroenabledtemplate.main+xml",
})  # fmt: skip
"""Content types of a text document part that is read, lower case."""


def expect_zip(data: bytes) -> None:
    """Refuse whatever is not a zip archive, naming what it is: X01 when damaged or encrypted, else X03."""
    if not data:
        unreadable(Reason.EMPTY)
    if data.startswith(OLE):
        if ENCRYPTED_STREAM in data:
            unreadable(Reason.ENCRYPTED)
        if WORD_STREAM in data:
            foreign(_WORDS["word_old"], ".docx")
        foreign(_WORDS["office_old"])
    if _is_zip(data):
        return
    if name := _other_type(data):
        foreign(name)
    unreadable(Reason.ARCHIVE)


def may_be_text(data: bytes) -> bool:
    """Whether ``data`` shows no sign of being anything but plain text."""
    return bool(data) and not (data.startswith(OLE) or _is_zip(data)) and _other_type(data) in (TEXT, "")


def is_document(content_type: str) -> bool:
    """Whether that is the type of a text document in XML, as a .docx has it."""
    return content_type.lower() in DOCUMENT_TYPES


def expect_workbook(content_type: str) -> None:
    """Refuse an Office package whose main part is no workbook in XML (X03)."""
    kind = content_type.lower()
    if kind in MAIN_TYPES:
        return
    if "wordprocessingml" in kind or "ms-word" in kind:
        foreign(_WORDS["word"])
    if "presentationml" in kind or "powerpoint" in kind:
        foreign(_WORDS["slides"])
    if "sheet.binary" in kind:
        foreign(_WORDS["binary_workbook"])
    foreign(_WORDS["no_workbook"])


def expect_office(names: tuple[str, ...]) -> None:
    """Refuse a zip archive that is no Office package (X03)."""
    if "[content_types].xml" in (name.lower() for name in names):
        return
    foreign(_WORDS["open_document"] if "mimetype" in names else _WORDS["archive"])


def _is_zip(data: bytes) -> bool:
    return data.startswith(ZIP_ENTRY) or ZIP_END in data[-(1 << 16) - 22 :]


def _other_type(data: bytes) -> str:
    """What that is no Office file is instead; empty where nothing shows."""
    by_magic = (name for magic, name in MAGIC if data.startswith(magic))
    return next(by_magic, "") or _text_type(data[:4096])


def _text_type(head: bytes) -> str:
    utf16 = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    # Latin-1 takes any byte: only markup and control characters matter here, not what the text says.
    text = head.decode("utf-16", "replace") if utf16 else head.decode("latin-1")
    start = text.removeprefix("ï»¿").lstrip("\ufeff \t\r\n").lower()
    if "urn:schemas-microsoft-com:office:spreadsheet" in start:
        return _WORDS["xml_2003"]
    if start.startswith(("<!doctype html", "<html", "<table", "<meta", "<head")) or "<html" in start:
        return _WORDS["html"]
    if start.startswith("<"):
        return _WORDS["xml"]
    if not set(start) & _CONTROLS:
        return TEXT
    return ""


_CONTROLS = frozenset(map(chr, range(32))) - set("\t\r\n")
