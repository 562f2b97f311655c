"""Print docs/recheck.md: what is compared, what is lawful, which finding anything else gives."""

import sys
import tomllib
from importlib.resources import files

from zpj.model.codes import Code
from zpj.model.findings import CATALOGUE, Severity

WORDS = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}
HEAD = """\
# What a recheck compares

Printed by `python scripts/recheck_doc.py` from `zpj/recheck/comparison/facets.toml`.

A returned form is held against the form as it was issued, which is laid out anew from its definition; nothing of
what the file says about itself is believed. Every facet below is compared, cell by cell where it has cells. What
is neither as issued nor listed as lawful is a finding, what is not understood too. A lawful change is silent, or a
hint where the table says so (提示).

| what | lawful | otherwise |
|---|---|---|
"""
TAIL = """
Besides these, the file itself: what cannot be opened, what no program would write, and what programs would read
differently (family X of [findings.md](findings.md)); parts that do not belong in a form (S08) and parts and elements that
are not known (S19); the signature and the hidden sheet (S01, S02); the rules of the form, recomputed from its answers
(families Q, P, R, B, T).

## What other programs do when they save

Silent, because each of these programs does it by itself: other names of parts, shared strings, styles written anew,
theme, calculation chain, printer settings, properties; numbers with 15 or 17 digits; a literal of a number format
with a backslash; conditional formats and validations split, joined or in another order; `TRUE()` for `TRUE`; the lock
of the book's structure gone (LibreOffice); results not stored (openpyxl; noted as not checked).

Told, because it is gone: SheetJS drops the protection (S05), validations (S06), looks (F08) and print setup (S13);
ExcelJS breaks the upper bound of deductions (S06) and drops macros (S08).

## What cannot be known without Excel

* Whether a stored result is what Excel would show at this moment: it is held against the recomputed one, not
  against Excel's. Formulas without results are counted and noted.
* Where exactly a picture or note lies: widths of columns depend on the fonts of a machine. An object is taken to
  cover the cells between its corners.
* Whether a font is installed, and what a font draws that has the name of an ordinary one. Fonts by name are free
  but for those of symbols.
* Whether a password is still the issuer's: another password is not told, none is.
* What compiled macros do that differ from their source: another compiled stream is told as not verified.
* Whether WPS shows a note for good that says neither; it is taken as hidden unless it says that it is shown.
"""


def main() -> None:
    """Write the page to standard output."""
    source = files("zpj.recheck.comparison") / "facets.toml"
    facets = tomllib.loads(source.read_text(encoding="utf-8"))
    rows = (f"| {each['what']} | {each['lawful']} | {_told(each['codes'])} |" for each in facets.values())
    sys.stdout.write(HEAD + "\n".join(rows) + "\n" + TAIL)


def _told(codes: list[str]) -> str:
    return "；".join(f"{code} {WORDS[CATALOGUE[Code(code)].severity]}" for code in codes)


main()
