"""The hidden sheet of a form, in ASCII: its stamp, its definition, every locked cell as it was issued."""

from typing import NamedTuple

from zpj.keys.stamp_signature import signed
from zpj.model.ascii_text import to_ascii
from zpj.model.project import Project, Wiring
from zpj.model.project_json import project_to_json
from zpj.model.stamp import Stamp
from zpj.rules import Profile
from zpj_generator.layout import TEMPLATE_VERSION, FormLayout
from zpj_generator.package.locked_content import locked_text

PIECE = 32_000
"""A cell holds 32,767 characters; longer texts go on in the next row."""


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
    """Everything the hidden sheet says, top to bottom; signed when there is a key.

    ``unlock`` is what the macros of a form open its protection with; ``None`` in a form without macros.
    """
    stamp = make_stamp(project, profile, key, wiring)
    entries = {
        "zpj": str(stamp.template_version),
        "profile": to_ascii(stamp.profile),
        "profile_version": str(stamp.profile_version),
        "wiring": stamp.wiring,
        "project": to_ascii(stamp.project),
        "signer": stamp.signer,
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
    stamp = Stamp(TEMPLATE_VERSION, profile.id, profile.version, wiring, project.code, definition)
    return stamp if key is None else signed(stamp, key)


def _pieces(text: str) -> tuple[str, ...]:
    return tuple(text[start : start + PIECE] for start in range(0, len(text), PIECE)) or ("",)
