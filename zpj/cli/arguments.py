"""The argument parser, in the user's language: every command adds its own part."""

import argparse
import re
import sys
from collections.abc import Sequence
from typing import NoReturn

from zpj.cli.commands import COMMANDS
from zpj.texts import wording
from zpj.version import __version__

INSTALL = "{install}"
"""What an epilog says where it names the command that installs xlwings."""


class TranslatedParser(argparse.ArgumentParser):
    """argparse with headings of ours; a wrong call names the mistake and where to read on."""

    def __init__(self, **options: object) -> None:
        super().__init__(
            formatter_class=argparse.RawDescriptionHelpFormatter,
            add_help=False,
            allow_abbrev=False,
            **options,  # type: ignore[arg-type]
        )
        words = wording("cli")["program"]
        self._positionals.title, self._optionals.title = words["arguments"], words["options"]
        self.add_argument("-h", "--help", action="help", help=words["help"])

    def format_usage(self) -> str:
        """The usage line under its heading."""
        return _with_heading(super().format_usage())

    def format_help(self) -> str:
        """The help under its heading."""
        if self.epilog and INSTALL in self.epilog:
            # Looked up for whoever reads it, not at every start.
            from zpj.installed_from import install_command

            self.epilog = self.epilog.replace(INSTALL, install_command("excel"))
        return _with_heading(super().format_help())

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the call and stop with status 2."""
        self.print_usage(sys.stderr)
        sentence: str = wording("cli")["program"]["wrong_use"]
        self.exit(2, sentence.format(mistake=_translated(message), program=self.prog) + "\n")


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """The arguments, with ``run`` set to the function of the chosen command."""
    words = wording("cli")["program"]
    parser = TranslatedParser(prog="zpj", description=words["description"], epilog=words["epilog"])
    parser.add_argument("--version", action="version", version=f"zpj {__version__}", help=words["version"])
    title = words["commands"]
    commands = parser.add_subparsers(
        title=title, metavar=title, required=True, parser_class=TranslatedParser, dest="command"
    )
    for command in COMMANDS:
        about = wording("cli")[command.NAME]
        part = commands.add_parser(
            command.NAME, help=about["help"], description=about["help"], epilog=about["epilog"]
        )
        command.arguments(part)
        part.set_defaults(run=command.run)
    return parser.parse_args(argv)


def _with_heading(text: str) -> str:
    return text.replace("usage:", wording("cli")["program"]["usage"], 1)


def _translated(message: str) -> str:
    """What argparse says, said here; what it does not say in one of the known ways stays as it is."""
    for mistake in wording("cli")["mistake"]:
        if re.fullmatch(mistake["pattern"], message):
            return re.sub(mistake["pattern"], mistake["said"], message)
    return message
