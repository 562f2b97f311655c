"""Check S08 of a macro-enabled form: its macros are those it was issued with."""

from collections.abc import Iterator

from checker.context import Context
from generator.layout import TEMPLATE_VERSION
from zpj.findings import Finding, Place, finding

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
    from vba import UnreadableProject, strangers

    place = Place(form.returned.file, form.project.code)
    try:
        for name in strangers(form.returned.vba_project, form.profile):
            yield finding("S08", place, found=name, what=STRANGE)
    except UnreadableProject:
        yield finding("S08", place, found=PROJECT, what=UNREADABLE)
