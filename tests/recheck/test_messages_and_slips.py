"""A filler's slips, typed into a blank form in LibreOffice: 校验 and the status box say so at once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType

import pytest

from support.cases import by_id
from support.forms import FORM_SHEET, write_form
from support.live import Shown, Typed
from support.slips import FINE, PROPERLY, SLIPS, SPENDING, Slip
from zpj.model.project import DEFAULT_PROFILE, FUND_SOURCES, Fund, Indicator, Project, Tier
from zpj.rules import load_profile
from zpj.scoring import score_project
from zpj.texts import wording
from zpj.xlsx import open_workbook
from zpj_generator.definitions import load_projects, samples
from zpj_generator.layout import status_box
from zpj_generator.sheet.columns import OFFICIAL
from zpj_generator.sheet.roles import Role

PROFILE = load_profile(DEFAULT_PROFILE)
BLANK = load_projects([next(path for path in samples() if path.stem == "sample-short")])[0]
ADVICE, GRADE = (
    f"{FORM_SHEET}!{OFFICIAL.ref(role, row)}"
    for role, row in (
        (Role.ADVICE, status_box.ADVICE_ROW),
        (Role.STATUS_GRADE, status_box.ROWS[Role.STATUS_GRADE]),
    )
)
BOX = ("zpj_pending", "zpj_problems", "zpj_total", GRADE)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the form shows after all slips: by the id of a slip, or ``blank`` and ``properly``."""

    shown: Mapping[str, Mapping[str, Shown]]
    check_of: Mapping[str, str]
    """The 校验 cell beside every input."""

    def messages(self, key: str) -> dict[str, str]:
        """The message of every 校验 cell."""
        return {cell: self.shown[key][cell].text for cell in sorted(set(self.check_of.values()))}

    def value(self, key: str, name: str) -> Typed:
        return self.shown[key][name].value


@pytest.fixture(scope="module")
def sheet(libreoffice: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Sheet:
    folder = tmp_path_factory.mktemp("slips")
    form, proper = write_form(folder / "form.xlsx", BLANK, PROFILE), folder / "proper.xlsx"
    check_of = _checks(form)
    reads = [*BOX, ADVICE, *sorted(set(check_of.values()))]
    scenarios = {
        "blank": libreoffice.Scenario(form, {}, reads),
        "properly": libreoffice.Scenario(form, PROPERLY, reads, store=proper),
        **{slip.id: libreoffice.Scenario(proper, slip.typed, reads) for slip in SLIPS},
    }
    answers = libreoffice.fill_and_read(list(scenarios.values()))
    return Sheet(dict(zip(scenarios, answers, strict=True)), check_of)


def _checks(form: Path) -> dict[str, str]:
    """The 校验 cell in the row of every input that has one."""
    cells = {name: target.rpartition("$")[2] for name, target in open_workbook(form).defined_names.items()}
    return {
        name: f"{FORM_SHEET}!{OFFICIAL.ref(Role.CHECK, row)}"
        for name, row in cells.items()
        if name.startswith(
            ("zpj_actual", "zpj_tier", "zpj_ratio", "zpj_deduction", "zpj_completion", "zpj_fund0")
        )
    }


def _filled(project: Project) -> Project:
    """``project`` with what ``PROPERLY`` types, as its definition would say it."""
    funds = (
        Fund(source, budget=project.fund(source).budget, spent=float(PROPERLY[name] or 0))
        for source, name in zip(FUND_SOURCES, SPENDING, strict=True)
    )
    rows = (_filled_row(indicator, f"{number:02d}") for number, indicator in enumerate(project.indicators, 1))
    return replace(project, funds=tuple(funds), indicators=tuple(rows))


def _filled_row(indicator: Indicator, number: str) -> Indicator:
    tier, ratio = PROPERLY.get(f"zpj_tier_{number}"), PROPERLY.get(f"zpj_ratio_{number}")
    return replace(
        indicator,
        actual=str(PROPERLY[f"zpj_actual_{number}"]),
        tier=None if tier is None else Tier(str(tier)),
        ratio=None if ratio is None else float(ratio),
    )


def test_a_blank_form_asks_for_everything_and_shows_no_total(sheet: Sheet) -> None:
    messages = sheet.messages("blank")
    assert {message[:2] for message in messages.values()} == {"待填"}
    assert [sheet.value("blank", name) for name in BOX] == [len(messages), 0, "", ""]
    assert sheet.shown["blank"][ADVICE].text == wording("form")["status"]["open"]


def test_a_proper_form_is_praised_and_graded_as_python_does(sheet: Sheet) -> None:
    result = score_project(PROFILE, _filled(BLANK))
    assert result.total is not None
    assert set(sheet.messages("properly").values()) == {FINE}
    assert [sheet.value("properly", name) for name in BOX] == [0, 0, result.total, result.grade]
    assert sheet.shown["properly"][ADVICE].text == wording("form")["status"]["done"]


@by_id("slip", SLIPS)
def test_a_slip_is_named_beside_its_row_and_nowhere_else(slip: Slip, sheet: Sheet) -> None:
    messages = sheet.messages(slip.id)
    said = messages.pop(sheet.check_of[slip.at])
    assert said.startswith(slip.mark)
    assert {cell: message for cell, message in messages.items() if message != FINE} == {}


@by_id("slip", SLIPS)
def test_the_status_box_counts_the_slip(slip: Slip, sheet: Sheet) -> None:
    assert [sheet.value(slip.id, name) for name in BOX[:2]] == [slip.pending, slip.problems]
    done = wording("form")["status"]["done"]
    assert (sheet.shown[slip.id][ADVICE].text == done) == (slip.pending + slip.problems == 0)


@by_id("slip", SLIPS)
def test_there_is_a_total_only_while_everything_is_scored(slip: Slip, sheet: Sheet) -> None:
    total, grade = (sheet.shown[slip.id][name] for name in ("zpj_total", GRADE))
    assert isinstance(total.value, float) == slip.scored, total
    assert bool(grade.value) == slip.scored
    assert (total.error, grade.error) == (0, 0)
