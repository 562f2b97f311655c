"""The numbers in a text, found in one pass that takes time linear in its length.

Digits that belong to a word are left out: PM2.5, H1N1, COVID-19, 5G. Digits are ASCII only; half-width first.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from zpj.quantity.bounds import LONGEST_NUMBER
from zpj.quantity.refusals import Cause, NotAQuantity
from zpj.quantity.units import SYMBOLS

TOKEN = re.compile(
    r"(?P<word>[A-Za-z][A-Za-z0-9]*(?:\.[0-9][A-Za-z0-9]*)*)"
    r"|(?<![0-9.])[0-9][ADGK](?![A-Za-z0-9])"  # 5A景区, 3D, 5G, 4K: a name, the number is elsewhere
    r"|(?P<number>(?:(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?|(?<![0-9.])\.[0-9]+)"
    r"(?:[eE][+-]?[0-9]{1,2}(?![A-Za-z0-9]))?)"
    r"(?P<letters>[A-Za-z][A-Za-z0-9]*[²³]?)?"
)
MINUS = re.compile(r"(?<![-−])[-−]$")


@dataclass(frozen=True, slots=True)
class Number:
    """A number and where it stands: ``text[start:end]``, the minus sign included."""

    start: int
    end: int
    digits: str

    @property
    def decimal(self) -> Decimal:
        """The number itself. Raises :class:`NotAQuantity` when it is too long to be one."""
        if len(self.digits) > LONGEST_NUMBER:
            raise NotAQuantity(Cause.TOO_LONG)
        return Decimal(self.digits.replace(",", "").replace("−", "-"))


def find_numbers(text: str) -> list[Number]:
    """Every number of ``text`` (half-width), left to right.

    Raises :class:`NotAQuantity` when letters that are no unit are glued to one of them, as in 7x24.
    """
    numbers: list[Number] = []
    word_end: int | None = None  # of the last word that may go on with a hyphen, as in COVID-19
    for token in TOKEN.finditer(text):
        if token["number"] is None:
            word_end = None if token["word"] in SYMBOLS else token.end()
        elif word_end is None or token.start() != word_end + 1 or text[word_end] != "-":
            if token["letters"] and token["letters"] not in SYMBOLS:
                raise NotAQuantity(Cause.LETTERS)
            start, end = token.span("number")
            if not numbers:  # before a later number a minus would be a dash: 80%-90%
                start -= MINUS.search(text, max(start - 2, 0), start) is not None
            numbers.append(Number(start, end, text[start:end]))
    return numbers
