"""Last year's forms as this year's definitions: without their values, in another year."""

import re
from collections.abc import Iterator
from dataclasses import replace

from zpj.importer.read_forms import Imported
from zpj.model.codes import Code
from zpj.model.findings import Finding, Place, finding
from zpj.model.project import Indicator, Project
from zpj.scoring.kinds import infer_kind

_ABOUT_VALUES = frozenset({Code.I02, Code.I03, Code.I04})
"""Findings about scores that became values; without values there is nothing left to check."""
_YEAR_MISSING = (Code.I08, "年度")
_YEAR = re.compile(r"(?<!\d)20\d\d(?=年|[-./]\d)")


def blanked(imported: Imported) -> Imported:
    """The same forms as they were before anybody filled them in."""
    findings = tuple(found for found in imported.findings if found.code not in _ABOUT_VALUES)
    projects = tuple(_blank_project(project) for project in imported.projects)
    return Imported(projects, (None,) * len(projects), findings)


def renewed(imported: Imported, file: str, year: int) -> Imported:
    """The same forms for ``year``; texts stay as they are, with I13 for each that names an earlier year."""
    projects = tuple(replace(project, year=year) for project in imported.projects)
    kept = (found for found in imported.findings if (found.code, found.expected) != _YEAR_MISSING)
    outdated = (found for project in projects for found in _outdated(project, file))
    return Imported(projects, imported.printed_totals, (*kept, *outdated))


def _blank_project(project: Project) -> Project:
    funds = tuple(replace(fund, spent=None) for fund in project.funds)
    indicators = tuple(_blank_indicator(indicator) for indicator in project.indicators)
    return replace(project, funds=funds, completion="", indicators=indicators)


def _blank_indicator(indicator: Indicator) -> Indicator:
    """Also the kind is inferred anew: an answer in words may have made it 定性."""
    return Indicator(
        indicator.level1,
        indicator.level2,
        indicator.level3,
        indicator.target,
        indicator.points,
        infer_kind(indicator.level2, indicator.target),
    )


def _outdated(project: Project, file: str) -> Iterator[Finding]:
    indicators = ((row.level3, f"{row.level3}\n{row.target}") for row in project.indicators)
    for what, text in (("项目名称", project.name), ("年度预期目标", project.goal), *indicators):
        years = sorted({year for year in _YEAR.findall(text) if int(year) < project.year})
        if years:
            place = Place(file, form=project.code)
            yield finding(Code.I13, place, what=what, found="、".join(years), expected=project.year)
