"""Three thousand random rows: Python and LibreOffice agree on every formula cell, not to 0.01 but exactly."""

from collections import Counter
from types import ModuleType

import pytest

from support.forms import Outcome, recalculated
from support.random_forms import FORMS, random_project
from zpj.model.project import DEFAULT_PROFILE, Kind
from zpj.rules import load_profile
from zpj.scoring import score_project

PROFILE = load_profile(DEFAULT_PROFILE)


@pytest.fixture(scope="module")
def outcomes(libreoffice: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcome]:
    forms = {str(seed): (random_project(seed), PROFILE) for seed in range(FORMS)}
    return recalculated(forms, tmp_path_factory.mktemp("random"))


@pytest.mark.parametrize("seed", range(FORMS))
def test_python_and_libreoffice_agree_on_every_cell(seed: int, outcomes: dict[str, Outcome]) -> None:
    assert outcomes[str(seed)].differences() == []


def test_the_random_rows_reach_every_part_of_the_rule() -> None:
    rows = [row for seed in range(FORMS) for row in score_project(PROFILE, random_project(seed)).rows]
    scored = Counter(row.kind for row in rows if row.score is not None)
    bands = Counter(int(row.excess or 0) for row in rows if row.kind is Kind.POSITIVE)
    blank = sum(row.score is None for row in rows)
    assert min(scored[Kind.POSITIVE], scored[Kind.REVERSE]) > 600
    assert min(scored[Kind.QUALITATIVE], blank) > 200
    assert min(bands[2], bands[3], bands[5]) > 80
