"""A form all but written: what the other libraries get for nothing, and ours has to work out."""

from dataclasses import dataclass

from zpj.model.project import Project
from zpj.rules import Profile
from zpj_generator.layout import FormLayout, lay_out
from zpj_generator.package.hidden_sheet import HiddenEntry, registry
from zpj_generator.package.instructions_sheet import Instruction, instructions
from zpj_generator.package.sheet_lock import Lock, lock


@dataclass(frozen=True, slots=True)
class ReadyForm:
    """The three sheets of a form with every score, formula and stored result in place."""

    title: str
    layout: FormLayout
    lines: tuple[Instruction, ...]
    entries: tuple[HiddenEntry, ...]
    lock: Lock


def ready(project: Project, profile: Profile) -> ReadyForm:
    """The form of ``project``, scored and laid out."""
    layout = lay_out(project, profile)
    return ReadyForm(
        project.name, layout, instructions(profile), registry(project, profile, layout, None), lock(None)
    )
