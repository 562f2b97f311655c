"""XML without comments, CDATA and other rarities as text, so that it can be read without a parser."""

import re

_REFERENCE = re.compile("&(?:([a-z]+);|#([0-9]{1,7});|#x([0-9A-Fa-f]{1,6});)?")
_OTHER_REFERENCE = re.compile("&(?!(?:lt|gt|amp|quot|apos|#10);)(#[0-9]{1,7};|#x[0-9A-Fa-f]{1,6};)?")
_USUAL = ("&quot;", "&lt;", "&gt;", "&amp;", "&#10;")
_NAMED = {"lt": "<", "gt": ">", "quot": '"', "apos": "'", "amp": "&"}
_LAWFUL = re.compile("[\\t\\n\\r -\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
# A carriage return is lawful, but reads as a line feed.
_ODD = bytes(set(range(32)) - set(b"\t\n"))


def plain(xml: bytes) -> str | None:
    """The text of ``xml`` where all its characters mean themselves; ``None`` where only a parser can tell."""
    if len(xml.translate(None, _ODD)) < len(xml):
        return None
    try:
        text = xml.decode()
    except UnicodeDecodeError:
        return None
    # Looked for one character at a time, which is many times as fast.
    if "\ufffe" in text or "\uffff" in text or ("]" in text and "]]>" in text):
        return None
    return text


def has_bad_reference(text: str) -> bool:
    """Whether there is an ``&`` in ``text`` that XML does not know."""
    if text.count("&") == sum([text.count(reference) for reference in _USUAL]):
        return False
    for match in _OTHER_REFERENCE.finditer(text):
        if not match[1]:
            return True
        try:
            referenced(match[0])
        except ValueError:
            return True
    return False


def referenced(written: str) -> str:
    """The text with ``&lt;`` and its like replaced. ``ValueError`` or ``KeyError`` where XML knows none."""
    if "&" not in written:
        return written
    usual = written.replace("&quot;", '"').replace("&lt;", "<").replace("&gt;", ">").replace("&#10;", "\n")
    if "&" not in usual:
        return usual
    if usual.count("&") == usual.count("&amp;"):
        return usual.replace("&amp;", "&")
    return _REFERENCE.sub(_character, written)


def _character(reference: re.Match[str]) -> str:
    name, decimal, hexadecimal = reference.groups()
    if not (decimal or hexadecimal):
        return _NAMED[name]
    character = chr(int(decimal) if decimal else int(hexadecimal, 16))
    if not _LAWFUL.match(character):
        raise ValueError(character)
    return character
