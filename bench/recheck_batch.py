"""Many files in one process: ``bench/recheck_batch.py COUNT FOLDER`` prints seconds and peak memory in MB."""

import resource
import sys
from pathlib import Path
from time import perf_counter

from batch import KIB_PER_MB

from zpj.recheck.folder import Returns, recheck, recheck_set
from zpj.recheck.recheck_file import Issuer
from zpj.recheck.report import FolderReport


def recheck_files(files: tuple[Path, ...]) -> FolderReport:
    """The report of all of them, as ``zpj recheck`` holds it at the end."""
    issuer = Issuer()
    return recheck_set(recheck(files, issuer), Returns(files, ()), issuer)


if __name__ == "__main__":
    files = tuple(sorted(Path(sys.argv[2]).iterdir())[: int(sys.argv[1])])
    start = perf_counter()
    recheck_files(files)
    seconds = perf_counter() - start
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIB_PER_MB)
