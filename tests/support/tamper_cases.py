"""Tampered forms as tables: what was done, and everything that a recheck says of it.

The form is the filled sample: budget in row 7, indicators in rows 14 to 25, total and grade in row 26.
A: labels, E target, F actual, G points, H score, I reason, J kind, K tier, L ratio, M deduction, N check.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from support.form_parts import Edit
from support.specimens import FILLED, PROFILE
from support.tampering import tampered
from zpj.model.findings import Severity
from zpj.recheck.recheck_file import Issuer, recheck_file
from zpj_generator.package import render_form

KEY = bytes(range(32))
ISSUER = Issuer(key=KEY)


@dataclass(frozen=True, slots=True)
class Case:
    """What was done to the form, and what is to be said of it."""

    id: str
    found: str
    """``F08:H26 S14 ~S15:A1``: code and cell; a code alone is about the whole form, ``~`` marks a hint."""
    edits: tuple[Edit, ...]


def case(name: str, found: str, *edits: Edit) -> Case:
    return Case(name, found, edits)


def cases(table: Iterable[Case]) -> pytest.MarkDecorator:
    """The table as parameters of a test, by their names."""
    rows = list(table)
    assert len({row.id for row in rows}) == len(rows), "two cases of one name"
    return pytest.mark.parametrize("case", rows, ids=lambda row: row.id)


@cache
def issued_form() -> bytes:
    """The filled sample as issued; clean."""
    return render_form(FILLED, PROFILE, key=KEY)


def said(path: Path) -> set[str]:
    """Everything a recheck says of a file, as the tables write it."""
    return {
        f"{'~' if each.severity is Severity.INFO else ''}{each.code}"
        f"{':' if each.place.cell else ''}{each.place.cell}"
        for report in recheck_file(path, ISSUER)
        for each in report.findings
    }


def judged(case: Case, folder: Path) -> set[str]:
    """What a recheck says of the form after the edits of ``case``."""
    form = folder / "form.xlsx"
    form.write_bytes(issued_form())
    return said(tampered(form, folder / "tampered.xlsx", *case.edits))


def expected(case: Case) -> set[str]:
    return set(case.found.split())
