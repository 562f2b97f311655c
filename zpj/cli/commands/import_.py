"""``zpj import``: typed forms from elsewhere into definitions with values."""

import argparse
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from zpj.cli.console import fail, progress, report_findings, say, say_json
from zpj.cli.options import shared, shown, wrong_value
from zpj.model.codes import Code
from zpj.model.errors import OutputExists, ZpjError
from zpj.model.findings import Finding, Place, Severity, finding
from zpj.model.project import DEFAULT_PROFILE, Project
from zpj.texts import wording

NAME = "import"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    words = wording("cli")["import"]["argument"]
    parser.add_argument("forms", nargs="+", type=Path, **shown(words["forms"]))
    parser.add_argument("-o", "--output", required=True, type=Path, **shown(words["output"]))
    parser.add_argument("--profile", default=DEFAULT_PROFILE, **shared("scored_by"))
    parser.add_argument("--blank", action="store_true", **shown(words["blank"]))
    parser.add_argument("--year", type=_year, **shown(words["year"]))
    parser.add_argument("--force", action="store_true", **shared("force"))
    parser.add_argument("--json", action="store_true", **shared("json"))


def run(options: argparse.Namespace) -> int:
    """Read every form; what could be read is written, and everything doubtful is said."""
    from zpj.importer import for_year, import_forms, without_values
    from zpj.rules import load_profile

    words, profile = wording("cli")["import"]["says"], load_profile(options.profile)
    projects: list[Project] = []
    findings: list[Finding] = []
    entries: list[dict[str, object]] = []
    for path in progress(options.forms, total=len(options.forms), doing=words["doing"]):
        try:
            imported = import_forms(path, profile)
            if options.blank:
                imported = without_values(imported)
            if options.year:
                imported = for_year(imported, str(path), options.year)
            read, said = imported.projects, imported.findings
        except ZpjError as error:
            read, said = (), error.findings
        projects += read
        findings += said
        entries.append(_entry(path, read, said))
    projects = _distinct(projects)
    if projects:
        _write(projects, options.output, force=options.force)
    if options.json:
        say_json(entries)
    else:
        report_findings(findings)
        say(words["done"].format(files=len(options.forms), projects=len(projects)))
    if not projects:
        fail(words["nothing_read"])
        return 2
    if not options.json:
        say(words["next"].format(file=options.output))
    return int(any(entry.severity is Severity.ERROR for entry in findings))


def _year(text: str) -> int:
    if not re.fullmatch(r"20\d\d", text):
        raise wrong_value("year", text)
    return int(text)


def _write(projects: Sequence[Project], output: Path, *, force: bool) -> None:
    from zpj_generator.definitions import write_toml, write_workbook
    from zpj_generator.file_names import file_names

    if output.suffix.lower() == ".xlsx":
        write_workbook(projects, output, force=force)
        return
    names = file_names(((project.code, project.name) for project in projects), ".toml")
    paths = [output / name for name in names]
    if not force and (existing := [path for path in paths if path.exists()]):
        raise OutputExists(finding(Code.X05, Place(file=str(path))) for path in existing)
    for project, path in zip(projects, paths, strict=True):
        write_toml(project, path, force=force)


def _distinct(projects: Sequence[Project]) -> list[Project]:
    """Codes come from file names, and two folders may hold the same name."""
    taken: set[str] = set()
    result: list[Project] = []
    for project in projects:
        code, count = project.code, 1
        while code in taken:
            count += 1
            code = f"{project.code}-{count}"
        taken.add(code)
        result.append(replace(project, code=code))
    return result


def _entry(path: Path, projects: Sequence[Project], findings: Sequence[Finding]) -> dict[str, object]:
    return {
        "file": str(path),
        "form": wording("cli")["import"]["says"]["codes_between"].join(project.code for project in projects),
        "status": "read" if projects else "failed",
        "total": None,
        "grade": None,
        "findings": [entry.as_dict() for entry in findings],
    }
