"""How fast forms are made, side by side in one run: ``python bench/generation.py`` prints Markdown tables.

Needs the extra "bench". Ours starts from a project; the other libraries get the form scored and laid out,
which favours them.
"""

import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from io import BytesIO
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from builders import ReadyForm, build_cell_by_cell, build_with_openpyxl, build_with_xlsxwriter, ready
from projects import projects
from rounds import Contestant, medians

from zpj.model.project import Project
from zpj.rules import load_profile
from zpj.xlsx.archive_writer import LEVEL
from zpj_generator.package import render_form

ROUNDS = 30
TURN = 5
"""Forms per turn, each of another project."""
FORMS = 1_000
MEMORY_GOAL = 150.0
"""MB"""
OURS, DEFLATING = "zpj", "re-deflating the finished parts"
OPENPYXL, NAMED_STYLES, XLSXWRITER = "openpyxl", "openpyxl, named styles", "XlsxWriter"


class Batch(NamedTuple):
    """A thousand forms in one process."""

    seconds: float
    peak: float
    """MB"""


def main() -> None:
    """Run the benchmark and print it."""
    # First, while this process is small: a child's peak counts from what its parent held when it started.
    batch = run_batch()
    print("\n".join((*form_table(run_rounds()), "", *batch_table(batch))))


def run_rounds(count: int = ROUNDS) -> dict[str, float]:
    """Milliseconds per form of every contestant; a turn is a few forms, as nobody makes a single one."""
    contestants = (
        Contestant(OURS, list, _each(_render)),
        Contestant(OPENPYXL, _each(_ready), _each(build_cell_by_cell)),
        Contestant(NAMED_STYLES, _each(_ready), _each(build_with_openpyxl)),
        Contestant(XLSXWRITER, _each(_ready), _each(build_with_xlsxwriter)),
        Contestant(DEFLATING, _each(_finished_parts), _each(_deflate)),
    )
    different = projects()
    turns = (tuple(islice(different, TURN)) for _ in range(count + 1))
    return {name: taken / TURN for name, taken in medians(contestants, turns).items()}


def _each(work: Callable[[Any], Any]) -> Callable[[Sequence[Any]], list[Any]]:
    return lambda items: [work(item) for item in items]


def run_batch(count: int = FORMS) -> Batch:
    """``count`` forms in a process of their own."""
    with TemporaryDirectory(prefix="zpj-bench-") as folder:
        command = [sys.executable, str(Path(__file__).with_name("batch.py")), str(count), folder]
        seconds, peak = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.split()
    return Batch(float(seconds), float(peak))


def form_table(times: Mapping[str, float]) -> Iterator[str]:
    """The times of one form as a Markdown table, with what the issue asks for."""
    goals = {
        OPENPYXL: f"at least 10 times zpj: {_verdict(times[OPENPYXL] >= 10 * times[OURS])}",
        XLSXWRITER: f"at least 3 times zpj: {_verdict(times[XLSXWRITER] >= 3 * times[OURS])}",
        DEFLATING: f"zpj at most 3 times this: {_verdict(times[OURS] <= 3 * times[DEFLATING])}",
    }
    yield "| one form | ms | times zpj | goal |"
    yield "|---|---:|---:|---|"
    for name, taken in times.items():
        yield f"| {name} | {taken:.2f} | {taken / times[OURS]:.2f} | {goals.get(name, '')} |"


def batch_table(batch: Batch) -> Iterator[str]:
    """Time and memory of the thousand forms as a Markdown table."""
    yield f"| {FORMS:,} forms in one process, written to disk | measured | goal |"
    yield "|---|---:|---|"
    yield f"| seconds | {batch.seconds:.1f} | |"
    verdict = _verdict(batch.peak < MEMORY_GOAL)
    yield f"| peak memory, MB | {batch.peak:.0f} | below {MEMORY_GOAL:.0f}: {verdict} |"


def _verdict(met: bool) -> str:
    return "met" if met else "**missed**"


def _render(project: Project) -> bytes:
    return render_form(project, load_profile(project.profile))


def _ready(project: Project) -> ReadyForm:
    return ready(project, load_profile(project.profile))


def _finished_parts(project: Project) -> list[bytes]:
    with zipfile.ZipFile(BytesIO(_render(project))) as package:
        return [package.read(name) for name in package.namelist()]


def _deflate(parts: list[bytes]) -> list[bytes]:
    return [zlib.compress(part, LEVEL) for part in parts]


if __name__ == "__main__":
    main()
