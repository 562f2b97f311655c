"""Fonts: of cells, of stretches of a text, of what a conditional format changes."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from zpj.xlsx.attributes import NUMBER, TRUE
from zpj.xlsx.model.looks import Font
from zpj.xlsx.parts.colors import Colors
from zpj.xlsx.xml_tree import local_name

_FLAGS = {
    "b": "bold",
    "i": "italic",
    "strike": "strike",
    "outline": "outline",
    "shadow": "shadow",
    "condense": "condense",
    "extend": "extend",
}
_TEXTS = {"name": "name", "rFont": "name", "scheme": "scheme", "vertAlign": "position"}
_NUMBERS = {"sz": "size", "family": "family", "charset": "charset"}
_NO_VALUE = {"scheme": "none", "vertAlign": "baseline", "u": "none"}


def font_facts(element: Element, colors: Colors) -> tuple[dict[str, str], tuple[str, ...]]:
    """What ``element`` says of a font, by the names of :class:`Font`, and what is not understood of it."""
    facts: dict[str, str] = {}
    unknown: list[str] = []
    for child in element:
        tag = child.tag
        fact = dict(_facts(tag, child.attrib, colors))
        if not fact or fact.keys() & facts.keys() or len(child):
            unknown.append(local_name(tag))
        facts |= fact
    return facts, tuple(sorted(unknown))


def _facts(tag: str, attributes: Mapping[str, str], colors: Colors) -> Iterator[tuple[str, str]]:
    value = attributes.get("val", "")
    if tag in _FLAGS:
        yield _FLAGS[tag], "1" if not value or value in TRUE else "0"
    elif tag in _TEXTS:
        yield _TEXTS[tag], "" if value == _NO_VALUE.get(tag) else value
    elif tag in _NUMBERS and NUMBER.fullmatch(value):
        yield _NUMBERS[tag], f"{float(value):.15g}"
    elif tag == "u":
        yield "underline", "" if value == _NO_VALUE[tag] else value or "single"
    elif tag == "color":
        yield "color", colors.resolve(attributes)


def font_of(facts: Mapping[str, str], unknown: tuple[str, ...], colors: Colors) -> Font:
    """The font that these facts make, with the defaults for what they leave out."""
    default = Font()
    flags = {name: facts.get(name) == "1" for name in _FLAGS.values()}
    charset = facts.get("charset")
    scheme = facts.get("scheme", "")
    return Font(
        name=facts.get("name", default.name),
        size=float(facts.get("size", default.size)),
        underline=facts.get("underline", ""),
        color=facts.get("color", default.color),
        position=facts.get("position", ""),
        family=int(float(facts.get("family", 0))),
        charset=None if charset is None else int(float(charset)),
        scheme=scheme,
        theme_names=_typefaces(scheme, colors.theme.fonts),
        unknown=unknown,
        **flags,
    )


def _typefaces(scheme: str, fonts: tuple[str, ...]) -> tuple[str, ...]:
    if not scheme or not fonts:
        return ()
    return fonts[:2] if scheme == "major" else fonts[2:]
