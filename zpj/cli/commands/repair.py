"""``zpj repair``: a returned form as it was issued, with the answers it came back with."""

import argparse
from pathlib import Path

from zpj.cli.console import report_findings, say
from zpj.cli.options import shared, shown
from zpj.texts import wording

NAME = "repair"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    words = wording("cli")["repair"]["argument"]
    parser.add_argument("form", type=Path, **shown(words["form"]))
    parser.add_argument("-o", "--output", required=True, type=Path, **shown(words["output"]))
    parser.add_argument("--definitions", nargs="+", type=Path, default=[], **shared("definitions"))
    parser.add_argument("--profile", **shown(words["profile"]))
    parser.add_argument("--password", **shown(words["password"]))
    parser.add_argument("--force", action="store_true", **shared("force"))


def run(options: argparse.Namespace) -> int:
    """Repair one form and say what was restored."""
    from zpj.keys.own_key import find_key
    from zpj.keys.trusted_keys import trusted_keys
    from zpj.recheck.issuer import Issuer
    from zpj.recheck.repaired_form import repair
    from zpj_generator.definitions import definition_files, load_projects

    projects = load_projects(definition_files(options.definitions), options.profile)
    issuer = Issuer({project.code: project for project in projects}, find_key(), trusted=trusted_keys())
    repaired = repair(options.form, options.output, issuer, password=options.password, force=options.force)
    words = wording("cli")["repair"]["says"]
    say(words["restored"].format(count=len(repaired.restored)))
    for each in repaired.restored:
        say(
            words["entry"].format(
                cell=each.place.cell, code=each.code, found=each.found, expected=each.expected
            )
        )
    if repaired.lost:
        report_findings(repaired.lost)
    say(wording("cli")["file"]["written"].format(file=options.output))
    return 0
