"""``zpj new``: a definition workbook with an example."""

import argparse
from pathlib import Path

from zpj.cli.console import say
from zpj.cli.options import shared, shown
from zpj.texts import wording

NAME = "new"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    words = wording("cli")["new"]["argument"]
    parser.add_argument("path", type=Path, **shown(words["path"]))
    parser.add_argument("--force", action="store_true", **shared("force"))


def run(options: argparse.Namespace) -> int:
    """Write the workbook."""
    from zpj_generator.definitions import write_example

    write_example(options.path, force=options.force)
    say(wording("cli")["new"]["says"]["done"].format(file=options.path))
    return 0
