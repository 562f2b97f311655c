"""Pictures of the printed pages of workbooks, for tests and for eyes."""

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from support import libreoffice, soffice


def render(paths: Sequence[Path], out: Path, dpi: int = 80) -> list[Path]:
    """The pages of every workbook as ``out``/NAME-PAGE.png, in the order of the files and pages."""
    with TemporaryDirectory(prefix="zpj-pdf-") as folder:
        return [page for pdf in libreoffice.to_pdf(paths, Path(folder)) for page in _pages(pdf, out, dpi)]


def _pages(pdf: Path, out: Path, dpi: int) -> list[Path]:
    out.mkdir(parents=True, exist_ok=True)
    ours = re.compile(re.escape(pdf.stem) + r"-\d+\.png")
    for stale in out.iterdir():
        if ours.fullmatch(stale.name):
            stale.unlink()
    soffice.run(["pdftoppm", "-png", "-r", str(dpi), str(pdf), str(out / pdf.stem)])
    return sorted(page for page in out.iterdir() if ours.fullmatch(page.name))


if __name__ == "__main__":
    *workbooks, folder = map(Path, sys.argv[1:])
    for page in render(workbooks, folder):
        sys.stdout.write(f"{page}\n")
