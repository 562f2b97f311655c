"""What Excel or LibreOffice would stumble over in a module, found before it is packed.

LibreOffice and pyOpenVBA let pass what Excel does not compile, and Excel is nowhere in our tests.
"""

import re
from collections.abc import Iterator

LONGEST_LINE = 1023
MOST_CONTINUATIONS = 24
LONGEST_NAME = 31
"""Of a module."""

RESERVED = frozenset(
    """
    abs addressof and any array as attribute boolean byref byte byval call case cbool cbyte ccur cdate cdbl
    cdec cdecl cint circle class clng clnglng clngptr close const csng cstr currency cvar cverr date debug
    decimal declare defbool defbyte defcur defdate defdbl defdec defint deflng deflnglng deflngptr defobj
    defsng defstr defvar dim do doevents double each else elseif empty end endif enum eqv erase error event
    exit false fix for friend function get global gosub goto if imp implements in input inputb int integer is
    lbound len lenb let lib like lineinput lock long longlong longptr loop lset me mod new next not nothing
    null object on open option optional or paramarray preserve print private property pset public put
    raiseevent randomize redim rem resume return rset scale seek select set sgn shared single spc static step
    stop string sub tab then to true type typeof ubound unlock until variant wend while with withevents write
    xor
    """.split()  # noqa: SIM905 - two hundred strings in quotes are no easier to read
)
"""The reserved identifiers of the language (MS-VBAL 3.3.5.2), and words that are better left alone."""

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
    r"\bIsNumeric\b": "true of blanks and of texts: IsFigure",
    r"\bCSng\(|\bCDec\(|\bCCur\(": "neither Double nor what a cell holds",
    r"\bFormula(Local|2)\b": "one only knows the language of the machine, one only Excel 365",
    r"\bConst\b.*\bChrW\(": "not constant: Chinese does not go into a Const",
    r"^\s*End$": "forgets what every module remembers",
}

_LITERAL = re.compile(r'"(?:[^"]|"")*"')
_PROCEDURE = re.compile(
    r"\s*(?:(?:Public|Private|Friend|Static) )*(Sub|Function) (\w+)\((.*)\)( As \w+)?$", re.I
)
_VARIABLES = re.compile(r"\s*(?:(?:Public|Private|Static|Dim|Const) )+(.+)", re.I)
_COMMA = re.compile(r", (?![^(]*\))")
_DECLARED = re.compile(r"(\w+)(?:\([^()]*\))? As (?:New )?(\w+)", re.I)
_HANDED = re.compile(r"(?:Optional )?By(?:Val|Ref) (.*)", re.I)


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
    for number, statement, continuations in statements(source):
        if continuations > MOST_CONTINUATIONS:
            yield f"line {number}: more than {MOST_CONTINUATIONS} continuations"
        yield from (f"line {number}: {problem}" for problem in _in_statement(statement))


def _in_line(line: str) -> Iterator[str]:
    if not line.isascii():
        yield "not ASCII outside a literal"
    if len(line) > LONGEST_LINE:
        yield f"more than {LONGEST_LINE} characters"


def statements(source: str) -> Iterator[tuple[int, str, int]]:
    """Line where a statement ends, its code without texts and comments, and how often it was continued."""
    pieces: list[str] = []
    for number, line in enumerate(source.splitlines(), 1):
        code = _LITERAL.sub('""', line).partition("'")[0]
        pieces.append(code.removesuffix(" _"))
        if not line.endswith(" _"):
            yield number, " ".join(piece.strip() for piece in pieces), len(pieces) - 1
            pieces.clear()


def _in_statement(statement: str) -> Iterator[str]:
    for pattern, why in AVOIDED.items():
        if re.search(pattern, statement):
            yield f"{pattern}: {why}"
    for declaration in declarations(statement):
        declared = _DECLARED.match(declaration)
        if not declared:
            yield f"{declaration}: say its type, and of a parameter ByVal or ByRef"
        elif declared[1].lower() in RESERVED:
            yield f"{declared[1]} is a reserved word"
        elif declared[2].lower() == "integer":
            yield f"{declared[1]} overflows at 32,768: As Long"


def declarations(statement: str) -> Iterator[str]:
    """What ``statement`` declares, each as name and type; as it stands where one of the two is missing."""
    if procedure := _PROCEDURE.match(statement):
        kind, name, parameters, result = procedure.groups()
        # A Sub has no type to be missing.
        yield f"{name} As Object" if kind.lower() == "sub" else f"{name}{result or ''}"
        for parameter in filter(None, _COMMA.split(parameters)):
            # Unsaid it would be by reference, and Excel compiles no call with a variable of another type.
            handed = _HANDED.fullmatch(parameter)
            yield handed[1] if handed else parameter.split(" ")[0]
    elif variables := _VARIABLES.match(statement):
        yield from _COMMA.split(variables[1])
