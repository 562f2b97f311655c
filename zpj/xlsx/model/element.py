"""An element of XML as data: for what is rare in a form, and for what is not understood."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Element:
    """An element."""

    name: str
    """The local name in the spreadsheet namespace, else ``x14:slicerList`` or ``{namespace}name``."""
    attributes: tuple[tuple[str, str], ...] = ()
    """By name, sorted; namespaced ones are named as elements are."""
    children: tuple["Element", ...] = ()
    text: str = ""

    def get(self, attribute: str, default: str = "") -> str:
        """The value of an attribute, or ``default``."""
        return next((value for name, value in self.attributes if name == attribute), default)
