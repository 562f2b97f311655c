"""Annotated copies of all workbooks of a recheck that have findings."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from zpj.model.codes import Code
from zpj.model.errors import OutputExists, UnreadableFile
from zpj.model.findings import Finding, Place, finding
from zpj.recheck.annotate.annotated_copy import annotate
from zpj.recheck.report import FolderReport, FormReport, Origin, Status
from zpj.texts import wording
from zpj.texts.punctuation import labelled


def annotate_all(report: FolderReport, folder: Path, *, force: bool = False) -> Iterator[Path]:
    """Write a copy of every workbook with findings into ``folder``, yielding each path as it is done.

    Raises:
        OutputExists: before anything is written, one X05 per file that is there already, unless ``force``.
        UnreadableFile: after all others are written, what cannot be annotated.
    """
    copies = dict(_copies(report, folder))
    if not force and (existing := [path for path in copies if path.exists()]):
        raise OutputExists(finding(Code.X05, Place(file=str(path))) for path in existing)
    problems: list[Finding] = []
    for path, forms in copies.items():
        try:
            yield annotate(Path(forms[0].file), forms, path, force=force)
        except UnreadableFile as error:
            problems += error.findings
    if problems:
        raise UnreadableFile(problems)


def not_annotated(report: FolderReport) -> Iterator[str]:
    """The files with findings that are no workbooks, each with a word why it has no copy; in Chinese."""
    texts = (form.file for form in report.forms if form.origin is Origin.TEXT and form.findings)
    why = wording("recheck")["not_annotated"]["no_workbook"]
    return (labelled(file, why) for file in dict.fromkeys(texts))


def _copies(report: FolderReport, folder: Path) -> Iterator[tuple[Path, list[FormReport]]]:
    """A name per file with its forms; files of one name come from different folders."""
    files: dict[str, list[FormReport]] = {}
    for form in report.forms:
        if form.status is Status.FINDINGS and form.origin is not Origin.TEXT:
            files.setdefault(form.file, []).append(form)
    met: Counter[str] = Counter()
    for file, forms in files.items():
        path = Path(file)
        met[path.name.lower()] += 1
        number = met[path.name.lower()]
        yield folder / (path.name if number == 1 else f"{path.stem}({number}){path.suffix}"), forms
