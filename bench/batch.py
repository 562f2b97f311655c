"""Many forms in one process: ``python bench/batch.py COUNT FOLDER`` prints seconds and peak memory in MB."""

import resource
import sys
from itertools import islice
from pathlib import Path
from time import perf_counter

from projects import projects

from zpj.rules import load_profile
from zpj_generator.package import render_form

KIB_PER_MB = 1_000_000 / 1024


def write_forms(count: int, folder: Path) -> float:
    """Write ``count`` forms into ``folder``; the seconds it took."""
    start = perf_counter()
    for project in islice(projects(), count):
        folder.joinpath(f"{project.code}.xlsx").write_bytes(
            render_form(project, load_profile(project.profile))
        )
    return perf_counter() - start


if __name__ == "__main__":
    seconds = write_forms(int(sys.argv[1]), Path(sys.argv[2]))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIB_PER_MB
    print(seconds, peak)
