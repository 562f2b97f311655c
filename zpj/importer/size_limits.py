"""How much of a file is read as forms before it is refused (X04), with the place where it became too much.

A form has some 40 lines, a large one 200. The limits are far above any file of forms, and bound the time a
hostile one takes to some seconds.
"""

from typing import NoReturn

from zpj.model.codes import Code
from zpj.model.errors import UnreadableFile
from zpj.model.findings import Place, finding
from zpj.texts import wording

MOST_GRID_LINES = 20_000
"""Lines of a sheet or text that is searched for forms, blank ones apart."""
MOST_GRID_CELLS = 200_000
"""Cells of a sheet or text that is searched for forms, blank ones apart."""
MOST_FORM_LINES = 5_000
"""Lines of one form, blank ones apart."""
MOST_FORMS = 200
"""Forms in one file."""
MOST_FORM_CELLS = 60_000
"""Cells of all forms of a file."""


def refuse_size(measure: str, limit: int, place: Place) -> NoReturn:
    """Raise ``UnreadableFile`` (X04): at ``place`` there is more than ``limit`` of something.

    ``measure`` is a key of ``too_many`` in ``texts/zh/importer.toml``.
    """
    found = wording("importer")["too_many"][measure]
    raise UnreadableFile([finding(Code.X04, place, found=found, expected=f"{limit:,}")])
