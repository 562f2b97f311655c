"""Many projects into a folder of forms: one file per project, whole or not at all."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path

from generator.file_names import file_names
from generator.package import render_form
from zpj.errors import OutputExists
from zpj.files import write_whole
from zpj.findings import Place, finding
from zpj.form import Project
from zpj.rules import load_profile
from zpj.scoring import score_project

CHUNK = 16
"""Forms per message to a worker process: one form takes less time than a message."""


@dataclass(frozen=True, slots=True)
class Issued:
    """A form that was written. ``total`` and ``grade`` are ``None`` for a form that is still to be filled."""

    code: str
    name: str
    path: Path
    total: float | None
    grade: str | None


def generate(
    projects: Sequence[Project],
    folder: Path,
    *,
    password: str | None = None,
    key: bytes | None = None,
    jobs: int = 1,
    force: bool = False,
) -> Iterator[Issued]:
    """Write the forms of ``projects`` into ``folder``, yielding each as it is done, in order.

    Raises:
        OutputExists: before anything is written, one X05 per file that is there already, unless ``force``.
    """
    names = file_names(((project.code, project.name) for project in projects), ".xlsx")
    paths = [folder / name for name in names]
    if not force and (existing := [path for path in paths if path.exists()]):
        raise OutputExists(finding("X05", Place(file=str(path))) for path in existing)
    folder.mkdir(parents=True, exist_ok=True)
    if jobs == 1:
        yield from map(issue, projects, paths, repeat(password), repeat(key))
        return
    with ProcessPoolExecutor(jobs) as workers:
        yield from workers.map(issue, projects, paths, repeat(password), repeat(key), chunksize=CHUNK)


def issue(project: Project, path: Path, password: str | None, key: bytes | None) -> Issued:
    """Render and write one form."""
    profile = load_profile(project.profile)
    write_whole(path, render_form(project, profile, password=password, key=key), force=True)
    score = score_project(profile, project)
    return Issued(project.code, project.name, path, score.total, score.grade)
