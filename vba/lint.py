"""What Excel or LibreOffice would stumble over in a module, found before it is packed."""

import re
from collections.abc import Iterator

LONGEST_LINE = 1023
MOST_CONTINUATIONS = 24
LONGEST_NAME = 31
"""Of a module."""

RESERVED = frozenset(
    """
    and as boolean byref byte byval call case class const currency date declare dim do double each else
    elseif empty end enum erase error event exit false for friend function get global gosub goto if
    implements in integer is let lib like long longlong longptr loop lset me mod new next not nothing null
    object on open option optional or paramarray preserve print private property public put raiseevent
    randomize redim rem resume return rset select set single static step stop string sub then to true type
    typeof until variant wend while with withevents write xor
    """.split()  # noqa: SIM905 - eighty strings in quotes are no easier to read
)

AVOIDED = {
    r"\bEvaluate\b": "LibreOffice does not evaluate as Excel does",
    r"\bEnd\(xl(Up|Down|ToLeft|ToRight)\)": "LibreOffice ends elsewhere; ask the registry for rows",
    r"\bCreateObject\b": "blocked by policy on many machines, absent on macOS",
    r"\bApplication\.Run\b": "not in LibreOffice",
    r"\bDebug\.Print\b": "not in LibreOffice",
    r"\bNames\.Add\b": "not in LibreOffice",
    r"\bHyperlinks\.Add\b": "not in LibreOffice",
    r"\bTab\.Color": "not in LibreOffice",
    r"(?<!WorksheetFunction\.)(?<!\w)Round\(": "VBA rounds half to even: WorksheetFunction.Round",
}

_LITERAL = re.compile(r'"(?:[^"]|"")*"')
_DECLARED = re.compile(
    r"\b(?:Dim|Const|Static|Sub|Function|ByVal|ByRef|Optional|For Each)\s+(?:Byval\s+)?(\w+)", re.I
)


class NotVba(Exception):
    """A template that would not make a sound module: a mistake of ours, never of a user."""


def lint(name: str, source: str) -> None:
    """Raise :class:`NotVba` with everything that is wrong with module ``name``."""
    if problems := list(_problems(name, source)):
        raise NotVba("\n".join(f"{name}: {problem}" for problem in problems))


def _problems(name: str, source: str) -> Iterator[str]:
    if len(name) > LONGEST_NAME:
        yield f"the name has more than {LONGEST_NAME} characters"
    if not source.startswith("Option Explicit"):
        yield "does not begin with Option Explicit"
    for number, line in enumerate(source.splitlines(), 1):
        yield from (f"line {number}: {problem}" for problem in _in_line(line))
    for number, count in _continuations(source):
        if count > MOST_CONTINUATIONS:
            yield f"line {number}: more than {MOST_CONTINUATIONS} continuations"


def _in_line(line: str) -> Iterator[str]:
    if not line.isascii():
        yield "not ASCII outside a literal"
    if len(line) > LONGEST_LINE:
        yield f"more than {LONGEST_LINE} characters"
    code = _LITERAL.sub('""', line).partition("'")[0]
    for declared in _DECLARED.findall(code):
        if declared.lower() in RESERVED:
            yield f"{declared} is a reserved word"
    for pattern, why in AVOIDED.items():
        if re.search(pattern, code):
            yield f"{pattern}: {why}"


def _continuations(source: str) -> Iterator[tuple[int, int]]:
    """Line where a continued statement ends, and how often it was continued."""
    count = 0
    for number, line in enumerate(source.splitlines(), 1):
        if line.endswith(" _"):
            count += 1
        else:
            if count:
                yield number, count
            count = 0
