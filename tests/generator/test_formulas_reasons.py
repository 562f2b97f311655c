"""校验 and reasons: the form says √ where the recheck has nothing to say, but for what a formula cannot know."""

from functools import partial
from itertools import batched
from pathlib import Path
from types import ModuleType

import pytest

from support.forms import FORM_SHEET, Outcome, project_of, recalculated
from support.ironcalc import calculated
from support.reasons import FLAWS, UNKNOWN_TO_THE_FORM
from support.specimens import PROFILE
from zpj.model.project import Indicator, Kind, Project
from zpj.rules import load_profile
from zpj.texts import wording
from zpj.xlsx.references import cell_name, parse_cell
from zpj_generator.sheet.columns import OFFICIAL
from zpj_generator.sheet.roles import Role
