"""Text as a spreadsheet cell stores it: what XML cannot carry goes as _xHHHH_."""

import re

MAX_LENGTH = 32_767
"""UTF-16 units in one cell; Excel calls a file with more of them damaged."""

# XML turns a bare \r into \n.
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_CONTROL_BYTES = bytes({*range(0x20)} - {0x09, 0x0A})
LONG = 1_000
# An underscore that would read as such an escape is escaped itself.
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def cell_text(text: str) -> str:
    """``text`` with its control characters, and what looks like an escape, escaped."""
    if "_x" in text:
        text = _LOOKS_ESCAPED.sub("_x005F_", text)
    return _CONTROLS.sub(lambda match: f"_x{ord(match[0]):04X}_", text) if _has_controls(text) else text


def _has_controls(text: str) -> bool:
    """A test that is over at once for the long texts of a form; the expression looks at every character."""
    if len(text) < LONG:
        return True
    data = text.encode("utf-8", "surrogatepass")
    return len(data.translate(None, _CONTROL_BYTES)) < len(data) or "\ufffe" in text or "\uffff" in text


def cell_length(text: str) -> int:
    """How many UTF-16 units ``text`` takes in a cell, escapes included."""
    return len(cell_text(text).encode("utf-16-le", "surrogatepass")) // 2
