"""Forms as they come back, issued blank and then filled: ``bench/filled_batch.py COUNT FOLDER``."""

import sys
from dataclasses import replace
from itertools import islice
from pathlib import Path

from projects import projects

from zpj.model.project import Indicator, Project
from zpj.rules import load_profile
from zpj_generator.layout import lay_out
from zpj_generator.package import render_layout


def write_filled(count: int, folder: Path) -> None:
    """Write ``count`` filled forms into ``folder``; their stamps know them as they were issued."""
    for project in islice(projects(), count):
        profile, issued = load_profile(project.profile), as_issued(project)
        filled = lay_out(issued, profile, project)
        form = render_layout(filled, issued, profile, password=None, key=None)
        folder.joinpath(f"{project.code}.xlsx").write_bytes(form)


def as_issued(project: Project) -> Project:
    """The project without what a filler answers."""
    return replace(
        project,
        completion="",
        funds=tuple(replace(fund, spent=None) for fund in project.funds),
        indicators=tuple(map(_unanswered, project.indicators)),
    )


def _unanswered(row: Indicator) -> Indicator:
    return Indicator(row.level1, row.level2, row.level3, row.target, row.points, row.kind)


if __name__ == "__main__":
    write_filled(int(sys.argv[1]), Path(sys.argv[2]))
