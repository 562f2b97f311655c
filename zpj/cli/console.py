"""What the commands show: results on standard output, findings and progress on standard error."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from zpj.model.findings import Finding, Severity

JSON_VERSION = 1
LOOKS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
WORDS = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}

T = TypeVar("T")


def say(text: str) -> None:
    """One line on standard output."""
    sys.stdout.write(text + "\n")


def fail(text: str) -> None:
    """One line on standard error."""
    _errors().print(Text(text), soft_wrap=True)


def report_findings(findings: Sequence[Finding]) -> None:
    """One line per finding, errors first, and how many there are of each severity."""
    console = _errors()
    order = list(Severity)
    for entry in sorted(findings, key=lambda entry: order.index(entry.severity)):
        console.print(
            Text.assemble((WORDS[entry.severity], LOOKS[entry.severity]), " ", str(entry)), soft_wrap=True
        )
    counts = [(WORDS[level], sum(entry.severity is level for entry in findings)) for level in Severity]
    shown = "，".join(f"{word} {count} 处" for word, count in counts if count)
    if len(findings) > 1:
        console.print(Text(f"共：{shown}"), soft_wrap=True)


def progress(items: Iterable[T], *, total: int, doing: str) -> Iterator[T]:
    """``items``, with a bar on standard error while that is a terminal and there is something to wait for."""
    console = _errors()
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal or total < 2) as bar:
        yield from bar.track(items, total=total, description=doing)


def say_json(files: Sequence[Mapping[str, Any]]) -> None:
    """The machine-readable report: one entry per file."""
    say(json.dumps({"version": JSON_VERSION, "files": files}, ensure_ascii=False, indent=1))


def _errors() -> Console:
    return Console(stderr=True, highlight=False, markup=False, emoji=False)
