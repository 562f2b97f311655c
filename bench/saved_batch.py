"""Forms as programs save them: ``bench/saved_batch.py excel|libreoffice SOURCE FOLDER``.

``excel`` writes them in Excel's spelling, ``libreoffice`` has LibreOffice save them.
"""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "tests"))

from support.savers import programs
from support.savers.as_excel import as_excel


def save(program: str, sources: list[Path], folder: Path) -> None:
    """Copies of ``sources`` in ``folder``, as ``program`` would have saved them."""
    if program == "libreoffice":
        programs.libreoffice(sources, folder)
        return
    for source in sources:
        (folder / source.name).write_bytes(as_excel(source.read_bytes()))


if __name__ == "__main__":
    save(sys.argv[1], sorted(Path(sys.argv[2]).iterdir()), Path(sys.argv[3]))
