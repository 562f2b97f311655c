"""Macros of a form (S08): those it was issued with, and nothing else."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from zpj.model.codes import Code
from zpj.model.findings import Finding, Place, finding
from zpj.recheck.form_pair import FormPair
from zpj.texts import wording
from zpj_generator.layout import TEMPLATE_VERSION

if TYPE_CHECKING:
    from zpj.vba import Change

PROJECT = "xl/vbaProject.bin"


def s08_foreign_macros(form: FormPair) -> Iterator[Finding]:
    """A module that was added, changed or taken out, and anything else that the project was not issued with.

    What macros an older template had is not known any more; S03 says that it is older.
    """
    if not _are_known(form):
        return
    words = wording("recheck")["macros"]
    place = Place(form.returned.file, form.project.code)
    project = form.returned.book.vba_project
    if project is None:
        yield finding(Code.S08, place, found=PROJECT, what=words["gone"])
        return
    # Imported here: few forms carry macros.
    from zpj.vba import UnreadableProject, project_changes

    try:
        for change in project_changes(project, form.profile):
            found, expected = _lines(change)
            yield finding(Code.S08, place, found=found, expected=expected, what=words[change.kind.value])
    except UnreadableProject:
        yield finding(Code.S08, place, found=PROJECT, what=words["unreadable"])


def unchecked_macros(form: FormPair) -> Iterator[str]:
    """That the macros were compiled by the program that saved them, which is not compared; in Chinese."""
    project = form.returned.book.vba_project
    if not form.returned.has_macros or project is None:
        return
    # As above.
    from zpj.vba import UnreadableProject, is_compiled

    words = wording("recheck")["unchecked"]
    try:
        if is_compiled(project):
            yield words["compiled"]
    except UnreadableProject:
        return
    if not _are_known(form):
        yield words["macros_of_another_version"]


def _are_known(form: FormPair) -> bool:
    stamp = form.returned.stamp
    return (
        form.returned.has_macros
        and stamp is not None
        and (stamp.template_version, stamp.profile_version) == (TEMPLATE_VERSION, form.profile.version)
    )


def _lines(change: "Change") -> tuple[str, str]:
    """What came back and what was issued: the module, and where it differs the first line that does."""
    if not change.line:
        return change.name, ""
    line = wording("recheck")["macros"]["line"]
    nothing = wording("recheck")["macros"]["no_line"]
    return (
        line.format(module=change.name, line=change.line, text=change.found or nothing),
        change.expected or nothing,
    )
