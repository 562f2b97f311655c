"""Which form a returned file is: its form sheet, the project it was issued for, and whether that is sure."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from zpj.model.project import Project
from zpj.model.project_json import project_from_json
from zpj.recheck.definition_soundness import is_sound
from zpj.recheck.returned_file import Returned
from zpj.texts import wording
from zpj.xlsx.model.sheet import Sheet
from zpj_generator.layout import FORM_SHEET
from zpj_generator.layout.indicator_rows import HEADS

RESULTS_PART = "xl/worksheets/results%s.xml"
"""The sheet that an annotated copy has more; no program keeps the name when it saves the copy as its own."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a returned form is."""

    sheet: Sheet | None
    """The form sheet."""
    stamped: Project | None
    """The project in the stamp; ``None`` where there is none, or no definition of it."""
    project: Project | None
    """The project the form was issued for: the issuer's own where known, else the stamped one."""


def identify(returned: Returned, definitions: Mapping[str, Project]) -> Identity:
    """Who ``returned`` is, going by its stamp; nothing else in a file says reliably what was issued."""
    stamped = _stamped_project(returned)
    known = definitions.get(returned.stamp.project) if returned.stamp else None
    return Identity(_form_sheet(returned), stamped, known or stamped)


def is_annotated(returned: Returned) -> bool:
    """Whether this is a copy that a recheck annotated, as it was written."""
    return RESULTS_PART % "" in returned.book.part_names


def seal_note(returned: Returned, key: bytes | None) -> str | None:
    """Why the stamp was not verified, where it could not be; in Chinese."""
    words = wording("recheck")["unchecked"]
    if returned.stamp is None:
        return None
    if not returned.stamp.seal:
        return str(words["no_seal"])
    return str(words["no_key"]) if key is None else None


def _form_sheet(returned: Returned) -> Sheet | None:
    """The sheet of the form, by its name or, where it was renamed, by its title and table header."""
    named = next((sheet for sheet in returned.book.sheets if sheet.name == FORM_SHEET), None)
    return named or next(filter(_looks_like_form, returned.book.sheets), None)


def _looks_like_form(sheet: Sheet) -> bool:
    words = wording("form")["label"]
    labels = {words["title"], *(words[key] for key in HEADS.values())}
    return labels <= {cell.text for cell in sheet.cells.values()}


def _stamped_project(returned: Returned) -> Project | None:
    """The project in the stamp; ``None`` where that is no definition, or one of another project."""
    if returned.stamp is None:
        return None
    project = _project(returned.stamp.definition)
    return project if project is not None and project.code == returned.stamp.project else None


@lru_cache(maxsize=4)
def _project(definition: str) -> Project | None:
    """The twin of a form carries the same definition."""
    try:
        project = project_from_json(definition)
    except ValueError:
        return None
    return project if is_sound(project) else None
