"""How fast returned forms are rechecked, side by side in one run: ``python bench/recheck.py`` prints tables.

The forms are made by another process: what is remembered from making a form must not help to check it.
"""

import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from openpyxl import load_workbook
from rounds import Contestant, medians

from zpj.recheck.recheck_file import Issuer, recheck_file
from zpj.recheck.report import FormReport

TURN = 5
"""Forms per turn, each of another project."""
FORMS = 60
"""Of every kind."""
FEW, MANY = 200, 1_000
OURS, TWO_LOADS, UNZIPPING = "zpj", "openpyxl, formulas and then values", "unzipping all parts"
LOADS_GOAL = 20
UNZIPPING_GOAL = 10
SAVED = {"saved by LibreOffice": "libreoffice", "as Excel writes them": "excel"}
"""Kinds of files, and how they are made of generated ones."""
MEMORY_GOAL = 1.1
"""How much more memory five times as many files may take."""


class Batch(NamedTuple):
    """Many files in one process."""

    files: int
    seconds: float
    peak: float
    """MB"""


def main() -> None:
    """Run the benchmark and print it."""
    with TemporaryDirectory(prefix="zpj-bench-") as folder:
        forms = write_forms(MANY, Path(folder, "generated"))
        kinds = {
            "as generated": forms[: FORMS + TURN],
            **dict(saved_forms(forms[: FORMS + TURN], Path(folder))),
        }
        times = {kind: run_rounds(files) for kind, files in kinds.items()}
        batches = [run_batch(count, forms[0].parent) for count in (FEW, MANY)]
        print("\n".join((*form_table(times), "", *batch_table(batches))))


def write_forms(count: int, folder: Path) -> list[Path]:
    """``count`` filled forms in ``folder``, made by a process of their own."""
    folder.mkdir(exist_ok=True)
    _child("filled_batch.py", count, folder)
    return sorted(folder.iterdir())


def saved_forms(forms: Sequence[Path], folder: Path) -> Iterator[tuple[str, list[Path]]]:
    """The forms as programs save them, as far as those are installed."""
    source = folder / "source"
    source.mkdir()
    for form in forms:
        shutil.copy(form, source)
    for kind, program in SAVED.items():
        if program == "libreoffice" and not shutil.which("soffice"):
            print(f"{kind}: LibreOffice is not installed", file=sys.stderr)
            continue
        saved = folder / program
        saved.mkdir()
        _child("saved_batch.py", program, source, saved)
        yield kind, sorted(saved.iterdir())


def run_rounds(forms: Sequence[Path]) -> dict[str, float]:
    """Milliseconds per form of every contestant; the first turn warms up."""
    contestants = (
        Contestant(OURS, tuple, _each(recheck_one)),
        Contestant(TWO_LOADS, tuple, _each(load_twice)),
        Contestant(UNZIPPING, tuple, _each(unzip)),
    )
    turns = (forms[start : start + TURN] for start in range(0, len(forms), TURN))
    return {name: taken / TURN for name, taken in medians(contestants, turns).items()}


def run_batch(count: int, folder: Path) -> Batch:
    """The first ``count`` files of ``folder``, rechecked by a process of their own."""
    seconds, peak = _child("recheck_batch.py", count, folder).split()
    return Batch(count, float(seconds), float(peak))


def recheck_one(path: Path) -> FormReport:
    """What ``zpj recheck`` does with one file, from its path to its report."""
    (report,) = recheck_file(path, Issuer())
    return report


def load_twice(path: Path) -> None:
    """What openpyxl needs to see formulas and stored results, before any check."""
    load_workbook(path)
    load_workbook(path, data_only=True)


def unzip(path: Path) -> list[bytes]:
    """Nobody can look at a form for less."""
    with zipfile.ZipFile(path) as package:
        return [package.read(name) for name in package.namelist()]


def form_table(times: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    """Milliseconds of one form of every kind as a Markdown table, with what is asked for."""
    loads_goal = f"openpyxl : zpj, at least {LOADS_GOAL}"
    unzipping_goal = f"zpj : unzipping, at most {UNZIPPING_GOAL}"
    yield f"| one form, ms | {OURS} | {TWO_LOADS} | {UNZIPPING} | {loads_goal} | {unzipping_goal} |"
    yield "|---|---:|---:|---:|---|---|"
    for kind, taken in times.items():
        ours, loads, unzipping = taken[OURS], taken[TWO_LOADS], taken[UNZIPPING]
        fast, lean = loads / ours, ours / unzipping
        yield (
            f"| {kind} | {ours:.2f} | {loads:.1f} | {unzipping:.2f} "
            f"| {fast:.1f} {_verdict(fast >= LOADS_GOAL)} | {lean:.1f} {_verdict(lean <= UNZIPPING_GOAL)} |"
        )


def batch_table(batches: Sequence[Batch]) -> Iterator[str]:
    """Time and memory of many files in one process as a Markdown table."""
    few = batches[0]
    yield "| files in one process | seconds | peak memory, MB | goal |"
    yield "|---|---:|---:|---|"
    for each in batches:
        grown = each.peak / few.peak
        goal = (
            "" if each is few else f"at most {MEMORY_GOAL} times the memory: {_verdict(grown <= MEMORY_GOAL)}"
        )
        yield f"| {each.files:,} | {each.seconds:.1f} | {each.peak:.0f} | {goal} |"


def _each(work: Callable[[Path], object]) -> Callable[[Sequence[Path]], list[object]]:
    return lambda paths: [work(path) for path in paths]


def _child(script: str, *arguments: object) -> str:
    command = [sys.executable, str(Path(__file__).with_name(script)), *map(str, arguments)]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def _verdict(met: bool) -> str:
    return "met" if met else "**missed**"


if __name__ == "__main__":
    main()
