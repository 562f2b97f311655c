"""Last year's forms as this year's definitions: without their values, in another year."""

import re
from collections.abc import Iterator
from dataclasses import replace

from zpj.importer.imported import Imported
from zpj.importer.typed_dates import YEAR_WORD
from zpj.model.codes import Code
from zpj.model.findings import Finding, Place, finding
from zpj.model.project import Indicator, Project
from zpj.scoring.kinds import infer_kind
from zpj.texts import wording

_ABOUT_VALUES = frozenset({Code.I02, Code.I03, Code.I04})
"""Findings about scores that became values; without values there is nothing left to check."""
_YEAR = re.compile(rf"(?<!\d)20\d\d(?={YEAR_WORD}|[-./]\d)")


def without_values(imported: Imported) -> Imported:
    """The same forms as they were before anybody filled them in."""
    findings = tuple(found for found in imported.findings if found.code not in _ABOUT_VALUES)
    projects = tuple(_blank_project(project) for project in imported.projects)
    return Imported(projects, (None,) * len(projects), findings)


def for_year(imported: Imported, file: str, year: int) -> Imported:
    """The same forms for ``year``; texts stay as they are, with I13 for each that names an earlier year."""
    year_missing = (Code.I08, wording("importer")["part"]["year"])
    projects = tuple(replace(project, year=year) for project in imported.projects)
    kept = (found for found in imported.findings if (found.code, found.expected) != year_missing)
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
    """I13 for every text of ``project`` that names a year before its own."""
    words = wording("importer")
    parts = ((words["part"]["name"], project.name), (words["part"]["goal"], project.goal))
    indicators = ((row.level3, f"{row.level3}\n{row.target}") for row in project.indicators)
    for what, text in (*parts, *indicators):
        years = sorted({year for year in _YEAR.findall(text) if int(year) < project.year})
        if years:
            place = Place(file, form=project.code)
            found = words["years"]["separator"].join(years)
            yield finding(Code.I13, place, what=what, found=found, expected=project.year)
