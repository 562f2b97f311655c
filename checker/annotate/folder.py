"""Annotated copies of all forms of a recheck that have findings."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from checker.annotate.form import annotate
from checker.report import FolderReport, FormReport, Status
from zpj.errors import OutputExists, UnreadableFile
from zpj.findings import Finding, Place, finding


def annotate_all(report: FolderReport, folder: Path, *, force: bool = False) -> Iterator[Path]:
    """Write a copy of every form with findings into ``folder``, yielding each path as it is done.

    Raises:
        OutputExists: before anything is written, one X05 per file that is there already, unless ``force``.
        UnreadableFile: after all others are written, what cannot be annotated.
    """
    copies = dict(_copies(report, folder))
    if not force and (existing := [path for path in copies if path.exists()]):
        raise OutputExists(finding("X05", Place(file=str(path))) for path in existing)
    problems: list[Finding] = []
    for path, form in copies.items():
        try:
            yield annotate(Path(form.file), form, path, force=force)
        except UnreadableFile as error:
            problems += error.findings
    if problems:
        raise UnreadableFile(problems)


def _copies(report: FolderReport, folder: Path) -> Iterator[tuple[Path, FormReport]]:
    """A name per form; forms of one name come from different folders."""
    met: Counter[str] = Counter()
    for form in report.forms:
        if form.status is not Status.FINDINGS:
            continue
        file = Path(form.file)
        met[file.name.lower()] += 1
        number = met[file.name.lower()]
        yield folder / (file.name if number == 1 else f"{file.stem}({number}){file.suffix}"), form
