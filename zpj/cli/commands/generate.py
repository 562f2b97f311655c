"""``zpj generate``: definitions in, one locked form per project out."""

import argparse
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zpj.cli.console import fail, progress, say, say_json
from zpj.cli.options import jobs, processes, shared, shown
from zpj.model.project import Wiring
from zpj.texts import wording

if TYPE_CHECKING:
    from zpj_generator.batch import Issued, MacrosOf

NAME = "generate"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    words, wirings = wording("cli")["generate"]["argument"], tuple(wiring.value for wiring in Wiring)
    parser.add_argument("definitions", nargs="+", type=Path, **shown(words["definitions"]))
    parser.add_argument("-o", "--output", required=True, type=Path, **shown(words["output"]))
    parser.add_argument("--profile", **shown(words["profile"]))
    parser.add_argument("--format", choices=("xlsx", "xlsm"), default="xlsx", **shown(words["format"]))
    parser.add_argument("--wiring", choices=wirings, default=wirings[0], **shown(words["wiring"]))
    parser.add_argument("--password", **shown(words["password"]))
    parser.add_argument("--jobs", type=jobs, **shared("jobs"))
    parser.add_argument("--force", action="store_true", **shared("force"))
    parser.add_argument("--json", action="store_true", **shared("json"))


def run(options: argparse.Namespace) -> int:
    """Read every definition, then write every form."""
    from zpj.keys.own_key import make_key
    from zpj_generator.batch import generate
    from zpj_generator.definitions import definition_files, load_projects

    words = wording("cli")["generate"]["says"]
    if options.format == "xlsx" and options.wiring == Wiring.UDF:
        fail(words["needs_macros"])
        return 2
    definitions = list(definition_files(options.definitions))
    if not definitions:
        fail(words["no_definitions"])
        return 2
    projects = load_projects(definitions, options.profile)
    forms = generate(
        projects,
        options.output,
        password=options.password,
        key=make_key(),
        macros=_macros(options) if options.format == "xlsm" else None,
        jobs=options.jobs or processes(len(projects)),
        force=options.force,
    )
    issued = list(progress(forms, total=len(projects), doing=words["doing"]))
    if options.json:
        say_json([_entry(form) for form in issued])
        return 0
    for form in issued:
        say(_line(form))
    done = words["done_with_twins" if options.format == "xlsm" else "done"]
    say(done.format(count=len(issued), folder=options.output))
    return 0


def _macros(options: argparse.Namespace) -> "MacrosOf":
    # Imported here: what packs VBA is needed by macro-enabled forms only.
    from zpj.vba import form_macros

    return partial(form_macros, wiring=Wiring(options.wiring))


def _line(form: "Issued") -> str:
    words = wording("cli")["generate"]["says"]
    sentence: str = words["blank_form" if form.total is None else "filled_form"]
    return sentence.format(file=form.path.name, total=form.total, grade=form.grade)


def _entry(form: "Issued") -> Mapping[str, Any]:
    return {
        "file": str(form.path),
        "twin": str(form.twin) if form.twin else None,
        "form": form.code,
        "status": "written",
        "total": form.total,
        "grade": form.grade,
        "findings": [],
    }
