"""The table of shared strings; as programs spell it, it is read without a parser, several times as fast."""

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from zpj.xlsx.limits import Limits
from zpj.xlsx.model.looks import Font
from zpj.xlsx.parts.colors import Colors
from zpj.xlsx.parts.elements import check_foreign
from zpj.xlsx.parts.texts import RichText, Text, read_text, rich, run_font, unescape
from zpj.xlsx.plain_text import plain, referenced
from zpj.xlsx.refusal import Measure, TwoViews, ambiguous, too_large
from zpj.xlsx.xml_stream import stream
from zpj.xlsx.xml_tree import MAIN, as_utf8, local_name, normal

_HEAD = re.compile(
    r'(?:\ufeff)?(?:<\?xml version="1\.0" encoding="(?:UTF|utf)-8"(?: standalone="(?:yes|no)")?\s*\?>)?\s*'
    r'<sst xmlns="([^"<&]*)"(?: (?!xmlns)[A-Za-z]\w*="[^"<&]*")* ?>\s*'
)
_PHONETICS = '(?:<phoneticPr(?: [A-Za-z]+="[^"<>&]*")* ?/>)?'
_SIMPLE = re.compile(f'<si><t(?: xml:space="preserve")?(?:/>|>([^<]*)</t>){_PHONETICS}')
_RICH = re.compile(f"<si>(<r>.*</r>){_PHONETICS}", re.DOTALL)
_LOOK = re.compile('<r>(?:<rPr>((?:<[A-Za-z]+(?: [A-Za-z]+="[^"<>&]*")* ?/>)*)</rPr>)?')
_RUN_END, _TEXT, _KEPT = "</t></r>", "<t", ' xml:space="preserve">'
_END, _CLOSE, _OPEN = "</si>", "</sst>", "<si>"


def read_shared_strings(part: str, xml: bytes, colors: Colors, limits: Limits) -> Sequence[Text]:
    """Every shared string, in the order cells refer to them."""
    utf8 = as_utf8(part, xml)
    try:
        return _plain_strings(utf8, colors, limits)
    except (ValueError, KeyError):
        return _parsed_strings(part, utf8, colors, limits)


def _parsed_strings(part: str, utf8: bytes, colors: Colors, limits: Limits) -> Sequence[Text]:
    strings: list[Text] = []

    def take(item: Element) -> None:
        strings.append(read_text(item, colors, limits, part))

    root = normal(part, stream(part, utf8, "sst", ("si",), take, limits), "sst", limits)
    for child in root:
        if child.tag != "extLst":
            ambiguous(TwoViews.SHEET_CONTENT, part, local_name(child.tag))
        check_foreign(child, part)
    return strings


def _plain_strings(utf8: bytes, colors: Colors, limits: Limits) -> Sequence[Text]:
    """The strings; ``ValueError`` or ``KeyError`` where anything is spelled in another way."""
    # Excel ends the first line so; for XML it is one line feed anywhere.
    text = plain(utf8.replace(b"\r\n", b"\n"))
    head = _HEAD.match(text) if text else None
    if text is None or head is None or head[1] not in MAIN:
        raise ValueError
    items = text[head.end() :].split(_END)
    if items.pop().strip() != _CLOSE:
        raise ValueError
    simple = _SIMPLE.fullmatch
    strings: list[Text] = []
    looks: dict[str, Font | None] = {}
    for item in items:
        if match := simple(item):
            strings.append(unescape(referenced(match[1] or ""), limits.characters))
        else:
            strings.append(_rich(item, head[1], looks, colors, limits))
    return strings


def _rich(item: str, namespace: str, looks: dict[str, Font | None], colors: Colors, limits: Limits) -> Text:
    """A text of runs; the fonts they have are remembered in ``looks`` by what stands before their text."""
    content = _RICH.fullmatch(item)
    written = content[1].split(_RUN_END) if content else [item]
    if written.pop():
        raise ValueError(item)
    runs: list[tuple[str, Font | None]] = []
    for run in written:
        look, _, rest = run.partition(_TEXT)
        kept = rest.startswith(_KEPT)
        text = rest[len(_KEPT) :] if kept else rest[1:]
        if "<" in text or not (kept or rest.startswith(">")):
            raise ValueError(item)
        if look not in looks:
            if len(looks) >= limits.styles:
                too_large(Measure.STYLES, limits.styles)
            looks[look] = _font(look, namespace, colors)
        if "&" in text or "_x" in text:
            text = unescape(referenced(text), limits.characters)
        runs.append((text, looks[look]))
    return rich(runs, "", limits)


def _font(look: str, namespace: str, colors: Colors) -> Font | None:
    written = _LOOK.fullmatch(look)
    if written is None:
        raise ValueError(look)
    return run_font(written[1], namespace, colors) if written[1] else None


def characters_of(text: Text) -> str:
    """The text without its looks."""
    return text.text if isinstance(text, RichText) else text
