"""Texts of cells: plain and rich ones, with their reading aids, escapes decoded."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError, fromstring

from zpj.xlsx.limits import Limits
from zpj.xlsx.model.cell import Run
from zpj.xlsx.model.looks import Font
from zpj.xlsx.part_cache import one
from zpj.xlsx.parts.colors import Colors
from zpj.xlsx.parts.fonts import font_facts, font_of
from zpj.xlsx.refusal import Measure, TwoViews, ambiguous, too_large
from zpj.xlsx.xml_tree import normal

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
RUN_LOOKS = 512
"""Looks of stretches of texts that are remembered by their XML."""


class RichText(NamedTuple):
    """A text that is more than its characters."""

    text: str
    stretches: Sequence[tuple[str, Font | None]] = ()
    """Empty where the text has no stretches of its own look; neighbours may look alike."""
    phonetic: str = ""

    def runs(self, own: Font) -> tuple[Run, ...]:
        """The stretches that look otherwise than the cell's ``own`` font, and those between; joined.

        Empty where all look as the cell does.
        """
        joined: list[tuple[list[str], Font | None]] = []
        for text, font in self.stretches:
            look = None if font is None or is_same(font, own) else font
            if joined and joined[-1][1] is look:
                joined[-1][0].append(text)
            else:
                joined.append(([text], look))
        if all(look is None for _, look in joined):
            return ()
        return tuple(Run("".join(pieces), look) for pieces, look in joined)


def is_same(one_font: Font, other: Font) -> bool:
    """Whether two fonts are equal; most that are not differ in their names."""
    return one_font is other or (one_font.name == other.name and one_font == other)


Text = str | RichText


def unescape(text: str, characters: int) -> str:
    """``_x000D_`` and its like as the character they stand for. X04 beyond ``characters``."""
    if len(text) > characters:
        too_large(Measure.CHARACTERS, characters)
    if "_x" not in text:
        return text
    decoded = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    if not _SURROGATE.search(decoded):
        return decoded
    # Two escapes make one character beyond U+FFFF; half of one is no text and could not be written again.
    return decoded.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def read_text(item: Element, colors: Colors, limits: Limits, part: str, cell: str = "") -> Text:
    """The text of an ``si`` or ``is`` element. X06 where it holds what no text does, or two texts."""
    plain: str | None = None
    runs: list[Run] = []
    phonetic: list[str] = []
    for child in item:
        match child.tag:
            case "t" if plain is None and not runs:
                plain = _text_of(child, limits, part, cell)
            case "r" if plain is None:
                runs.append(_run(child, colors, limits, part, cell))
            case "rPh":
                phonetic += [each.text or "" for each in child if each.tag == "t"]
            case "phoneticPr":
                pass
            case _:
                ambiguous(TwoViews.MARKUP_INSIDE, part, cell)
    if runs:
        return rich(runs, "".join(phonetic), limits)
    return RichText(plain or "", (), "".join(phonetic)) if phonetic else plain or ""


def rich(stretches: Sequence[tuple[str, Font | None]], phonetic: str, limits: Limits) -> Text:
    """A text of stretches."""
    whole = "".join([text for text, _ in stretches])
    if len(whole) > limits.characters:
        too_large(Measure.CHARACTERS, limits.characters)
    return RichText(whole, stretches, phonetic) if stretches or phonetic else whole


@lru_cache(maxsize=RUN_LOOKS)
def run_font(written: str, namespace: str, colors: Colors) -> Font:
    """The font of an ``rPr`` with this content. ``ValueError`` where only a parser of the part can tell."""
    try:
        # Its tags came out of a part without a DOCTYPE.
        element = fromstring(f'<rPr xmlns="{namespace}">{written}</rPr>')  # noqa: S314
    except ParseError as error:
        raise ValueError(written) from error
    return _font(normal("", element, "", Limits()), colors)


def _font(element: Element, colors: Colors) -> Font:
    return one(font_of(*font_facts(element, colors), colors))


def _run(element: Element, colors: Colors, limits: Limits, part: str, cell: str) -> Run:
    text: str | None = None
    font: Font | None = None
    for child in element:
        if child.tag == "t" and text is None:
            text = _text_of(child, limits, part, cell)
        elif child.tag == "rPr" and font is None and text is None:
            font = _font(child, colors)
        else:
            ambiguous(TwoViews.MARKUP_INSIDE, part, cell)
    return Run(text or "", font)


def _text_of(element: Element, limits: Limits, part: str, cell: str) -> str:
    if len(element):
        ambiguous(TwoViews.MARKUP_INSIDE, part, cell)
    return unescape(element.text or "", limits.characters)
