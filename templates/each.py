"""Many small elements of one shape: a loop of the template's, run at the speed of Python."""

from collections.abc import Iterable

from templates.xml_text import Rendered, xml_text


def each(items: Iterable[str | tuple[object, ...]], shape: str) -> Rendered:
    """``shape`` once per item, its ``%s`` filled with the item, or with the fields of a tuple, escaped."""
    return Rendered("".join([shape % _escaped(item) for item in items]))


def _escaped(item: str | tuple[object, ...]) -> str | tuple[str, ...]:
    return xml_text(item) if isinstance(item, str) else tuple(map(xml_text, item))
