"""A text file's bytes as text: UTF-8, UTF-16 with its mark, or GB18030, as Excel, WPS and Notepad save them."""

import codecs

from workbooks.refusal import Reason, foreign, unreadable

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode(data: bytes) -> str:
    """The text with line ends as ``\\n``; refused with X03 where it is binary, X01 where no encoding fits."""
    text = _decoded(data)
    if "\0" in text:
        foreign("二进制文件")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes) -> str:
    # GB18030 takes nearly any bytes, UTF-8 hardly any but its own: the stricter one is asked first.
    for encoding in ("utf-16",) if data.startswith(_UTF16) else ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    unreadable(Reason.ENCODING)
