"""Real programs that load forms and save them again: what they change is no tampering.

Each takes files and a folder for the copies, which keep their names, and starts its program once for all. The
JavaScript ones, ExcelJS 4.4.0 (MIT) and SheetJS 0.18.5 (Apache-2.0), are put into .tools by scripts/test.sh.
"""

import shutil
import subprocess
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import load_workbook

from support import soffice

Save = Callable[[Sequence[Path], Path], list[Path]]
_HERE = Path(__file__).parent
_MODULES = Path(__file__).parents[3] / ".tools" / "node_modules"
_FILTERS = {".xlsx": "Calc MS Excel 2007 XML", ".xlsm": "Calc MS Excel 2007 VBA XML"}


def missing_javascript() -> str | None:
    """What keeps the JavaScript programs from running on this machine; None if nothing does."""
    lost = [name for name in ("exceljs", "xlsx") if not (_MODULES / name).is_dir()]
    if not shutil.which("node"):
        lost.append("node")
    return f"not installed: {', '.join(lost)} (npm)" if lost else None


def libreoffice(sources: Sequence[Path], folder: Path) -> list[Path]:
    """As ``soffice --convert-to`` writes them: without a window, so grid lines and selection are lost."""
    for suffix, same in groupby(sorted(sources, key=lambda path: path.suffix), lambda path: path.suffix):
        with TemporaryDirectory(prefix="zpj-saved-") as fresh, soffice.command(soffice.NEVER) as command:
            target = f"{suffix[1:]}:{_FILTERS[suffix]}"
            files = [str(source.resolve()) for source in same]
            soffice.run([*command, "--convert-to", target, "--outdir", fresh, *files])
            for name in map(Path, files):
                # The exit status is 0 even when nothing was written; the move would fail.
                shutil.move(Path(fresh, name.name), folder / name.name)
    return [folder / source.name for source in sources]


def libreoffice_window(sources: Sequence[Path], folder: Path) -> list[Path]:
    """As a person saves them from LibreOffice's window, with the view as it was."""
    copies = [folder / source.name for source in sources]
    orders = [
        word
        for source, copy in zip(sources, copies, strict=True)
        for word in (source.resolve().as_uri(), copy.resolve().as_uri(), _FILTERS[source.suffix])
    ]
    with soffice.command(soffice.NEVER) as command:
        office = [*command, "--accept=pipe,name=zpj-window;urp;"]
        driver = [str(soffice.uno_python()), "-I", str(_HERE / "window_driver.py")]
        soffice.run([*driver, str(len(orders)), *orders, *office])
    return copies


def openpyxl(sources: Sequence[Path], folder: Path) -> list[Path]:
    """As a Python script saves them. Macros are asked for, else an .xlsm without them results."""
    for source in sources:
        load_workbook(source, keep_vba=source.suffix == ".xlsm").save(folder / source.name)
    return [folder / source.name for source in sources]


def exceljs(sources: Sequence[Path], folder: Path) -> list[Path]:
    """As a web service on ExcelJS saves them: without macros and buttons."""
    return _javascript("exceljs.js", sources, folder)


def sheetjs(sources: Sequence[Path], folder: Path) -> list[Path]:
    """As a web service on SheetJS saves them: without styles, protection, validations and print setup."""
    return _javascript("sheetjs.js", sources, folder)


def _javascript(script: str, sources: Iterable[Path], folder: Path) -> list[Path]:
    files = [path.resolve() for path in sources]
    command = ["node", _HERE / "node" / script, _MODULES, folder.resolve(), *files]
    done = subprocess.run(command, capture_output=True, timeout=120, encoding="utf-8")
    assert not done.returncode, done.stderr
    return [folder / path.name for path in files]
