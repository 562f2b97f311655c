"""LibreOffice as a second opinion: it recalculates workbooks, prints them, and fills them in by hand."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import load_workbook

from support import soffice
from support.live import Scenario, Shown, fill_and_read
from support.package import write_package
from support.soffice import missing

__all__ = [
    "Scenario",
    "Shown",
    "canary",
    "fill_and_read",
    "missing",
    "recalculate",
    "to_macro_enabled",
    "to_pdf",
]


def recalculate(
    paths: Sequence[Path], out: Path, *, recalculation: int = soffice.ALWAYS, timeout: float = 120
) -> list[Path]:
    """The workbooks as LibreOffice calculates and saves them, in ``out`` under the same names.

    One start for all. Raises ``AssertionError`` if LibreOffice kept stored results instead of calculating:
    then the copies would prove nothing.
    """
    with TemporaryDirectory(prefix="zpj-canary-") as folder:
        wanted = [*paths, canary(Path(folder))]
        *copies, proof = _convert(wanted, out, "xlsx:Calc MS Excel 2007 XML", recalculation, timeout)
    calculated = load_workbook(proof, data_only=True).worksheets[0]["B1"].value
    proof.unlink()
    assert calculated == 2, f"LibreOffice did not recalculate: =A1+1 of 1 is still {calculated}"
    return copies


def to_pdf(paths: Sequence[Path], out: Path, *, timeout: float = 120) -> list[Path]:
    """The workbooks as LibreOffice prints them: one PDF each in ``out``, one start for all."""
    return _convert(paths, out, "pdf:calc_pdf_Export", soffice.ALWAYS, timeout)


def to_macro_enabled(paths: Sequence[Path], out: Path, *, timeout: float = 120) -> list[Path]:
    """The workbooks as LibreOffice saves them with their macros, which it writes anew but does not run."""
    return _convert(paths, out, "xlsm:Calc MS Excel 2007 VBA XML", soffice.ALWAYS, timeout)


def canary(folder: Path) -> Path:
    """A workbook in ``folder`` with a wrong stored result in B1: to show 99 is not to calculate."""
    return write_package(
        folder / "zpj-canary.xlsx",
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1+1</f><v>99</v></c></row>',
    )


def _convert(paths: Sequence[Path], out: Path, target: str, recalculation: int, timeout: float) -> list[Path]:
    suffix = target.partition(":")[0]
    names = [f"{path.stem}.{suffix}" for path in paths]
    assert len(set(names)) == len(names), f"two of these files would get the same name: {names}"
    out.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="zpj-converted-") as fresh, soffice.command(recalculation) as command:
        sources = [str(path.resolve()) for path in paths]
        soffice.run([*command, "--convert-to", target, "--outdir", fresh, *sources], timeout=timeout)
        # The exit status is 0 even when nothing was written.
        lost = [name for name in names if not Path(fresh, name).is_file()]
        assert not lost, f"LibreOffice wrote nothing for {lost}"
        return [Path(shutil.move(Path(fresh, name), out / name)) for name in names]
