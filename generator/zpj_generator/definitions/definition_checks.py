"""Everything that must hold of the projects of a definition, beyond each value by itself."""

from collections.abc import Iterable, Iterator

from zpj.model.codes import Code
from zpj.model.findings import Finding, finding
from zpj.rules import load_profile, profile_ids
from zpj_generator.definitions.points_checks import POINTS_CHECKS
from zpj_generator.definitions.projects import SourcedProject
from zpj_generator.definitions.structure_checks import STRUCTURE_CHECKS
from zpj_generator.definitions.target_checks import TARGET_CHECKS


def check(projects: Iterable[SourcedProject]) -> tuple[Finding, ...]:
    """Everything that is wrong with the projects of one or several files, in their order."""
    return tuple(_problems(projects))


def _problems(projects: Iterable[SourcedProject]) -> Iterator[Finding]:
    firsts: dict[str, SourcedProject] = {}
    for sourced in projects:
        code = sourced.record.code
        first = firsts.setdefault(code, sourced) if code else sourced
        if first is not sourced:
            yield finding(Code.D03, sourced.record.at("code"), found=code, expected=first.record.at("code"))
        # Two projects of one code in one workbook share their records, which were checked with the first.
        if first is sourced or first.record.file != sourced.record.file:
            yield from _project_problems(sourced)


def _project_problems(sourced: SourcedProject) -> Iterator[Finding]:
    for check_structure in (*STRUCTURE_CHECKS, *TARGET_CHECKS):
        yield from check_structure(sourced)
    if sourced.project.profile in profile_ids():
        profile = load_profile(sourced.project.profile)
        for check_points in POINTS_CHECKS:
            yield from check_points(sourced, profile)
