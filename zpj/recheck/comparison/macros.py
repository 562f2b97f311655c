"""Check S08 of a macro-enabled form: its macros are those it was issued with."""

from collections.abc import Iterator

from zpj.model.codes import Code
from zpj.model.findings import Finding, Place, finding
from zpj.recheck.context import Context
from zpj_generator.layout import TEMPLATE_VERSION

STRANGE = "不是随表下达的宏"
UNREADABLE = "无法读取的宏"
PROJECT = "xl/vbaProject.bin"


def s08_foreign_macros(form: Context) -> Iterator[Finding]:
    """A module that was added, or words in one of ours that were not issued.

    What macros an older template had is not known any more; S03 says that it is older.
    """
    stamp = form.returned.stamp
    if form.returned.vba_project is None or stamp is None or stamp.template_version != TEMPLATE_VERSION:
        return
    # Imported here: few forms carry macros.
    from zpj.vba import UnreadableProject, modules_not_issued

    place = Place(form.returned.file, form.project.code)
    try:
        for name in modules_not_issued(form.returned.vba_project, form.profile):
            yield finding(Code.S08, place, found=name, what=STRANGE)
    except UnreadableProject:
        yield finding(Code.S08, place, found=PROJECT, what=UNREADABLE)
