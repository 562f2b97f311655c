"""Many projects into a folder of forms: one file per project, whole or not at all."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from zpj.files import write_whole
from zpj.model.codes import Code
from zpj.model.errors import OutputExists
from zpj.model.findings import Place, finding
from zpj.model.project import Project
from zpj.rules import Profile, load_profile
from zpj.scoring import score_project
from zpj_generator.file_names import file_names
from zpj_generator.package import Macros, render_form

CHUNK = 16
"""Forms per message to a worker process: one form takes less time than a message."""


MacrosOf = Callable[[Profile], Macros]
"""Makes the macros for forms of a profile; a function that can be sent to a worker process."""


@dataclass(frozen=True, slots=True)
class Issued:
    """A form that was written. ``total`` and ``grade`` are ``None`` for a form that is still to be filled."""

    code: str
    name: str
    path: Path
    twin: Path | None
    """The same form without macros, beside a macro-enabled one: where macros are blocked, it is filled."""
    total: float | None
    grade: str | None


def generate(
    projects: Sequence[Project],
    folder: Path,
    *,
    password: str | None = None,
    key: bytes | None = None,
    macros: MacrosOf | None = None,
    jobs: int = 1,
    force: bool = False,
) -> Iterator[Issued]:
    """Write the forms of ``projects`` into ``folder``, yielding each as it is done, in order.

    With ``macros`` they are macro-enabled, and each has a twin without macros.

    Raises:
        OutputExists: before anything is written, one X05 per file that is there already, unless ``force``.
    """
    names = file_names(((project.code, project.name) for project in projects), ".xlsx")
    plain = [folder / name for name in names]
    enabled = [path.with_suffix(".xlsm") for path in plain] if macros else []
    if not force and (existing := [path for path in (*plain, *enabled) if path.exists()]):
        raise OutputExists(finding(Code.X05, Place(file=str(path))) for path in existing)
    folder.mkdir(parents=True, exist_ok=True)
    write = partial(issue, password=password, key=key, macros=macros)
    if jobs == 1:
        yield from map(write, projects, plain)
        return
    with ProcessPoolExecutor(jobs) as workers:
        yield from workers.map(write, projects, plain, chunksize=CHUNK)


def issue(
    project: Project, path: Path, *, password: str | None, key: bytes | None, macros: MacrosOf | None
) -> Issued:
    """Render and write one form as ``path``, an .xlsx, and with ``macros`` as .xlsm too."""
    profile = load_profile(project.profile)
    score = score_project(profile, project)
    write_whole(path, render_form(project, profile, password=password, key=key), force=True)
    if macros is None:
        return Issued(project.code, project.name, path, None, score.total, score.grade)
    enabled = path.with_suffix(".xlsm")
    form = render_form(project, profile, password=password, key=key, macros=macros(profile))
    write_whole(enabled, form, force=True)
    return Issued(project.code, project.name, enabled, path, score.total, score.grade)
