"""``zpj addin``: the add-in for Excel, built, put in its place, examined."""

import argparse
import json
import locale
import os
import sys
from pathlib import Path

from zpj.cli.console import JSON_VERSION, report_findings, say, table
from zpj.cli.options import shown
from zpj.texts import wording

NAME = "addin"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    words, title = wording("cli")["addin"], wording("cli")["program"]["actions"]
    actions = parser.add_subparsers(title=title, metavar=title, dest="action", required=True)
    build = actions.add_parser("build", help=words["action"]["build"])
    output = shown(words["argument"]["output"])
    build.add_argument("-o", "--output", type=Path, default=Path("zpj.xlam"), **output)
    install = actions.add_parser("install", help=words["action"]["install"])
    for part in (build, install):
        part.add_argument("--force", action="store_true", **shown(words["argument"]["force"]))
    doctor = actions.add_parser("doctor", help=words["action"]["doctor"])
    doctor.add_argument("--json", action="store_true", **shown(wording("cli")["shared"]["json"]))


def run(options: argparse.Namespace) -> int:
    """Build, install or examine."""
    match options.action:
        case "build":
            return _build(options)
        case "install":
            return _install(options)
        case _:
            return _doctor(options)


def _build(options: argparse.Namespace) -> int:
    from zpj.files import write_whole
    from zpj_addin.build import build_addin

    write_whole(options.output, build_addin(), force=options.force)
    say(wording("cli")["file"]["made"].format(file=options.output))
    return 0


def _install(options: argparse.Namespace) -> int:
    from zpj.model.codes import Code
    from zpj.model.findings import Place, finding
    from zpj_addin.excel_paths import excel_paths
    from zpj_addin.install import install

    found = excel_paths(sys.platform, os.environ, Path.home())
    if found is None:
        report_findings([finding(Code.N02, Place(), found=sys.platform)])
        return 2
    written = install(found, sys.executable, encoding=locale.getencoding(), force=options.force)
    for path in written:
        say(wording("cli")["file"]["written"].format(file=path))
    say(wording("cli")["addin"]["says"]["installed"])
    return 0


def _doctor(options: argparse.Namespace) -> int:
    from zpj.model.findings import Severity
    from zpj_addin.doctor import examine, facts, facts_in_words
    from zpj_addin.machine import this_machine

    machine = this_machine()
    problems = examine(machine)
    if options.json:
        report = {
            "version": JSON_VERSION,
            "machine": facts(machine),
            "findings": [each.as_dict() for each in problems],
        }
        say(json.dumps(report, ensure_ascii=False, indent=1))
    else:
        table(facts_in_words(machine).items())
        if problems:
            report_findings(problems)
        else:
            say(wording("report")["none"]["findings"])
    return int(any(each.severity is Severity.ERROR for each in problems))
