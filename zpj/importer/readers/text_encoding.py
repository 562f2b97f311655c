"""A text file's bytes as text: UTF-8, UTF-16 with its mark, or GB18030, as Excel and WPS save them."""

import codecs

from zpj.texts import wording
from zpj.xlsx.refusal import Reason, foreign, unreadable

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode(data: bytes) -> str:
    """The text, every line end a line feed; refused with X03 where it is binary, X01 where it is no text."""
    text = _decoded(data)
    if text is None:
        unreadable(Reason.ENCODING)
    if "\0" in text:
        foreign(wording("importer")["format"]["binary"])
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes) -> str | None:
    # GB18030 takes nearly any bytes, UTF-8 hardly any but its own: the stricter one is tried first.
    for encoding in ("utf-16",) if data.startswith(_UTF16) else ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None
