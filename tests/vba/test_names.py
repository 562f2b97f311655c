"""The names in the VBA: Excel compiles no module that uses one it does not know, or knows twice.

LibreOffice and pyOpenVBA notice when the line runs, if at all.
"""

import re
from collections.abc import Iterator, Sequence

import pytest

from zpj.model.project import DEFAULT_PROFILE
from zpj.rules import load_profile
from zpj.vba import DOCUMENTS, Module, form_modules
from zpj.vba.lint import RESERVED, declarations, statements
from zpj_addin.build import CODE_NAME, addin_modules

FORM = form_modules(load_profile(DEFAULT_PROFILE))
ADDIN = tuple(module for module in addin_modules() if module.name.startswith("Zpj"))
BOTH = pytest.mark.parametrize(
    ("modules", "documents"), [(FORM, DOCUMENTS), (ADDIN, (CODE_NAME,))], ids=["form", "addin"]
)

BUILT_IN = frozenset(
    """
    ascw chrw collection err error format iif inputbox instr instrrev isarray isempty iserror ismissing isnull
    join lcase left log mid msgbox replace rgb right rtrim split str trim typename ucase val vartype
    vbbinarycompare vbboolean vbcr vbcurrency vbdate vbdecimal vbdouble vbempty vbexclamation vbinformation
    vbinteger vblf vblong vbnull vbnullchar vbsingle vbstring vbtab explicit mac module
    activecell activeworkbook application thisworkbook worksheetfunction
    xlerrdiv0 xlerrna xlerrname xlerrnull xlerrnum xlerrref xlerrvalue xlnone
    """.split()  # noqa: SIM905 - as in the lint
)
"""What VBA and Excel bring along, of what is used."""

XLWINGS = frozenset({"fileexists", "getconfig", "runpython", "xlpy"})
"""What xlwings' module in the add-in brings along."""

_NAME = re.compile(r"^\w+")
_WORD = re.compile(r"(?<![\w.#])[a-z]\w*\b(?!:=|:$)", re.I)
_BEGIN = re.compile(r"(?:Public |Private )?(?:Sub|Function) ", re.I)
_JUMP = re.compile(r"^On Error GoTo \w+|^Resume \w+|^#?\w+:$", re.I)


def declared(statement: str) -> list[str]:
    return [name.lower() for each in declarations(statement) for name in _NAME.findall(each)]


def scopes(module: Module) -> Iterator[tuple[set[str], list[str]]]:
    """Of the head of a module and of every procedure: what it declares, and its statements."""
    names: set[str] = set()
    lines: list[str] = []
    for _, statement, _ in statements(module.source):
        if _BEGIN.match(statement):
            yield names, lines
            names, lines = set(), []
        names.update(declared(statement))
        lines.append(_JUMP.sub("", statement))
    yield names, lines


def shared(module: Module, visibility: str) -> set[str]:
    """What a module declares for all its procedures, or for all modules: a procedure but its name."""
    return {
        name
        for _, statement, _ in statements(module.source)
        if statement.startswith(visibility)
        for name in declared(statement)[: 1 if _BEGIN.match(statement) else None]
    }


def unknown(modules: Sequence[Module], brought: frozenset[str] = frozenset()) -> set[str]:
    public = set().union(*(shared(module, "Public ") for module in modules))
    known = public | BUILT_IN | RESERVED | brought
    return {
        f"{module.name}: {word}"
        for module in modules
        for local, lines in scopes(module)
        for word in map(str.lower, _WORD.findall("\n".join(lines)))
        if word not in known | local | shared(module, "Private ")
    }


def test_every_name_in_a_form_is_declared() -> None:
    assert unknown(FORM) == set()


def test_every_name_in_the_addin_is_declared() -> None:
    assert unknown(ADDIN, XLWINGS) == set()


@pytest.mark.parametrize(
    "line", ["    total = 1", "    Total 1", "    If x Then y = Totals(1)", "    x = Application.Sum(total)"]
)
def test_a_name_that_is_declared_nowhere_is_noticed(line: str) -> None:
    source = f"Option Explicit\nPublic Sub A(ByVal x As Long)\n    Dim y As Long\n{line}\nEnd Sub\n"
    assert len(unknown([Module("Planted", source)])) == 1


@BOTH
def test_no_procedure_is_called_as_a_module_or_a_sheet_is(
    modules: Sequence[Module], documents: Sequence[str]
) -> None:
    # The name would mean the module, which cannot be called.
    called = {name.lower() for name in ("ThisWorkbook", *documents, *(module.name for module in modules))}
    assert [name for module in modules for name in shared(module, "Public ") & called] == []
