"""Any text as ASCII, for the hidden sheet of a form: LibreOffice cuts a text wherever the script changes.

A sheet of 40 kB came back as 290 kB of runs. The escapes are those of JSON, quotes apart.
"""

import json


def to_ascii(text: str) -> str:
    r"""``text`` on one line: what is not plain ASCII as ``\n``, ``\t`` or ``\u9879``, a backslash doubled."""
    if text.isascii() and text.isprintable() and "\\" not in text:
        return text
    return json.dumps(text)[1:-1].replace('\\"', '"')


def from_ascii(text: str) -> str:
    """The text that :func:`to_ascii` wrote down.

    Raises:
        ValueError: it never did.
    """
    if "\\" not in text:
        return text
    return str(json.loads('"' + text.replace('"', '\\"') + '"'))
