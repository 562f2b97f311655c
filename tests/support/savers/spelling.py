"""How Excel and WPS spell XML: attributes in the schema's order, defaults left out, 17 or 15 digits."""

import re
import uuid
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape

_ESCAPED = re.compile(r"_x[0-9A-Fa-f]{4}_")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")
_WORDS = {"true": "1", "false": "0"}


def text_xml(text: str) -> str:
    """Text of a cell: what looks like an escape is escaped itself, control characters become ``_x000D_``."""
    text = _ESCAPED.sub(lambda match: f"_x005F{match[0]}", text)
    return escape(_CONTROL.sub(lambda match: f"_x{ord(match[0]):04X}_", text))


def t_xml(text: str) -> str:
    """A ``<t>``; blanks are kept only where they stand at an end, for nowhere else could they get lost."""
    keep = ' xml:space="preserve"' if text != text.strip() else ""
    return f"<t{keep}>{text_xml(text)}</t>"


def attributes(pairs: Iterable[tuple[str, str | None]]) -> str:
    return "".join(f' {name}="{escape(value, _QUOTE)}"' for name, value in pairs if value is not None)


_QUOTE = {'"': "&quot;", "\n": "&#10;"}


def chosen(
    given: Mapping[str, str], order: str, defaults: Mapping[str, str] | None = None
) -> list[tuple[str, str | None]]:
    """The attributes of ``given`` in the ``order`` named: booleans as 0 and 1, defaults left out."""
    found = ((name, given.get(name)) for name in order.split())
    spelled = ((name, _WORDS.get(value, value)) for name, value in found if value is not None)
    return [(name, value) for name, value in spelled if (defaults or {}).get(name) != value]


def seventeen(value: str) -> str:
    """A number as Excel stores it in a cell: 571.32 is 571.32000000000005."""
    return f"{float(value):.17g}".replace("e+", "E+").replace("e-", "E-")


def fifteen(value: str) -> str:
    """A number as WPS stores it in a cell."""
    return f"{float(value):.15g}".replace("e+", "E+").replace("e-", "E-")


def plain(value: str) -> str:
    """A measure without a needless ``.0``."""
    return f"{float(value):.15g}"


def uid(*words: object) -> str:
    """A revision id: random in Excel, here drawn from what it stands for. Same form, same bytes."""
    name = "|".join(map(str, words))
    return "{" + str(uuid.uuid5(uuid.NAMESPACE_OID, name)).upper() + "}"
