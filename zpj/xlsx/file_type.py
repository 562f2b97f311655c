"""What a file is, judged by its content: names lie, and an .xlsx is often an .xls, a web page or a CSV."""

import codecs

from zpj.xlsx.refusal import Reason, foreign, unreadable

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP_ENTRY, ZIP_END = b"PK\x03\x04", b"PK\x05\x06"
ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
"""The directory entry by which an OLE file shows that it wraps an encrypted .xlsx or .docx."""
WORD_STREAM = "WordDocument".encode("utf-16-le")
"""The directory entry by which an OLE file shows that it is a .doc."""

MAGIC = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
    (b"Rar!", "RAR 压缩包"),
    (b"7z\xbc\xaf", "7z 压缩包"),
    (b"\x1f\x8b", "gz 压缩包"),
    (b"{\\rtf", "RTF"),
)

TEXT = "文本文件(CSV 等)"

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
            foreign("旧版 Word 文档(.doc)", ".docx")
        foreign("旧版 Office 文档(.xls、.et 等)")
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
        foreign("Word 文档")
    if "presentationml" in kind or "powerpoint" in kind:
        foreign("演示文稿")
    if "sheet.binary" in kind:
        foreign("二进制工作簿(.xlsb)")
    foreign("不是 Excel 工作簿")


def expect_office(names: tuple[str, ...]) -> None:
    """Refuse a zip archive that is no Office package (X03)."""
    if "[content_types].xml" in (name.lower() for name in names):
        return
    foreign("OpenDocument 文档(.ods 等)" if "mimetype" in names else "普通压缩包")


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
        return "XML 电子表格 2003"
    if start.startswith(("<!doctype html", "<html", "<table", "<meta", "<head")) or "<html" in start:
        return "网页(HTML)"
    if start.startswith("<"):
        return "XML 文件"
    if not set(start) & _CONTROLS:
        return TEXT
    return ""


_CONTROLS = frozenset(map(chr, range(32))) - set("\t\r\n")
