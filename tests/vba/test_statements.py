"""What of a VBA source is compared: tokens, line by line, whatever an editor makes of blanks and numbers."""

import pytest

from zpj.vba.statements import read_source

SAME = {
    "blanks": ("If a<b Then c=1", "If  a < b\tThen c = 1"),
    "letter case": ("Dim Row As Long", "dim ROW as long"),
    "empty lines": ("a = 1\nb = 2", "\n\na = 1\n\n   \nb = 2\n"),
    "line ends": ("a = 1\nb = 2", "a = 1\r\nb = 2\r"),
    "indentation": ("Sub A()\n    b = 1\nEnd Sub", "Sub A()\nb = 1\n\tEnd Sub"),
    "continued line": ("a = b + c", "a = b + _\n        c"),
    "comment": ("a = 1", "a = 1 ' first"),
    "comment line": ("a = 1", "' first\na = 1"),
    "remark": ("a = 1", "Rem first\nREM\na = 1: Rem last".replace(": Rem last", "")),
    "double": ("a = 2.0", "a = 2#"),
    "double without decimals": ("a = 1E3", "a = 1000#"),
    "double with exponent": ("a = 1e-12", "a = 0.000000000001"),
    "decimals": ("a = 0.10", "a = .1"),
    "digits beyond a double": ("a = 0.1234567890123456789", "a = 0.123456789012346"),
    "whole number beyond Long": ("a = 3000000000", "a = 3000000000#"),
    "hexadecimal": ("a = &Hff", "a = &HFF"),
    "LibreOffice": ("a = 1", "Rem Attribute VBA_ModuleType=VBAModule\nOption VBASupport 1\na = 1"),
}
OTHER = {
    "number": ("a = 2", "a = 3"),
    "decimals": ("a = 0.1", "a = 0.01"),
    "kind of number": ("a = 2", "a = 2#"),
    "long": ("a = 2", "a = 2&"),
    "hexadecimal": ("a = &HFFFF", "a = 65535"),
    "comparison": ("a = b < c", "a = b > c"),
    "bound": ("a = b < c", "a = b <= c"),
    "operator": ("a = b + c", "a = b - c"),
    "division": ("a = b / c", "a = b \\ c"),
    "not": ("If Not a Then b = 1", "If a Then b = 1"),
    "and": ("If a And b Then c = 1", "If a Or b Then c = 1"),
    "truth": ("a = True", "a = False"),
    "factor": ("a = b", "a = b * b"),
    "order": ("a = 1\nb = 2", "b = 2\na = 1"),
    "one line of two": ("If a Then\nb = 1\nEnd If", "If a Then b = 1\nEnd If"),
    "colon": ("a = 1\nb = 2", "a = 1: b = 2"),
    "text": ('a = "x"', 'a = "X"'),
    "blanks in a text": ('a = "x y"', 'a = "x  y"'),
    "quote in a text": ('a = "x""y"', 'a = "x" & "y"'),
    "remark out of a line": ("a = 1\nb = 2", "a = 1\nRem b = 2"),
    "comment out of a line": ("a = 1\nb = 2", "a = 1\n' b = 2"),
    "rest of a line": ("a = b + c", "a = b ' + c"),
    "remark behind a statement": ("a = 1: b = 2", "a = 1: Rem b = 2"),
    "date": ("a = #1/1/2020#", "a = #1/1/2021#"),
    "type of a name": ("a = Mid$(b, 1)", "a = Mid(b, 1)"),
    "member": ("a = b.c", "a = b!c"),
    "named argument": ("a b:=1", "a b=1"),
    "comment that goes on": ("a = 1\nb = 2", "a = 1 ' first _\nb = 2"),
    "comment in another script": ("a = 1", "a = 1 ' \u7532"),
    "name in another script": ("a = 1", "\u0430 = 1"),
    "blank of another script": ("a = 1", "a =\u00a01"),
    "line end of another script": ("a = 1", "a = 1 ' first\u2028b = 2"),
    "control character": ("a = 1", "a = 1 ' first\x0bb = 2"),
}


def statements(source: str) -> list[object]:
    return [each.tokens for each in read_source(source).statements]


@pytest.mark.parametrize("case", SAME)
def test_what_an_editor_writes_anew_is_the_same(case: str) -> None:
    ours, theirs = SAME[case]
    assert statements(ours) == statements(theirs)


@pytest.mark.parametrize("case", OTHER)
def test_what_computes_something_else_is_not(case: str) -> None:
    ours, theirs = OTHER[case]
    assert statements(ours) != statements(theirs)


def test_lines_count_as_in_the_editor_which_shows_no_attributes() -> None:
    source = 'Attribute VB_Name = "A"\r\n\r\na = 1\r\nb = _\r\n    2\r\nc = 3\r\n'
    assert [(each.line, each.text) for each in read_source(source).statements] == [
        (2, "a = 1"),
        (3, "b = _ 2"),
        (5, "c = 3"),
    ]


def test_attributes_are_told_apart_from_the_code() -> None:
    source = 'Attribute VB_Name = "A"\nSub B()\nAttribute B.VB_ProcData.VB_Invoke_Func = "q\\n14"\nEnd Sub\n'
    read = read_source(source)
    assert len(read.attributes) == 2
    assert [each.text for each in read.statements] == ["Sub B()", "End Sub"]
