"""Findings: the one record for everything zpj has to say about a definition, a form or a file.

A finding is data: a code, a place, what was found, what was expected. Its Chinese sentence comes last,
from ``texts/findings.toml``, where every code has its title, severity, message and advice.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

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

    code: str
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

    code: str
    title: str
    severity: Severity
    message: str
    advice: str


@cache
def catalogue() -> Mapping[str, CatalogueEntry]:
    """Every code zpj knows, in the order of the catalogue file."""
    return {
        code: CatalogueEntry(code, row["title"], Severity(row["severity"]), row["message"], row["advice"])
        for code, row in wording("findings").items()
    }


def finding(
    code: str, place: Place, *, found: object = "", expected: object = "", **words: object
) -> Finding:
    """The finding of ``code`` at ``place``, its sentence filled in.

    The catalogue's message may name ``{found}``, ``{expected}`` and any of ``words``; an unknown code or a
    word the message wants and the caller does not give raises ``KeyError``: a bug here, never the user's.
    """
    entry = catalogue()[code]
    sentence = (entry.message + entry.advice).format(found=found, expected=expected, **words)
    return Finding(code, entry.severity, place, str(found), str(expected), sentence)
