"""The VBA of a workbook that one of our programs wrote, read back."""

from pathlib import Path

from pyopenvba import ExcelFile


def module_source(book: Path, name: str) -> str | None:
    """The source of module ``name`` in ``book``; ``None`` where there is no such book, project or module."""
    try:
        with ExcelFile(book) as file:
            return next((each.source for each in file.vba_project().modules if each.name == name), None)
    except Exception:
        # What pyOpenVBA raises for a file that is none of its own is not one kind of error.
        return None
