"""Named styles into the numbers a workbook wants: one place knows them, everything else says names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, NamedTuple

from templates import form_styles

FIRST_CUSTOM_FORMAT = 164
"""Smaller ids are Excel's own formats."""

GENERAL = "General"
StyleKey = tuple[str, str | None]


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
class StyleBook:
    """All styles of one workbook. ``index`` gives the format of a (style name, number format) pair."""

    number_formats: tuple[NumberFormat, ...]
    fonts: tuple[Mapping[str, Any], ...]
    fills: tuple[str, ...]
    borders: tuple[str, ...]
    formats: tuple[CellFormat, ...]
    looks: tuple[Mapping[str, str], ...]
    look_index: Mapping[str, int]
    index: Mapping[StyleKey, int]


def style_book(used: Iterable[StyleKey]) -> StyleBook:
    """The named styles, and after them the pairs of ``used`` that bring a number format of their own."""
    base = _named_styles()
    ids = {form.code: form.id for form in base.number_formats}
    formats, index = list(base.formats), dict(base.index)
    for key in used:
        style, code = key
        if code is not None and key not in index:
            index[key] = len(formats)
            formats.append(
                base.formats[base.index[style, None]]._replace(number_format=_format_id(ids, code))
            )
    return replace(
        base,
        number_formats=tuple(NumberFormat(number, code) for code, number in ids.items() if number),
        formats=tuple(formats),
        index=index,
    )


@cache
def _named_styles() -> StyleBook:
    parts = form_styles()
    fonts, borders = list(parts["font"]), list(parts["border"])
    fills = ["none", "gray125", *(name for name in parts["fill"] if name != "none")]
    ids: dict[str, int] = {GENERAL: 0}
    formats = [
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
    ]
    return StyleBook(
        tuple(NumberFormat(number, code) for code, number in ids.items()),
        tuple(parts["font"].values()),
        ("", "", *(parts["fill"][name] for name in fills[2:])),
        tuple(parts["border"].values()),
        tuple(formats),
        tuple(parts["look"].values()),
        {name: number for number, name in enumerate(parts["look"])},
        {(name, None): number for number, name in enumerate(parts["style"])},
    )


def _format_id(ids: dict[str, int], code: str) -> int:
    return ids.setdefault(code, FIRST_CUSTOM_FORMAT + len(ids) - 1)
