"""Which form a returned file is: its form sheet, the project it was issued for, and whether that is sure."""

from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from pathlib import Path

from zpj.keys.stamp_signature import SealVerdict, seal_verdict
from zpj.model.project import Project
from zpj.model.project_json import project_from_json
from zpj.model.stamp import Stamp
from zpj.recheck.definition_soundness import is_sound
from zpj.recheck.issued_part import issued_part
from zpj.recheck.issuer import Issuer
from zpj.recheck.project_match import project_of_file, project_printed
from zpj.recheck.returned_file import Returned
from zpj.texts import wording
from zpj.xlsx.model.sheet import Sheet
from zpj_generator.layout import FORM_SHEET
from zpj_generator.layout.indicator_rows import HEADS

RESULTS_PART = "xl/worksheets/results%s.xml"
"""The sheet that an annotated copy has more; no program keeps the name when it saves the copy as its own."""


class Definition(Enum):
    """How the definition in a stamp goes with the one of today."""

    AS_TODAY = auto()
    """Or it differs in prefilled inputs only."""
    UNKNOWN = auto()
    """One of the two is not known."""
    REVISED = auto()
    """The stamp is good: today's was changed since."""
    OTHER_YEAR = auto()
    """The form is that of another year."""
    CONTRADICTED = auto()
    """It differs, and nothing vouches for the stamp."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a returned form is."""

    sheet: Sheet | None
    """The form sheet."""
    stamped: Project | None
    """The project in the stamp; ``None`` where there is none, or no definition of it."""
    project: Project | None
    """The project the form was issued for, as far as anybody can tell."""
    seal: SealVerdict = SealVerdict.NO_KEY
    definition: Definition = Definition.UNKNOWN
    today: Project | None = None
    """The project as it is defined today."""


def identify(returned: Returned, issuer: Issuer) -> Identity:
    """Who ``returned`` is, going by its stamp.

    Nothing else in a file says reliably what was issued; where the stamp says nothing, the 项目名称 that is
    printed and the name of the file say which definition it is held against.
    """
    sheet, stamp = form_sheet(returned), returned.stamp
    if stamp is None:
        return Identity(sheet, None, _by_what_is_printed(returned, sheet, issuer))
    seal = seal_verdict(stamp, issuer.key, issuer.trusted)
    stamped, today = stamped_project(stamp), issuer.definitions.get(stamp.project)
    definition = _definition(stamped, today, seal)
    project = today if stamped is None or definition is Definition.CONTRADICTED else stamped
    project = project or _by_what_is_printed(returned, sheet, issuer)
    return Identity(sheet, stamped, project, seal, definition, today)


def is_annotated(returned: Returned) -> bool:
    """Whether this is a copy that a recheck annotated, as it was written."""
    return RESULTS_PART % "" in returned.book.part_names


def form_sheet(returned: Returned) -> Sheet | None:
    """The sheet of the form, by its name or, where it was renamed, by its title and table header."""
    named = next((sheet for sheet in returned.book.sheets if sheet.name == FORM_SHEET), None)
    return named or next(filter(looks_like_form, returned.book.sheets), None)


def looks_like_form(sheet: Sheet) -> bool:
    """Whether the sheet has the title and the table header of a form."""
    words = wording("form")["label"]
    labels = {words["title"], *(words[key] for key in HEADS.values())}
    return labels <= {cell.text for cell in sheet.cells.values()}


def stamped_project(stamp: Stamp) -> Project | None:
    """The project in the stamp; ``None`` where that is no definition, or one of another project."""
    project = _project(stamp.definition)
    return project if project is not None and project.code == stamp.project else None


def project_on(sheet: Sheet, path: Path, issuer: Issuer) -> Project | None:
    """The defined project whose name stands on ``sheet``, else in the name of the file."""
    texts = [cell.text for cell in sheet.cells.values()]
    return project_printed(texts, issuer.definitions) or project_of_file(path, issuer.definitions)


def _by_what_is_printed(returned: Returned, sheet: Sheet | None, issuer: Issuer) -> Project | None:
    return None if sheet is None else project_on(sheet, Path(returned.file), issuer)


def _definition(stamped: Project | None, today: Project | None, seal: SealVerdict) -> Definition:
    if stamped is None or today is None:
        return Definition.UNKNOWN
    if stamped == today or issued_part(stamped) == issued_part(today):
        return Definition.AS_TODAY
    if seal not in (SealVerdict.VALID, SealVerdict.NO_KEY):
        return Definition.CONTRADICTED
    if stamped.year != today.year:
        return Definition.OTHER_YEAR
    return Definition.REVISED if seal is SealVerdict.VALID else Definition.CONTRADICTED


@lru_cache(maxsize=4)
def _project(definition: str) -> Project | None:
    """The twin of a form carries the same definition."""
    try:
        project = project_from_json(definition)
    except ValueError:
        return None
    return project if is_sound(project) else None
