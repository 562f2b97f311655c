"""What ``import zpj`` offers: the steps of the command line as functions that return data.

A path is a ``str`` or a ``Path``; where several are taken, one is taken too. Whatever cannot be done raises a
:class:`~zpj.model.errors.ZpjError` whose ``findings`` say what, where, and what to do.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from zpj.model.errors import ZpjError
from zpj.model.findings import Finding
from zpj.model.project import DEFAULT_PROFILE, Indicator, Kind, Project, Tier
from zpj.rules import Profile, load_profile
from zpj.scoring import explain, score_row
from zpj.scoring import grade as _grade

if TYPE_CHECKING:
    from zpj.importer import Imported
    from zpj.recheck.report import FolderReport
    from zpj_generator.batch import Issued

__all__ = [
    "Finding",
    "Indicator",
    "Profile",
    "Project",
    "ZpjError",
    "generate",
    "grade",
    "import_forms",
    "load_profile",
    "load_projects",
    "recheck_forms",
    "score",
]

AnyPath = str | os.PathLike[str]
Paths = AnyPath | Iterable[AnyPath]


@dataclass(frozen=True, slots=True)
class Score:
    """One row scored: ``points``, ``None`` where there are none, and ``why`` in Chinese."""

    points: float | None
    why: str
    kind: Kind


def score(
    target: str | float,
    actual: str | float,
    points: float,
    kind: str | None = None,
    *,
    ratio: float | None = None,
    tier: str | None = None,
    deduct: float | None = None,
    profile: str = DEFAULT_PROFILE,
) -> Score:
    """The points of one indicator: ``score("≥90%", "88.5%", 10).points`` is 9.83.

    ``kind`` is 正向, 反向 or 定性, inferred where it is left out. ``ratio`` (0 to 1) and ``tier`` belong
    to a 定性 row; ``deduct`` is 酌情扣分, in points.

    Raises:
        ValueError: ``kind`` or ``tier`` is no such word.
        ProfileError: there is no such profile.
    """
    rules = load_profile(profile)
    indicator = Indicator(
        "",
        "",
        "",
        str(target),
        points,
        kind=Kind(kind) if kind else None,
        actual=str(actual),
        tier=Tier(tier) if tier else None,
        ratio=ratio,
        deduction=deduct,
    )
    row = score_row(rules, indicator)
    return Score(row.score, explain(rules, indicator, row), row.kind)


def grade(total: float, *, profile: str = DEFAULT_PROFILE) -> str:
    """The grade of a total: ``grade(92.8)`` is 优."""
    return _grade(load_profile(profile), total)


def load_projects(definitions: Paths, *, profile: str | None = None) -> tuple[Project, ...]:
    """The projects of definition files (.xlsx, .toml) and of folders of them, in order.

    Raises:
        DefinitionError: with every problem of every definition.
    """
    from zpj_generator import definitions as reading

    return tuple(reading.load_projects(reading.definition_files(_paths(definitions)), profile))


def generate(
    projects: Iterable[Project], folder: AnyPath, *, password: str | None = None, force: bool = False
) -> "tuple[Issued, ...]":
    """One locked form (.xlsx) per project in ``folder``, sealed with the issuer's key; what was written.

    Raises:
        OutputExists: before anything is written, unless ``force``.
    """
    from zpj.keys.own_key import make_key
    from zpj_generator import batch

    forms = batch.generate(tuple(projects), Path(folder), password=password, key=make_key(), force=force)
    return tuple(forms)


def recheck_forms(
    returns: Paths,
    definitions: Iterable[Project] = (),
    *,
    profile: str = DEFAULT_PROFILE,
    jobs: int = 1,
) -> "FolderReport":
    """The findings of returned files, and of all files in folders, with what only the set shows.

    ``definitions`` are the projects as they were issued: with them missing and doubled returns are found.
    """
    from zpj.keys.own_key import find_key
    from zpj.keys.trusted_keys import trusted_keys
    from zpj.recheck import folder
    from zpj.recheck.issuer import Issuer

    found = folder.find_returns(_paths(returns))
    known = {project.code: project for project in definitions}
    issuer = Issuer(known, find_key(), profile=profile, trusted=trusted_keys())
    return folder.recheck_set(folder.recheck(found.files, issuer, jobs=jobs), found, issuer)


def import_forms(forms: Paths, *, profile: str = DEFAULT_PROFILE) -> "tuple[Imported, ...]":
    """Forms typed elsewhere (.xlsx, .docx, text) as projects with values, one :class:`Imported` per file.

    Raises:
        UnreadableFile: of the first file that cannot be read.
    """
    from zpj import importer

    rules = load_profile(profile)
    return tuple(importer.import_forms(path, rules) for path in _paths(forms))


def _paths(given: Paths) -> tuple[Path, ...]:
    if isinstance(given, str | os.PathLike):
        return (Path(given),)
    return tuple(map(Path, given))
