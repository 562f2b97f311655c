"""File names from project codes and names: safe on Windows, macOS and Linux, and never two alike."""

import re
import unicodedata
from collections.abc import Iterable

MAX_BYTES = 180
"""UTF-8 bytes before the extension: a Chinese character takes three, and file systems allow 255."""

_FORBIDDEN = re.compile(r'[\\/:*?"<>|]')
_RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?= *(\.|$))")


def file_names(titles: Iterable[tuple[str, str]], extension: str) -> tuple[str, ...]:
    """One name per (code, name) pair, in order: ``CODE_NAME.xlsx``; alike ones get -2, -3 ..."""
    taken: set[str] = set()
    return tuple(_untaken(safe_stem(f"{code}_{name}"), extension, taken) for code, name in titles)


def safe_stem(title: str) -> str:
    """``title`` as a file name without extension: no separators, controls, reserved or hidden names."""
    text = unicodedata.normalize("NFC", title)
    text = "".join(" " if unicodedata.category(char).startswith(("C", "Z")) else char for char in text)
    text = " ".join(_FORBIDDEN.sub("_", text).split())
    text = _shortened(text.strip(". "), MAX_BYTES).rstrip(". ")
    return _RESERVED.sub(r"_\1", text) or "_"


def _untaken(stem: str, extension: str, taken: set[str]) -> str:
    # Windows and macOS take names for the same that differ only in case.
    count, name = 1, stem
    while name.casefold() in taken:
        count += 1
        name = f"{stem}-{count}"
    taken.add(name.casefold())
    return name + extension


def _shortened(text: str, most: int) -> str:
    return text.encode()[:most].decode(errors="ignore")
