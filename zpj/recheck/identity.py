"""Which form a returned file is: its form sheet, the project it was issued for, what its seal says."""

from collections.abc import Mapping
from functools import lru_cache

from zpj.model.project import Project
from zpj.model.project_json import project_from_json
from zpj.recheck.definition_soundness import is_sound
from zpj.recheck.returned_file import FileSheet, Returned
from zpj.texts import wording
from zpj_generator.layout import FORM_SHEET
from zpj_generator.layout.indicator_rows import HEADS

NO_KEY = "没有下达方的密钥，未核对印记是否真实。"
RESULTS_PART = "xl/worksheets/results%s.xml"
"""The sheet that an annotated copy has more; no program keeps the name when it saves the copy as its own."""
NO_SEAL = "此表下达时没有加盖封签，无法核对印记是否真实。"


def find_form_sheet(returned: Returned) -> FileSheet | None:
    """The sheet of the form, by its name or, where it was renamed, by its title and table header."""
    named = next((sheet for sheet in returned.sheets if sheet.name == FORM_SHEET), None)
    return named or next(filter(_looks_like_form, returned.sheets), None)


def is_annotated(returned: Returned) -> bool:
    """Whether this is a copy that a recheck annotated, as it was written."""
    return RESULTS_PART % "" in returned.part_names


def issued_project(returned: Returned, definitions: Mapping[str, Project]) -> Project | None:
    """The project of the form: the issuer's own of that 项目编号, else the one in the stamp.

    ``None`` without a readable stamp: nothing else in a file says reliably what was issued.
    """
    if returned.stamp is None:
        return None
    return definitions.get(returned.stamp.project) or stamped_project(returned)


def stamped_project(returned: Returned) -> Project | None:
    """The project in the stamp; ``None`` where that is no definition, or one of another project."""
    if returned.stamp is None:
        return None
    project = _project(returned.stamp.definition)
    return project if project is not None and project.code == returned.stamp.project else None


def seal_note(returned: Returned, key: bytes | None) -> str | None:
    """Why the stamp was not verified, where it could not be; in Chinese."""
    if returned.stamp is None:
        return None
    if not returned.stamp.seal:
        return NO_SEAL
    return NO_KEY if key is None else None


def _looks_like_form(sheet: FileSheet) -> bool:
    words = wording("form")["label"]
    labels = {words["title"], *(words[key] for key in HEADS.values())}
    return labels <= {cell.text for cell in sheet.cells.values()}


@lru_cache(maxsize=4)
def _project(definition: str) -> Project | None:
    """Remembered, because several checks of one form ask for it."""
    try:
        project = project_from_json(definition)
    except ValueError:
        return None
    return project if is_sound(project) else None
