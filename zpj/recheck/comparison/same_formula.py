"""Whether two formula texts are one formula: programs write the same formula differently when they save."""

import re
from collections.abc import Iterator
from functools import lru_cache

from zpj.xlsx.formula_reader import is_reasonable

_PREFIX = re.compile(r"^@?(?:(?:\[\d+\]|'[^']*'|[^'!]*\.xlam)!(?=ZPJ_))?(?:_XLFN\.|_XLWS\.)*", re.IGNORECASE)
"""Before a function: implicit intersection, the add-in that holds it, the mark of a newer Excel."""


def same_formula(found: str, expected: str) -> bool:
    """Whether ``found`` calculates what ``expected`` does, with or without ``=``.

    White space, letter case outside of texts, the way a number is written, TRUE against TRUE(), array
    braces and the prefixes programs put before functions make no difference; any other token does.
    """
    return found == f"={expected}" or (is_reasonable(found) and _same_tokens(found, expected))


@lru_cache(maxsize=4096)  # a program that writes one form differently writes all of them so
def _same_tokens(found: str, expected: str) -> bool:
    found, expected = _bare(found), _bare(expected)
    if found == expected:
        return True
    tokens = _tokens(found)
    return bool(tokens) and tokens == _issued_tokens(expected)


def _bare(formula: str) -> str:
    """The formula without ``=``, and without the braces of an array formula."""
    text = formula.strip()
    if text.startswith("{=") and text.endswith("}"):
        text = text[1:-1]
    return text.removeprefix("=")


@lru_cache(maxsize=1024)  # what came back is not kept: it may be anything
def _issued_tokens(formula: str) -> tuple[str, ...]:
    return _tokens(formula)


def _tokens(formula: str) -> tuple[str, ...]:
    """The tokens in one spelling; none where the text is no formula."""
    # Imported here: openpyxl takes longer to import than a form to recheck, and most need no tokens.
    from openpyxl.formula.tokenizer import Tokenizer, TokenizerError

    try:
        items = Tokenizer(f"={formula}").items
    except (TokenizerError, IndexError, ValueError):
        return ()
    return tuple(
        _spelled((each.value, each.type, each.subtype) for each in items if each.type != "WHITE-SPACE")
    )


def _spelled(items: Iterator[tuple[str, str, str]]) -> Iterator[str]:
    for value, kind, subtype in items:
        if kind == "FUNC" and subtype == "OPEN":
            name = _PREFIX.sub("", value).upper()
            if name in ("TRUE(", "FALSE("):
                # LibreOffice writes the constant as a function without arguments.
                next(items, None)
                name = name.removesuffix("(")
            yield name
        elif subtype == "NUMBER":
            yield f"{float(value):.15g}"
        elif kind == "OPERAND" and subtype != "TEXT":
            yield value.removeprefix("@").upper()
        else:
            yield value
