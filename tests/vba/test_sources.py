"""The VBA sources: Chinese as ChrW and back, what the lint refuses, rules in the profile only."""

import re
import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyopenvba.apps.excel import ExcelApplication
from pyopenvba.cfb import CFB

from support.olevba import vba_texts
from support.profiles import own_profile
from zpj.model.project import DEFAULT_PROFILE
from zpj.rendering import templates_folder
from zpj.rules import Profile, load_profile
from zpj.vba import NotVba, form_modules, form_project
from zpj.vba.ascii_source import ascii_source
from zpj.vba.lint import LONGEST_LINE, MOST_CONTINUATIONS, lint
from zpj_generator.definitions import load_projects, samples
from zpj_generator.package import Macros, render_form

PROFILE = load_profile(DEFAULT_PROFILE)
HEAD = "Option Explicit\n"
OTHERS = ("execution-steps", "execution-20", "other-numbers", "rounded-total", "capped-total")


def said(text: str) -> str:
    """What VBA makes of the literal ``text`` once it is ASCII."""
    app = ExcelApplication()
    app.add_workbook()
    literal = ascii_source('"' + text.replace('"', '""') + '"')
    assert literal.isascii()
    app.add_module(f"{HEAD}Function Said() As String\n    Said = {literal}\nEnd Function\n", name="Text")
    return str(app.run("Said")).encode("utf-16", "surrogatepass").decode("utf-16")


@pytest.mark.parametrize(
    "text", ["plain", "绩效", "“引”号\"与'撇", '"', "混合 mixed 文字", "𠮷野家", "得分" * 100, "末尾\\n"]
)
def test_a_text_survives_being_made_ascii(text: str) -> None:
    assert said(text) == text


@given(st.text(st.characters(exclude_characters="\r\n", exclude_categories=("Cs", "Cc")), max_size=30))
def test_any_text_becomes_ascii_with_all_its_characters(text: str) -> None:
    source = ascii_source('"' + text.replace('"', '""') + '"')
    assert source.isascii()
    pieces = re.findall(r'ChrW\((\d+)\)|"((?:[^"]|"")*)"', source)
    units = b"".join(
        int(code).to_bytes(2, "big") if code else piece.replace('""', '"').encode("utf-16-be")
        for code, piece in pieces
    )
    assert units.decode("utf-16-be") == text


@pytest.mark.parametrize(
    ("source", "word"),
    [
        ("Public Sub A()\nEnd Sub\n", "Option Explicit"),
        (HEAD + "' 注释\n", "ASCII"),
        (HEAD + "Dim type As Long\n", "reserved"),
        (HEAD + "Public Sub A(ByVal next As Long)\n", "reserved"),
        (HEAD + "Public Function Unlock() As Long\n", "reserved"),
        (HEAD + "Private one As Long, scale As Long\n", "reserved"),
        (HEAD + "Dim one, two As Long\n", "one: say its type"),
        (HEAD + "Public Function A(ByVal one As Long)\n", "A: say its type"),
        (HEAD + "Public Sub A(ByVal one As Long, two As Long)\n", "ByRef"),
        (HEAD + "Dim one As Integer\n", "32,768"),
        (HEAD + 'Private Const ONE As String = (ChrW(19968) & "")\n', "not constant"),
        (HEAD + "If IsNumeric(x) Then\n", "IsFigure"),
        (HEAD + "x = Round(1.5)\n", "WorksheetFunction"),
        (HEAD + 'Set x = CreateObject("a")\n', "CreateObject"),
        (HEAD + "Debug.Print 1\n", "LibreOffice"),
        (HEAD + "x = Cells(1, 1).End(xlUp).Row\n", "registry"),
        (HEAD + "x = " + "1 + " * LONGEST_LINE + "1\n", str(LONGEST_LINE)),
        (HEAD + "x = 1" + " + _\n  1" * (MOST_CONTINUATIONS + 1) + "\n", str(MOST_CONTINUATIONS)),
    ],
)
def test_the_lint_finds_a_planted_mistake(source: str, word: str) -> None:
    with pytest.raises(NotVba, match=word):
        lint("Planted", source)


def test_the_lint_lets_pass_what_only_looks_like_a_mistake() -> None:
    lint("Fine", HEAD + 'x = WorksheetFunction.Round(1.5, 0) \' Round(\ny = "Evaluate Round("\n')
    lint("Fine", HEAD + "Public Function A(ByRef b() As Long, _\n    Optional ByVal c As Long) As Long\n")
    lint("Fine", HEAD + "Dim name As String, rows As New Collection, all(0 To 3) As Long\nSub A()\n")


@pytest.mark.parametrize("profile_id", OTHERS)
def test_every_module_is_ascii_whatever_the_profile(profile_id: str) -> None:
    for profile in (PROFILE, own_profile(profile_id)):
        assert [module.name for module in form_modules(profile) if not module.source.isascii()] == []


def test_every_public_name_stands_in_one_module_only() -> None:
    declared = re.compile(r"^Public (?:Function|Sub|Const) (\w+)", re.M)
    names = [name.lower() for module in form_modules(PROFILE) for name in declared.findall(module.source)]
    assert sorted(name for name in set(names) if names.count(name) > 1) == []


def test_cells_are_offered_the_functions_only() -> None:
    offered = {
        name
        for module in form_modules(PROFILE)
        if "\nOption Private Module\n" not in module.source
        for name in re.findall(r"^Public Function (\w+)", module.source, re.M)
    }
    assert offered == {f"ZPJ_{name}" for name in ("SCORE", "WHY", "GRADE", "RATE", "EXEC", "NUM", "ENGINE")}


def test_no_number_of_the_rules_is_typed_in_a_template() -> None:
    # Whole numbers up to 10, and the 100 of percentages, mean too much else to be told apart.
    numbers = [each for each in _numbers(PROFILE) - {100} if each > 10 or each != int(each)]
    assert len(numbers) > 10
    typed = re.compile("|".join(rf"(?<![\w.]){re.escape(f'{number:g}')}(?![\w.%])" for number in numbers))
    found = {
        f"{template.name}: {line.strip()}"
        for template in (templates_folder() / "vba").rglob("*.bas")
        for line in template.read_text(encoding="utf-8").splitlines()
        if typed.search(re.sub(r'"(?:[^"]|"")*"|\{\{.*?\}\}', "", line.partition("'")[0]))
    }
    assert found == set()


def _numbers(profile: Profile) -> set[float]:
    bands = profile.positive.over_completion
    return {
        profile.total.points,
        *(block.points or 0 for block in profile.blocks),
        *(bound for band in bands for bound in (band.low, band.deduct)),
        *(bound for tier in profile.tiers for bound in (tier.low, tier.high)),
        *(grade.low for grade in profile.grades),
        profile.tolerance.row,
        profile.tolerance.total,
    }


def test_a_virus_scanner_reads_every_module_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsm"
    path.write_bytes(render_form(load_projects(samples())[0], PROFILE, macros=Macros(form_project(PROFILE))))
    read = vba_texts(path)
    for module in form_modules(PROFILE):
        # What comes before is the attributes, which no editor shows.
        assert read[f"{module.name}.bas"].strip().endswith(module.source.strip()), module.name


def test_every_excel_compiles_the_sources_itself() -> None:
    # Compiled code of the right version would run instead of them.
    compiled = CFB.from_bytes(form_project(PROFILE)).get_stream_in_storage("VBA", "_VBA_PROJECT")
    reserved, version = struct.unpack_from("<HH", compiled)
    assert (reserved, version, len(compiled)) == (0x61CC, 0xFFFF, 7)
