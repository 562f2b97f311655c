"""What the commands show: results on standard output, findings and progress on standard error.

rich is imported by what prints with it: most of what a command says are plain lines.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from zpj.model.findings import Finding, Severity
from zpj.texts import wording

if TYPE_CHECKING:
    from rich.console import Console

JSON_VERSION = 1
COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}

T = TypeVar("T")


def say(text: str) -> None:
    """One line on standard output."""
    sys.stdout.write(text + "\n")


def fail(text: str) -> None:
    """One line on standard error."""
    from rich.text import Text

    _errors().print(Text(text), soft_wrap=True)


def table(rows: Iterable[Sequence[str]], *, header: Sequence[str] = ()) -> None:
    """A table on standard output, with ``header`` above it if there is one."""
    from rich.console import Console
    from rich.table import Table

    shown = Table(*header, show_header=bool(header))
    for row in rows:
        shown.add_row(*row)
    Console(markup=False, highlight=False).print(shown)


def report_findings(findings: Sequence[Finding]) -> None:
    """One line per finding, errors first, and how many there are of each severity."""
    from rich.text import Text

    console, severities = _errors(), wording("report")["severity"]
    order = list(Severity)
    for entry in sorted(findings, key=lambda entry: order.index(entry.severity)):
        severity = (severities[entry.severity], COLOURS[entry.severity])
        console.print(Text.assemble(severity, " ", str(entry)), soft_wrap=True)
    if len(findings) > 1:
        words = wording("cli")["findings"]
        counts = [(level, sum(entry.severity is level for entry in findings)) for level in Severity]
        shown = (
            words["count"].format(severity=severities[level], count=count) for level, count in counts if count
        )
        console.print(Text(words["sum"].format(counts=words["between"].join(shown))), soft_wrap=True)


def progress(items: Iterable[T], *, total: int, doing: str) -> Iterator[T]:
    """``items``, with a bar on standard error while that is a terminal and there is something to wait for."""
    if total < 2 or not sys.stderr.isatty():
        yield from items
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=_errors()) as bar:
        yield from bar.track(items, total=total, description=doing)


def say_json(files: Sequence[Mapping[str, Any]]) -> None:
    """The machine-readable report: one entry per file."""
    say(json.dumps({"version": JSON_VERSION, "files": files}, ensure_ascii=False, indent=1))


def _errors() -> "Console":
    from rich.console import Console

    return Console(stderr=True, highlight=False, markup=False, emoji=False)
