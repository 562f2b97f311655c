"""The hidden sheet of a form: its stamp, its definition, and every locked cell as it was issued."""

import hashlib
from collections.abc import Iterator
from typing import NamedTuple

from generator.layout import TEMPLATE_VERSION, FormLayout
from generator.layout.model import Cell
from zpj.form import Project
from zpj.project_json import project_to_json
from zpj.rules import Profile

PIECE = 30_000
"""A cell holds 32,767 characters; longer texts go on in the next cell of their row."""

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
        for cell in row.cells:
            if not cell.style.endswith(INPUT) and (cell.formula or cell.value is not None):
                yield f"{cell.ref}\t{_kind(cell)}\t{_content(cell)}"


def _kind(cell: Cell) -> str:
    if cell.formula is not None:
        return "formula"
    return "text" if isinstance(cell.value, str) else "number"


def _content(cell: Cell) -> str:
    content = cell.formula if cell.formula is not None else str(cell.value)
    return (
        content.replace("\\", "\\\\").replace("\n", "\\n") if "\\" in content or "\n" in content else content
    )


def _pieces(text: str) -> tuple[str, ...]:
    return tuple(text[start : start + PIECE] for start in range(0, len(text), PIECE))
