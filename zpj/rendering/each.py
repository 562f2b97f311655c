"""Many small elements of one shape: a loop of the template's, run at the speed of Python."""

from collections.abc import Iterable
from functools import lru_cache

from zpj.rendering.xml_text import Rendered, xml_text


def each(items: Iterable[str | tuple[object, ...]], shape: str) -> Rendered:
    """``shape`` once per item, its ``%s`` filled with the item, or with the fields of a tuple, escaped."""
    return Rendered("".join([_element(shape, item) for item in items]))


@lru_cache(maxsize=4096)
def _element(shape: str, item: str | tuple[object, ...]) -> str:
    """One element; forms have most of theirs in common."""
    return shape % (xml_text(item) if isinstance(item, str) else tuple(map(xml_text, item)))
