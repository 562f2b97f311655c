"""The hidden sheet of a form: its stamp, its definition, and every locked cell as it was issued."""

import hashlib
from collections.abc import Iterator
from typing import NamedTuple

from generator.layout import TEMPLATE_VERSION, FormLayout
from zpj.form import Project
from zpj.project_json import project_to_json
from zpj.rules import Profile

PIECE = 16_000
"""A cell holds 32,767 UTF-16 units, up to two a character; longer texts go on in the next cell of the row."""

INPUT = "_input"
"""Styles of unlocked cells end so."""


class Entry(NamedTuple):
    """One row of the hidden sheet: a key, and its text in pieces."""

    key: str
    pieces: tuple[str, ...]


def registry(project: Project, profile: Profile, layout: FormLayout) -> tuple[Entry, ...]:
    """Everything the hidden sheet says, top to bottom."""
    definition = project_to_json(project)
    stamp = "\n".join((str(TEMPLATE_VERSION), profile.id, str(profile.version), definition))
    return (
        Entry("zpj", (str(TEMPLATE_VERSION),)),
        Entry("profile", (profile.id,)),
        Entry("profile_version", (str(profile.version),)),
        Entry("project", (project.code,)),
        Entry("digest", (hashlib.sha256(stamp.encode()).hexdigest(),)),
        Entry("definition", _pieces(definition)),
        Entry("locked", _pieces("\n".join(_locked(layout)))),
    )


def _locked(layout: FormLayout) -> Iterator[str]:
    """One line per locked cell: address, kind (formula, text, number), content with escaped line breaks."""
    for row in layout.rows:
        for ref, style, value, formula, _ in row.cells:
            if style.endswith(INPUT):
                continue
            if formula is not None:
                yield f"{ref}\tformula\t{formula}"
            elif isinstance(value, str):
                yield f"{ref}\ttext\t{_one_line(value)}"
            elif value is not None:
                yield f"{ref}\tnumber\t{value}"


def _one_line(text: str) -> str:
    if "\\" in text or "\n" in text:
        return text.replace("\\", "\\\\").replace("\n", "\\n")
    return text


def _pieces(text: str) -> tuple[str, ...]:
    return tuple(text[start : start + PIECE] for start in range(0, len(text), PIECE))
