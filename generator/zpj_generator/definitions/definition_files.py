"""Definition files into projects: one file, or many with every problem at once."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from zpj.model.codes import Code
from zpj.model.errors import DefinitionError, UnreadableFile
from zpj.model.findings import Place, finding
from zpj.model.project import Project
from zpj.texts import wording
from zpj_generator.definitions.definition_checks import check
from zpj_generator.definitions.from_toml import read_toml_definition
from zpj_generator.definitions.from_workbook import read_workbook
from zpj_generator.definitions.projects import Definitions, SourcedProject, build

_READERS = {".toml": read_toml_definition, ".xlsx": read_workbook}


def definition_files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files among ``paths`` themselves, and the definitions in the folders among them, by name."""
    for path in paths:
        if path.is_dir():
            yield from sorted(file for file in path.iterdir() if _is_definition(file))
        else:
            yield path


def read_definitions(path: Path) -> Definitions:
    """The projects of one definition file, .xlsx or .toml; never raises for what is wrong with the file."""
    reader, words = _READERS.get(path.suffix.lower()), wording("files")["open"]
    if not path.is_file():
        return Definitions((), (finding(Code.X01, Place(str(path)), found=words["missing"]),))
    if reader is None:
        what, expected = path.suffix or path.name, words["definitions"]
        return Definitions((), (finding(Code.X03, Place(str(path)), found=what, expected=expected),))
    try:
        return build(reader(path))
    except UnreadableFile as error:
        return Definitions((), error.findings)


def load_projects(paths: Iterable[Path], profile: str | None = None) -> tuple[Project, ...]:
    """The projects of all files, in their order, complete and consistent; ``profile`` overrides their own.

    Raises:
        DefinitionError: every problem of every file at once.
    """
    definitions = [read_definitions(path) for path in paths]
    projects = [_with_profile(one, profile) for each in definitions for one in each.projects]
    problems = [problem for each in definitions for problem in each.problems]
    problems += check(projects)
    if problems:
        raise DefinitionError(problems)
    return tuple(sourced.project for sourced in projects)


def _with_profile(sourced: SourcedProject, profile: str | None) -> SourcedProject:
    return replace(sourced, project=replace(sourced.project, profile=profile)) if profile else sourced


def _is_definition(file: Path) -> bool:
    # Excel keeps a ~$ file beside every workbook that is open.
    return file.suffix.lower() in _READERS and not file.name.startswith("~$")
