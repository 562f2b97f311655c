"""Named styles into the numbers a workbook wants: one place knows them, everything else says names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from zpj.rendering import form_styles

FIRST_CUSTOM_FORMAT = 164
"""Smaller ids are Excel's own formats."""

GENERAL = "General"
StyleKey = tuple[str, str | None]
"""A style name, and the number format where the style's own does not do."""


class CellFormat(NamedTuple):
    """One format of cells: indexes into the workbook's fonts, fills and borders."""

    number_format: int
    font: int
    fill: int
    border: int
    align: str
    wrap: bool
    shrink: bool
    input: bool


class NumberFormat(NamedTuple):
    """A custom number format."""

    id: int
    code: str


@dataclass(frozen=True, slots=True)
class NamedStyles:
    """The styles every form has, in the order of their numbers."""

    number_formats: Mapping[str, int]
    fonts: tuple[Mapping[str, Any], ...]
    fills: tuple[str, ...]
    borders: tuple[str, ...]
    formats: tuple[CellFormat, ...]
    index: Mapping[StyleKey, int]
    looks: tuple[Mapping[str, str], ...]
    look_index: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class StyleBook:
    """What one form adds to the named styles.

    ``formats`` are numbered on from the named ones; ``index`` gives the number of every (style name, number
    format) pair, the named styles (number format ``None``) included.
    """

    number_formats: tuple[NumberFormat, ...]
    formats: tuple[CellFormat, ...]
    index: Mapping[StyleKey, int]


def style_book(used: Iterable[tuple[str, str]]) -> StyleBook:
    """The styles with a number format of their own, with numbers."""
    named = named_styles()
    ids = dict(named.number_formats)
    formats: list[CellFormat] = []
    index = dict(named.index)
    for key in used:
        if key not in index:
            style, code = key
            base = named.formats[index[style, None]]
            index[key] = len(named.formats) + len(formats)
            formats.append(base._replace(number_format=_format_id(ids, code)))
    number_formats = tuple(NumberFormat(number, code) for code, number in ids.items() if number)
    return StyleBook(number_formats, tuple(formats), index)


@cache
def named_styles() -> NamedStyles:
    """The styles of ``templates/workbook/styles.toml``."""
    parts = form_styles()
    fonts, borders = list(parts["font"]), list(parts["border"])
    # Excel reserves the first two fills.
    fills = ["none", "gray125", *(name for name in parts["fill"] if name != "none")]
    ids: dict[str, int] = {GENERAL: 0}
    formats = tuple(
        CellFormat(
            _format_id(ids, style.get("format", GENERAL)),
            fonts.index(style.get("font", "body")),
            fills.index(style.get("fill", "none")),
            borders.index(style.get("border", "none")),
            style.get("align", ""),
            style.get("wrap", False),
            style.get("shrink", False),
            style.get("input", False),
        )
        for style in parts["style"].values()
    )
    return NamedStyles(
        ids,
        tuple(parts["font"].values()),
        tuple(parts["fill"][name] for name in fills[2:]),
        tuple(parts["border"].values()),
        formats,
        {(name, None): number for number, name in enumerate(parts["style"])},
        tuple(parts["look"].values()),
        {name: number for number, name in enumerate(parts["look"])},
    )


def _format_id(ids: dict[str, int], code: str) -> int:
    return ids.setdefault(code, FIRST_CUSTOM_FORMAT + len(ids) - 1)
