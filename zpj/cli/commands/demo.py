"""``zpj demo``: the bundled samples through the whole round."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from zpj.cli.console import say
from zpj.cli.options import shared, shown
from zpj.texts import wording

if TYPE_CHECKING:
    from zpj.model.project import Project

NAME = "demo"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    parser.add_argument("folder", type=Path, **shown(wording("cli")["demo"]["argument"]["folder"]))
    parser.add_argument("--force", action="store_true", **shared("force"))


def run(options: argparse.Namespace) -> int:
    """Samples to a definition workbook, the workbook to forms, the filled form explained and rechecked."""
    from zpj.files import write_whole
    from zpj.keys.own_key import make_key
    from zpj.recheck.folder import Returns, recheck, recheck_set
    from zpj.recheck.issuer import Issuer
    from zpj.recheck.outputs.as_html import folder_html
    from zpj_generator.batch import generate
    from zpj_generator.definitions import load_projects, samples, write_workbook

    words, names = wording("cli")["demo"]["says"], wording("cli")["demo"]["file"]
    definitions = options.folder / names["definitions"]
    write_workbook(load_projects(samples()), definitions, force=options.force)
    say(words["definitions"].format(file=definitions))
    projects = load_projects([definitions])
    issuer = Issuer({project.code: project for project in projects}, make_key())
    forms = list(generate(projects, options.folder / names["forms"], key=issuer.key, force=options.force))
    say(words["forms"])
    for form in forms:
        say(words["blank" if form.total is None else "filled"].format(file=form.path))
    _explain(next(project for project in projects if project.indicators[0].actual))
    returns = Returns(tuple(form.path for form in forms), ())
    report = recheck_set(recheck(returns.files, issuer), returns, issuer)
    page = options.folder / names["report"]
    write_whole(page, folder_html(report).encode(), force=options.force)
    say(words["report"].format(file=page))
    say(words["next"])
    return 0


def _explain(project: "Project") -> None:
    """Every score of a filled form, and why."""
    from zpj.rules import load_profile
    from zpj.scoring import explain, score_project

    words, profile = wording("cli")["demo"]["says"], load_profile(project.profile)
    score = score_project(profile, project)
    say(words["scored"].format(project=project.name))
    for indicator, row in zip(project.indicators, score.rows, strict=True):
        shown = words["none"] if row.score is None else f"{row.score:.2f}"
        why = explain(profile, indicator, row)
        say(words["row"].format(score=shown, points=indicator.points, indicator=indicator.level3, why=why))
    say(words["total"].format(execution=score.execution, total=score.total, grade=score.grade))
