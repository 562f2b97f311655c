"""Checks S02 and S03: whether there is a stamp, what it says, and whether it may be believed."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from zpj.model.codes import Code
from zpj.model.findings import Finding, Place, Severity, finding
from zpj.model.project import Project
from zpj.recheck.comparison.displacement import same_text
from zpj.recheck.context import Context
from zpj.recheck.identity import stamped_project
from zpj.recheck.returned_file import BLANK, FileSheet, Returned
from zpj.rules import load_profile, profile_ids
from zpj_generator.layout import REGISTRY_SHEET, TEMPLATE_VERSION
from zpj_generator.package.hidden_sheet import locked_text

SEAL = "封签与内容不符，内容被改动或不是本单位下达"
DAMAGED = "印记残缺"
NO_DEFINITION = "其中的项目定义无法读取"
OTHER_DEFINITION = "其中的项目定义与下达的不一致"
OTHER_REGISTRY = "其中登记的锁定内容与下达的不一致"


def has_no_stamp(returned: Returned) -> bool:
    """Whether the form was not issued by us, or lost its hidden sheet: it is read as one from elsewhere."""
    return returned.stamp is None and _hidden_sheet(returned) is None


def s02_stamp_does_not_verify(
    returned: Returned, definitions: Mapping[str, Project], key: bytes | None
) -> Iterator[Finding]:
    """A stamp that is not as it was issued; silent about what cannot be known, see ``seal_note``."""
    if reason := _distrust(returned, definitions, key):
        sheet = _hidden_sheet(returned)
        code = returned.stamp.project if returned.stamp else ""
        yield finding(Code.S02, Place(returned.file, code, sheet.name if sheet else ""), found=reason)


def s02_registry_differs(form: Context) -> Iterator[Finding]:
    """The registry, which the buttons of a form go by, is not the one that was issued with this stamp."""
    sheet = _hidden_sheet(form.returned)
    if sheet is None or stamped_project(form.returned) != form.project or not _is_current(form):
        return
    told = "".join(
        sheet.cells.get(f"B{ref[1:]}", BLANK).text
        for ref, cell in sheet.cells.items()
        if ref.startswith("A") and cell.text == "locked"
    )
    if not same_text(told, locked_text(form.layout)):
        place = Place(form.returned.file, form.project.code, sheet.name)
        yield finding(Code.S02, place, found=OTHER_REGISTRY)


def s03_other_version(returned: Returned) -> Iterator[Finding]:
    """A form by a template or a profile that is unknown here, or, a warning, by a superseded profile."""
    stamp = returned.stamp
    if stamp is None:
        return
    place = Place(returned.file, stamp.project)
    if stamp.template_version != TEMPLATE_VERSION:
        yield finding(
            Code.S03, place, found=stamp.template_version, expected=TEMPLATE_VERSION, what="自评表模板版本"
        )
    if stamp.profile not in profile_ids():
        known = "、".join(profile_ids())
        yield finding(Code.S03, place, found=stamp.profile, expected=known, what="评分规则")
        return
    version = load_profile(stamp.profile).version
    if stamp.profile_version != version:
        what = f"评分规则 {stamp.profile} 的版本"
        other = finding(Code.S03, place, found=stamp.profile_version, expected=version, what=what)
        superseded = stamp.profile_version < version
        yield replace(other, severity=Severity.WARNING) if superseded else other


def _distrust(returned: Returned, definitions: Mapping[str, Project], key: bytes | None) -> str:
    """Why the stamp is not to be believed; empty where nothing speaks against it."""
    stamp = returned.stamp
    if stamp is None:
        return DAMAGED if _hidden_sheet(returned) else ""
    if key is not None and stamp.seal and not stamp.is_sealed_by(key):
        return SEAL
    project = stamped_project(returned)
    if project is None or (project.profile != stamp.profile and stamp.profile in profile_ids()):
        return NO_DEFINITION
    issued = definitions.get(stamp.project)
    return OTHER_DEFINITION if issued is not None and issued != project else ""


def _hidden_sheet(returned: Returned) -> FileSheet | None:
    """The sheet that carries the stamp, under whatever name it came back."""
    return next(
        (
            sheet
            for sheet in returned.sheets
            if sheet.cells.get("A1", BLANK).text == "zpj" or sheet.name == REGISTRY_SHEET
        ),
        None,
    )


def _is_current(form: Context) -> bool:
    """Whether the form was issued by just the template and the rules it is checked with."""
    stamp = form.returned.stamp
    current = TEMPLATE_VERSION, form.profile.version
    return stamp is not None and (stamp.template_version, stamp.profile_version) == current
