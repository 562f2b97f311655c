"""Any value as XML text of a workbook part: the only way anything gets into a template's output.

Jinja2's own escaping wraps every piece in a class of its own, which takes longer than the rest of rendering
a form. Here what a template prints is escaped, always, unless it is what another template printed.
"""

import re

from zpj.rendering.cell_text import cell_text

_find_special = re.compile(r'[&<>"\x00-\x08\x0b-\x1f\ufffe\uffff]').search
_find_markup = re.compile(r"[&<>\x00-\x08\x0b-\x1f\ufffe\uffff]").search


class Rendered(str):
    """The output of a template: XML already, so another template may print it as it is."""

    __slots__ = ()


def xml_text(value: object) -> str:
    """``value`` for an element or a double-quoted attribute; control characters go as ``_xHHHH_``."""
    if not isinstance(value, str):
        return str(value)
    # The first test is quicker and true of most; a character class alone is searched far faster than one
    # with an alternative.
    if value.isalnum() or not (_find_special(value) or "_x" in value):
        return value
    if isinstance(value, Rendered):
        return value
    return _escaped(value).replace('"', "&quot;")


def element_text(value: object) -> Rendered:
    """``value`` for an element only, where quotes may stand: the formulas of a form have two thousand."""
    if not isinstance(value, str):
        return Rendered(value)
    if value.isalnum() or not (_find_markup(value) or "_x" in value):
        return Rendered(value)
    return Rendered(_escaped(value))


def _escaped(text: str) -> str:
    return cell_text(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
