"""``zpj recheck``: returned forms in, every override and every wrong number out."""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from zpj.cli.console import fail, progress, say
from zpj.cli.options import jobs, processes, shared, shown
from zpj.model.project import DEFAULT_PROFILE
from zpj.texts import wording

if TYPE_CHECKING:
    from zpj.recheck.issuer import Issuer
    from zpj.recheck.report import FolderReport

NAME = "recheck"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    words = wording("cli")["recheck"]["argument"]
    parser.add_argument("returns", nargs="+", type=Path, **shown(words["returns"]))
    parser.add_argument("--definitions", nargs="+", type=Path, default=[], **shared("definitions"))
    parser.add_argument("--profile", **shown(words["profile"]))
    parser.add_argument("--exceptions", type=Path, **shown(words["exceptions"]))
    parser.add_argument("--json", **shown(words["json"]))
    parser.add_argument("--html", type=Path, **shown(words["html"]))
    parser.add_argument("--annotate", type=Path, **shown(words["annotate"]))
    parser.add_argument("--jobs", type=jobs, **shared("jobs"))
    parser.add_argument("--force", action="store_true", **shown(words["force"]))


def run(options: argparse.Namespace) -> int:
    """Recheck every file, then report in every form that was asked for."""
    from rich.console import Console

    from zpj.recheck.annotate import not_annotated
    from zpj.recheck.folder import find_returns, recheck, recheck_set
    from zpj.recheck.outputs.as_terminal import print_report

    words = wording("cli")["recheck"]["says"]
    returns = find_returns(options.returns)
    if not returns.files:
        fail(words["nothing_found"])
        return 2
    issuer = _issuer(options)
    reports = progress(
        recheck(returns.files, issuer, jobs=options.jobs or processes(len(returns.files))),
        total=len(returns.files),
        doing=words["doing"],
    )
    report = recheck_set(reports, returns, issuer)
    to_terminal = options.json != "-"
    # Before anything is written: an output that is refused must not cost the whole recheck.
    if to_terminal:
        print_report(report, Console(markup=False, highlight=False, emoji=False))
    for path in _write(report, options):
        if to_terminal:
            say(wording("cli")["file"]["written"].format(file=path))
    if options.annotate:
        for line in not_annotated(report):
            fail(line)
    return int(report.has_errors)


def _issuer(options: argparse.Namespace) -> "Issuer":
    from zpj.keys.own_key import find_key
    from zpj.keys.trusted_keys import trusted_keys
    from zpj.recheck.acceptances import load_acceptances
    from zpj.recheck.issuer import Issuer
    from zpj.rules import load_profile
    from zpj_generator.definitions import definition_files, load_projects

    profile = load_profile(options.profile or DEFAULT_PROFILE)
    projects = load_projects(definition_files(options.definitions), options.profile)
    acceptances = load_acceptances(options.exceptions) if options.exceptions else ()
    known = {project.code: project for project in projects}
    return Issuer(known, find_key(), acceptances, profile.id, trusted_keys())


def _write(report: "FolderReport", options: argparse.Namespace) -> Iterator[Path]:
    """Write what was asked for; the paths of the files."""
    from zpj.files import write_whole
    from zpj.recheck.outputs.as_html import folder_html
    from zpj.recheck.outputs.as_json import folder_json

    if options.json:
        text = json.dumps(folder_json(report), ensure_ascii=False, indent=1)
        if options.json == "-":
            say(text)
        else:
            write_whole(
                Path(options.json), (text + "\n").encode("utf-8", "backslashreplace"), force=options.force
            )
            yield Path(options.json)
    if options.html:
        write_whole(
            options.html, folder_html(report).encode("utf-8", "backslashreplace"), force=options.force
        )
        yield options.html
    if options.annotate:
        from zpj.recheck.annotate import annotate_all

        yield from annotate_all(report, options.annotate, force=options.force)
