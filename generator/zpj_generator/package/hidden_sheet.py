"""The hidden sheet of a form: its stamp, its definition, and every locked cell as it was issued."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from zpj.model.project import Project, Wiring
from zpj.model.project_json import project_to_json
from zpj.model.stamp import Stamp, seal
from zpj.rules import Profile
from zpj.xlsx.references import LETTERS
from zpj_generator.layout import TEMPLATE_VERSION, FormLayout
from zpj_generator.layout.form_section import INPUT

PIECE = 16_000
"""A cell holds 32,767 UTF-16 units, up to two a character; longer texts go on in the next row."""


class HiddenEntry(NamedTuple):
    """One row of the hidden sheet; a text in several pieces has several rows of the same key."""

    key: str
    text: str


def registry(
    project: Project,
    profile: Profile,
    layout: FormLayout,
    key: bytes | None,
    wiring: Wiring = Wiring.NATIVE,
    unlock: str | None = None,
) -> tuple[HiddenEntry, ...]:
    """Everything the hidden sheet says, top to bottom; sealed when there is a key.

    ``unlock`` is what the macros of a form open its protection with; ``None`` in a form without macros.
    """
    stamp = make_stamp(project, profile, key, wiring)
    entries = {
        "zpj": str(stamp.template_version),
        "profile": stamp.profile,
        "profile_version": str(stamp.profile_version),
        "wiring": stamp.wiring,
        "project": stamp.project,
        "seal": stamp.seal,
        "definition": stamp.definition,
        "locked": locked_text(layout),
        **({} if unlock is None else {"unlock": unlock}),
    }
    return tuple(HiddenEntry(name, piece) for name, text in entries.items() for piece in _pieces(text))


def make_stamp(
    project: Project, profile: Profile, key: bytes | None, wiring: Wiring = Wiring.NATIVE
) -> Stamp:
    """The stamp of the form of ``project``."""
    definition = project_to_json(project)
    stamp = Stamp(TEMPLATE_VERSION, profile.id, profile.version, wiring, project.code, definition, "")
    return stamp if key is None else replace(stamp, seal=seal(stamp, key))


def locked_text(layout: FormLayout) -> str:
    """One line per locked cell: address, kind (formula, text, number), content with escaped line breaks."""
    return "\n".join(_locked(layout))


def _locked(layout: FormLayout) -> Iterator[str]:
    for row in layout.rows:
        at = str(row.number)
        for _, column, style, value, formula, _, _ in row.cells:
            # Most cells are empty: skip those first.
            if (value is None and formula is None) or style.endswith(INPUT):
                continue
            ref = LETTERS[column] + at
            if formula is not None:
                yield f"{ref}\tformula\t{formula}"
            elif isinstance(value, str):
                yield f"{ref}\ttext\t{_one_line(value)}"
            else:
                yield f"{ref}\tnumber\t{value}"


def _one_line(text: str) -> str:
    if "\\" in text or "\n" in text:
        return text.replace("\\", "\\\\").replace("\n", "\\n")
    return text


def _pieces(text: str) -> tuple[str, ...]:
    return tuple(text[start : start + PIECE] for start in range(0, len(text), PIECE)) or ("",)
