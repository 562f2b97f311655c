"""Findings: the one record for everything zpj has to say about a definition, a form or a file.

A finding is data: a code, a place, what was found, what was expected. Its Chinese sentence comes last,
from ``texts/findings.toml``, where every code has its title, severity, message and advice.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from zpj.model.codes import Code
from zpj.texts import wording


class Severity(StrEnum):
    """How much a finding matters: only an error changes the exit status."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is: a file, a form in it, a sheet, and a cell, key or line in that."""

    file: str = ""
    form: str = ""
    sheet: str = ""
    cell: str = ""

    def __str__(self) -> str:
        return " ".join(part for part in (self.file, self.form, self.sheet, self.cell) if part)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to know or mend. ``message`` is Chinese and says what to do."""

    code: Code
    severity: Severity
    place: Place
    found: str
    expected: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: [{self.code}] {self.message}".removeprefix(": ")

    def as_dict(self) -> dict[str, str]:
        """The record as JSON keys: file, form, sheet, cell, code, severity, found, expected, message."""
        return {
            "file": self.place.file,
            "form": self.place.form,
            "sheet": self.place.sheet,
            "cell": self.place.cell,
            "code": self.code,
            "severity": self.severity.value,
            "found": self.found,
            "expected": self.expected,
            "message": self.message,
        }


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """What the catalogue says of one code."""

    code: Code
    title: str
    severity: Severity
    message: str
    advice: str


def _catalogue() -> Mapping[Code, CatalogueEntry]:
    rows = wording("findings")
    if [*rows] != [*Code]:
        raise KeyError(
            f"texts/findings.toml and Code differ: {sorted({*rows} ^ {*Code}) or 'in their order'}"
        )
    return {
        code: CatalogueEntry(code, row["title"], Severity(row["severity"]), row["message"], row["advice"])
        for code in Code
        for row in (rows[code],)
    }


CATALOGUE: Mapping[Code, CatalogueEntry] = _catalogue()
"""What there is to say of every code, in their order; a code without its words fails here, on import."""


def finding(
    code: Code, place: Place, *, found: object = "", expected: object = "", **words: object
) -> Finding:
    """The finding of ``code`` at ``place``, its sentence filled in.

    The catalogue's message may name ``{found}``, ``{expected}`` and any of ``words``; a word the
    message wants and the caller does not give raises ``KeyError``: a bug here, never the user's.
    """
    entry = CATALOGUE[code]
    sentence = (entry.message + entry.advice).format(found=found, expected=expected, **words)
    return Finding(code, entry.severity, place, str(found), str(expected), sentence)
