"""Macros of a form (S08): those it was issued with, and nothing else."""

from collections.abc import Iterator

from zpj.model.codes import Code
from zpj.model.findings import Finding, Place, finding
from zpj.recheck.form_pair import FormPair
from zpj.texts import wording
from zpj_generator.layout import TEMPLATE_VERSION

PROJECT = "xl/vbaProject.bin"


def s08_foreign_macros(form: FormPair) -> Iterator[Finding]:
    """A module that was added, changed or taken out.

    What macros an older template had is not known any more; S03 says that it is older.
    """
    stamp, words = form.returned.stamp, wording("recheck")["macros"]
    if not form.returned.has_macros or stamp is None or stamp.template_version != TEMPLATE_VERSION:
        return
    place = Place(form.returned.file, form.project.code)
    project = form.returned.book.vba_project
    if project is None:
        yield finding(Code.S08, place, found=PROJECT, what=words["gone"])
        return
    # Imported here: few forms carry macros.
    from zpj.vba import UnreadableProject, modules_not_issued

    try:
        for name in modules_not_issued(project, form.profile):
            yield finding(Code.S08, place, found=name, what=words["not_issued"])
    except UnreadableProject:
        yield finding(Code.S08, place, found=PROJECT, what=words["unreadable"])
