"""校验 and reasons: the form says √ where the recheck is silent, but for what a formula cannot know."""

from types import ModuleType

import pytest

from support.forms import FORM_SHEET, Outcome, recalculated
from support.reasons import FLAWS, ROWS, UNKNOWN_TO_THE_FORM, reason_forms
from support.specimens import PROFILE
from zpj.texts import wording
from zpj.xlsx.references import cell_name, parse_cell
from zpj_generator.sheet.columns import OFFICIAL
from zpj_generator.sheet.roles import Role

TEXTS = list(FLAWS)


@pytest.fixture(scope="module")
def outcomes(libreoffice: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcome]:
    forms = {key: (project, PROFILE) for key, project in reason_forms().items()}
    return recalculated(forms, tmp_path_factory.mktemp("reasons"))


def test_libreoffice_calculates_what_is_stored(outcomes: dict[str, Outcome]) -> None:
    assert [each for outcome in outcomes.values() for each in outcome.differences()] == []


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_the_form_and_the_recheck_agree_on_a_reason(text: str, outcomes: dict[str, Outcome]) -> None:
    start, number = divmod(TEXTS.index(text), ROWS)
    outcome = outcomes[f"reasons-{start * ROWS}"]
    row, _ = parse_cell(outcome.names[f"zpj_score_{number + 1:02d}"].removeprefix(f"{FORM_SHEET}!"))
    said = outcome.recalculated[f"{FORM_SHEET}!{cell_name(row, OFFICIAL[Role.CHECK])}"]
    words = wording("form")["check"]
    is_fine = FLAWS[text] is None or text in UNKNOWN_TO_THE_FORM
    assert said == (words["fine"] if is_fine else words["shortfall"])
