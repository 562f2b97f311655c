"""One module per command. Each offers ``NAME``, ``arguments`` and ``run``.

The words of all are in ``texts/*/cli.toml``. At its top a module imports what its arguments need; the rest is
imported by ``run``.
"""

import argparse
from typing import Protocol

from zpj.cli.commands import addin, demo, generate, import_, key, new, recheck, repair, rules, score


class Command(Protocol):
    """What a command module offers."""

    @property
    def NAME(self) -> str:  # noqa: N802
        """What it is called on the command line."""
        ...

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's own arguments."""

    def run(self, options: argparse.Namespace) -> int:
        """Do it; the exit status."""
        ...


COMMANDS: tuple[Command, ...] = (new, generate, recheck, repair, import_, score, rules, key, addin, demo)
