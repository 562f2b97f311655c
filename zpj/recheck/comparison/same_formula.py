"""Whether two formula texts are one formula: programs write the same formula differently when they save."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from zpj.xlsx.formula_reader import is_reasonable
from zpj.xlsx.model.book import ExternalLink

ADDINS = ("zpj.xlam", "zpj-python.xlam")
"""The add-ins that answer to the functions of a form."""
NEWER = frozenset({"ISFORMULA"})
"""Functions we issue that Excel writes with the mark of a newer version before them."""

_NEWER_MARK = re.compile(r"^_XLFN\.(?:_XLWS\.)?", re.IGNORECASE)
_BOOK = re.compile(
    r"^(?:\[(?P<index>\d+)\]|'?(?:[^'!]*[\\/\[])?(?P<name>[^'!\\/\[\]]+)\]?'?)!(?=ZPJ_)", re.IGNORECASE
)
"""Before a function of ours: the workbook that holds it, by its number among the links or by its name."""


def same_formula(found: str, expected: str, links: Sequence[ExternalLink] = ()) -> bool:
    """Whether ``found`` calculates what ``expected`` does, with or without ``=``.

    White space, letter case outside of texts, the way a number is written, TRUE against TRUE(), array
    braces, ``@`` before a function and the add-in before a function of ours make no difference; any other
    token does. ``links`` are the linked workbooks of the file, which a formula names by number.
    """
    if found == f"={expected}":
        return True
    return is_reasonable(found) and _same_tokens(found, expected, tuple(links))


@lru_cache(maxsize=4096)  # a program that writes one form differently writes all of them so
def _same_tokens(found: str, expected: str, links: tuple[ExternalLink, ...]) -> bool:
    found, expected = _bare(found), _bare(expected)
    if found == expected:
        return True
    tokens = _tokens(found, links)
    return bool(tokens) and tokens == _issued_tokens(expected)


def _bare(formula: str) -> str:
    """The formula without ``=``, and without the braces of an array formula."""
    text = formula.strip()
    if text.startswith("{=") and text.endswith("}"):
        text = text[1:-1]
    return text.removeprefix("=")


@lru_cache(maxsize=1024)  # what came back is not kept: it may be anything
def _issued_tokens(formula: str) -> tuple[str, ...]:
    return _tokens(formula, ())


def _tokens(formula: str, links: Sequence[ExternalLink]) -> tuple[str, ...]:
    """The tokens in one spelling; none where the text is no formula."""
    # Imported here: openpyxl takes longer to import than a form to recheck, and most need no tokens.
    from openpyxl.formula.tokenizer import Tokenizer, TokenizerError

    try:
        items = Tokenizer(f"={formula}").items
    except (TokenizerError, IndexError, ValueError):
        return ()
    tokens = ((each.value, each.type, each.subtype) for each in items if each.type != "WHITE-SPACE")
    return tuple(_spelled(tokens, links))


def _spelled(items: Iterator[tuple[str, str, str]], links: Sequence[ExternalLink]) -> Iterator[str]:
    for value, kind, subtype in items:
        if kind == "FUNC" and subtype == "OPEN":
            name = _function(value, links)
            if name in ("TRUE(", "FALSE("):
                # LibreOffice writes the constant as a function without arguments.
                next(items, None)
                name = name.removesuffix("(")
            yield name
        elif subtype == "NUMBER":
            yield f"{float(value):.15g}"
        elif kind == "OPERAND" and subtype != "TEXT":
            yield value.upper()
        else:
            yield value


def _function(value: str, links: Sequence[ExternalLink]) -> str:
    name = value.removeprefix("@")
    if book := _BOOK.match(name):
        holder = _target(book["index"], links) if book["index"] else book["name"]
        if holder.lower() in ADDINS:
            name = name[book.end() :]
    name = name.upper()
    plain = _NEWER_MARK.sub("", name)
    return plain if plain.removesuffix("(") in NEWER else name


def _target(index: str, links: Sequence[ExternalLink]) -> str:
    """The file name of a linked workbook."""
    target = next((link.target for link in links if link.index == int(index)), "")
    return re.split(r"[\\/]", target)[-1]
