"""The definitions that ship with zpj: invented projects that show what a definition looks like."""

from pathlib import Path

from zpj.rendering import templates_folder
from zpj_generator.definitions.definition_files import load_projects
from zpj_generator.definitions.to_workbook import write_workbook

EXAMPLE = "sample-short.toml"


def samples() -> tuple[Path, ...]:
    """The bundled TOML definitions, by name."""
    return tuple(sorted((templates_folder() / "forms").glob("*.toml")))


def write_example(path: Path, *, force: bool = False) -> None:
    """Write a definition workbook that is filled with one example project, to be overwritten by one's own.

    Raises:
        OutputExists: X05, there is a file already and ``force`` is not set.
    """
    example = next(sample for sample in samples() if sample.name == EXAMPLE)
    write_workbook(load_projects([example]), path, force=force)
