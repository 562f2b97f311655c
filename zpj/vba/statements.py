"""VBA source as statements of tokens: what stays the same when a program saves macros and lays them out anew.

Excel's editor changes blanks, the case of names and the way a number is written (``2.0`` becomes ``2#``),
and keeps everything else. Comments and empty lines do nothing. A comment that is not plain ASCII, or goes on
in the next line, may hide that line from one program and not from another, so it counts as a statement.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

Token = tuple[str, ...]
"""A kind and what is compared of it."""

_TOKEN = re.compile(
    r"""(?P<blank>(?:[ \t]++(?:_[ \t]*+(?:\r\n|\r|\n))?)+)
    | (?P<line>\r\n|\r|\n)
    | (?P<comment>'[^\r\n]*)
    | (?P<text>"(?:[^"\r\n]|"")*"?)
    | (?P<date>\#[0-9A-Za-z/:, -]{1,40}\#)
    | (?P<based>&[Hh][0-9A-Fa-f]+|&[Oo]?[0-7]+)(?P<based_type>[%&^]?)
    | (?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[EeDd][+-]?[0-9]+)?)(?P<number_type>[%&!\#@^]?)
    | (?P<name>[A-Za-z_]\w*(?:[%&\#@$]|!(?![A-Za-z\[]))?)
    | (?P<sign>[<>]=|<>|:=|.)""",
    re.VERBOSE | re.DOTALL,
)
_REMARK = re.compile(r"[Rr][Ee][Mm](?![\w%&#@$!])[^\r\n]*")
_PLAIN_COMMENT = re.compile(r"[\t -~]*")
_CONTINUED = re.compile(r"[ \t]_[ \t]*$")
_LONGEST_WHOLE = 2**31 - 1
"""A whole number above it is a Double, and Excel's editor writes it as one."""
_OF_LIBREOFFICE = (("name", "option"), ("name", "vbasupport"), ("number", "1", ""))
"""What some versions of LibreOffice write at the top of a module."""


class Statement(NamedTuple):
    """One line of code, with what it continues on."""

    line: int
    """From 1, as the editor counts: attributes are not shown there."""
    tokens: tuple[Token, ...]
    text: str
    """As written, on one line."""


class Source(NamedTuple):
    """What a module says."""

    attributes: frozenset[tuple[Token, ...]]
    """What an editor does not show: name, kind of class, shortcuts of procedures."""
    statements: tuple[Statement, ...]


def read_source(text: str) -> Source:
    """The attributes and statements of a module's ``text``, attribute header included."""
    attributes: set[tuple[Token, ...]] = set()
    statements: list[Statement] = []
    hidden = 0
    for statement in _statements(text):
        if statement.tokens[0] == ("name", "attribute"):
            attributes.add(statement.tokens[1:])
            hidden += 1
        elif statement.tokens != _OF_LIBREOFFICE:
            statements.append(statement._replace(line=statement.line - hidden))
    return Source(frozenset(attributes), tuple(statements))


def _statements(text: str) -> Iterator[Statement]:
    tokens: list[Token] = []
    line, start, begin, place = 1, 1, 0, 0
    while place < len(text):
        kind, piece = _next(text, place, remark=_starts_statement(tokens))
        if kind == "line":
            if tokens:
                yield Statement(start, tuple(tokens), _on_one_line(text[begin:place]))
            tokens = []
        elif kind != "blank" and not (kind == "comment" and _is_idle(piece)):
            if not tokens:
                start, begin = line, place
            tokens.append(_token(kind, piece))
        line += len(re.findall(r"\r\n|\r|\n", piece))
        place += len(piece)
    if tokens:
        yield Statement(start, tuple(tokens), _on_one_line(text[begin:]))


def _next(text: str, place: int, *, remark: bool) -> tuple[str, str]:
    """The kind and text of the token at ``place``; a remark only where ``remark`` allows one."""
    if remark and (found := _REMARK.match(text, place)):
        return "comment", found[0]
    found = _TOKEN.match(text, place)
    return (str(found.lastgroup).removesuffix("_type"), found[0]) if found else ("sign", text[place])


def _starts_statement(tokens: list[Token]) -> bool:
    return not tokens or tokens[-1] in (("sign", ":"), ("name", "then"), ("name", "else"))


def _is_idle(comment: str) -> bool:
    return _PLAIN_COMMENT.fullmatch(comment) is not None and not _CONTINUED.search(comment)


def _token(kind: str, piece: str) -> Token:
    if kind == "name":
        return kind, piece.lower()
    if kind == "based":
        return kind, piece.upper()
    return _number(piece) if kind == "number" else (kind, piece)


def _number(piece: str) -> Token:
    digits, suffix = (piece[:-1], piece[-1]) if piece[-1] in "%&!#@^" else (piece, "")
    if digits.isdigit() and not (suffix == "#" or (not suffix and int(digits) > _LONGEST_WHOLE)):
        return "number", str(int(digits)), suffix
    # Excel's editor keeps 15 digits of a Double, and marks one without decimals by #.
    value = float(digits.upper().replace("D", "E"))
    return "number", f"{value:.15g}", suffix.strip("&%") or "#"


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
