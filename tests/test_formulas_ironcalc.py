"""A second calculation engine, IronCalc, over the same formulas: nothing depends on one engine's habits."""

from collections.abc import Mapping
from pathlib import Path

import ironcalc
import pytest
from support.cases import EXECUTION_CASES, ROW_CASES, TOTAL_CASES
from support.forms import Outcome, numeric, project_of, write_form
from support.libreoffice import canary

from generator.definitions import load_projects, samples
from zpj.form import DEFAULT_PROFILE
from zpj.rules import load_profile
