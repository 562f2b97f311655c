"""A filler's slips, typed into a blank form in LibreOffice: 校验 and the status box say so at once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType

import pytest
from support.cases import by_id
from support.forms import FORM_SHEET, write_form
from support.live import Shown, Typed

from generator.definitions import load_projects, samples
from generator.layout import columns, status
from templates import form_words
from workbooks import open_workbook
from zpj.form import DEFAULT_PROFILE, FUND_SOURCES, Fund, Project, Tier
from zpj.rules import load_profile
from zpj.scoring import score_project

PROFILE = load_profile(DEFAULT_PROFILE)
BLANK = load_projects([next(path for path in samples() if path.stem == "sample-short")])[0]
FINE = "√"
ADVICE, GRADE = f"{FORM_SHEET}!J{status.ADVICE_ROW}", f"{FORM_SHEET}!{status.GRADE}"
BOX = ("zpj_pending", "zpj_problems", "zpj_total", GRADE)

SPENDING = [f"zpj_fund{index}_spent" for index in range(len(FUND_SOURCES))]

# Row 4 is a date, row 7 a mechanism: 定性. Row 3 and 8 are percentages, rows 5 and 6 ceilings.
PROPERLY: dict[str, Typed] = {
    "zpj_fund0_spent": 78,
    "zpj_fund1_spent": 71.5,
    "zpj_fund2_spent": 6.5,
    "zpj_fund3_spent": 0,
    "zpj_completion": "全年夜间开放186天,读者反映良好。",
    "zpj_actual_01": 180,
    "zpj_actual_02": 5.2,
    "zpj_actual_03": 0.985,
    "zpj_actual_04": "3月28日启动",
    "zpj_tier_04": "达成",
    "zpj_ratio_04": 1,
    "zpj_actual_05": 4400,
    "zpj_actual_06": 4,
    "zpj_actual_07": "制度已印发",
    "zpj_tier_07": "达成",
    "zpj_ratio_07": 0.9,
    "zpj_reason_07": "制度年底才印发,下年度补充人员。",
    "zpj_actual_08": 0.91,
}


FILLERS: dict[str, Typed] = {
    "none": "无",
    "none-padded": " 无 ",
    "slash": "/",
    "dash": "-",
    "zero": "0",
    "zero-as-number": 0,
    "omitted": "略",
    "blanks": "   ",
}


@dataclass(frozen=True, slots=True)
class Slip:
    """What somebody typed over a proper form, the input beside whose row ``mark`` shows, and what counts."""

    id: str
    typed: Mapping[str, Typed]
    at: str
    mark: str
    pending: int = 0
    problems: int = 0
    scored: bool = True


def missing(name: str, at: str, typed: Typed = None, *, scored: bool = False) -> Slip:
    return Slip(name, {at: typed}, at, "待填", pending=1, scored=scored)


def unscorable(name: str, at: str, typed: Typed, mark: str = "请改正") -> Slip:
    return Slip(name, {at: typed}, at, mark, problems=1, scored=False)


def doubtful(name: str, typed: Mapping[str, Typed], at: str, mark: str = "请说明") -> Slip:
    return Slip(name, typed, at, mark, problems=1)


def harmless(name: str, typed: Mapping[str, Typed], at: str, mark: str = FINE) -> Slip:
    return Slip(name, typed, at, mark)


SLIPS = (
    missing("number-missing", "zpj_actual_01"),
    missing("words-missing", "zpj_actual_04"),
    missing("words-of-blanks", "zpj_actual_04", "  "),
    missing("tier-missing", "zpj_tier_04"),
    missing("ratio-missing", "zpj_ratio_04"),
    missing("spending-missing", "zpj_fund0_spent"),
    missing("completion-missing", "zpj_completion", scored=True),
    missing("completion-of-blanks", "zpj_completion", "  ", scored=True),
    unscorable("words-for-a-number", "zpj_actual_01", "一百八十", "请填数字"),
    unscorable("number-with-its-unit", "zpj_actual_01", "180天", "请填数字"),
    unscorable("percentage-as-text", "zpj_actual_03", "98.5%", "请填数字"),
    unscorable("negative-number", "zpj_actual_05", -4400),
    unscorable("ratio-below-its-tier", "zpj_ratio_04", 0.75),
    unscorable("ratio-at-the-open-edge", "zpj_tier_04", "部分达成"),
    unscorable("ratio-of-95-for-95%", "zpj_ratio_04", 95),
    unscorable("ratio-negative", "zpj_ratio_04", -0.1),
    unscorable("ratio-in-words", "zpj_ratio_04", "九成"),
    unscorable("tier-not-on-the-list", "zpj_tier_04", "基本达成"),
    unscorable("deduction-in-words", "zpj_deduction_01", "一分"),
    unscorable("deduction-negative", "zpj_deduction_01", -1),
    unscorable("spending-in-words", "zpj_fund0_spent", "78万元"),
    unscorable("spending-negative", "zpj_fund0_spent", -78),
    doubtful("95-for-95%", {"zpj_actual_08": 95}, "zpj_actual_08", "请核对"),
    doubtful("shortfall-unexplained", {"zpj_actual_01": 90}, "zpj_actual_01"),
    doubtful("ceiling-passed-unexplained", {"zpj_actual_05": 4600}, "zpj_actual_05"),
    doubtful("ratio-below-1-unexplained", {"zpj_ratio_04": 0.99}, "zpj_ratio_04"),
    *(
        doubtful(
            f"shortfall-explained-by-{name}", {"zpj_actual_01": 90, "zpj_reason_01": filler}, "zpj_actual_01"
        )
        for name, filler in FILLERS.items()
    ),
    harmless("shortfall-explained", {"zpj_actual_01": 90, "zpj_reason_01": "停电检修"}, "zpj_actual_01"),
    doubtful("over-completed-by-200%", {"zpj_actual_01": 540}, "zpj_actual_01"),
    harmless("over-completed-by-less", {"zpj_actual_01": 539}, "zpj_actual_01"),
    harmless(
        "over-completion-explained", {"zpj_actual_01": 540, "zpj_reason_01": "新增分馆"}, "zpj_actual_01"
    ),
    doubtful("deduction-unexplained", {"zpj_deduction_01": 1}, "zpj_deduction_01"),
    harmless("deduction-explained", {"zpj_deduction_01": 1, "zpj_reason_01": "记录不全"}, "zpj_deduction_01"),
    harmless("deduction-of-nothing", {"zpj_deduction_01": 0}, "zpj_deduction_01"),
    doubtful("parts-that-do-not-add-up", {"zpj_fund1_spent": 60}, "zpj_fund0_spent", "请核对"),
    harmless(
        "spending-above-budget", {"zpj_fund0_spent": 90, "zpj_fund1_spent": 83.5}, "zpj_fund0_spent", "提示"
    ),
    doubtful("part-in-words", {"zpj_fund1_spent": "71.5万元"}, "zpj_fund0_spent", "请核对"),
    harmless("nothing-spent", dict.fromkeys(SPENDING, 0), "zpj_fund0_spent"),
)


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
    form = write_form(tmp_path_factory.mktemp("slips") / "form.xlsx", BLANK, PROFILE)
    check_of = _checks(form)
    reads = [*BOX, ADVICE, *sorted(set(check_of.values()))]
    fillings = {"blank": {}, "properly": PROPERLY, **{slip.id: PROPERLY | slip.typed for slip in SLIPS}}
    answers = libreoffice.fill_and_read(
        [libreoffice.Scenario(form, typed, reads) for typed in fillings.values()]
    )
    return Sheet(dict(zip(fillings, answers, strict=True)), check_of)


def _checks(form: Path) -> dict[str, str]:
    """The 校验 cell in the row of every input that has one."""
    cells = {name: target.rpartition("$")[2] for name, target in open_workbook(form).defined_names.items()}
    return {
        name: f"{FORM_SHEET}!{columns.CHECK}{row}"
        for name, row in cells.items()
        if name.startswith(
            ("zpj_actual", "zpj_tier", "zpj_ratio", "zpj_deduction", "zpj_completion", "zpj_fund0")
        )
    }


def _filled(project: Project) -> Project:
    """``project`` with what ``PROPERLY`` types, as its definition would say it."""
    spent = [float(PROPERLY[name] or 0) for name in SPENDING]
    return replace(
        project,
        funds=tuple(
            Fund(source, budget=project.fund(source).budget, spent=amount)
            for source, amount in zip(FUND_SOURCES, spent, strict=True)
        ),
        indicators=tuple(
            replace(
                indicator,
                actual=str(PROPERLY[f"zpj_actual_{number:02d}"]),
                tier=Tier(tier) if (tier := PROPERLY.get(f"zpj_tier_{number:02d}")) else None,
                ratio=PROPERLY.get(f"zpj_ratio_{number:02d}"),
            )
            for number, indicator in enumerate(project.indicators, 1)
        ),
    )


def test_a_blank_form_asks_for_everything_and_shows_no_total(sheet: Sheet) -> None:
    messages = sheet.messages("blank")
    assert {message[:2] for message in messages.values()} == {"待填"}
    assert [sheet.value("blank", name) for name in BOX] == [len(messages), 0, "", ""]
    assert sheet.shown["blank"][ADVICE].text == form_words()["status"]["open"]


def test_a_proper_form_is_praised_and_graded_as_python_does(sheet: Sheet) -> None:
    result = score_project(PROFILE, _filled(BLANK))
    assert result.total is not None
    assert set(sheet.messages("properly").values()) == {FINE}
    assert [sheet.value("properly", name) for name in BOX] == [0, 0, result.total, result.grade]
    assert sheet.shown["properly"][ADVICE].text == form_words()["status"]["done"]


@by_id("slip", SLIPS)
def test_a_slip_is_named_beside_its_row_and_nowhere_else(slip: Slip, sheet: Sheet) -> None:
    messages = sheet.messages(slip.id)
    said = messages.pop(sheet.check_of[slip.at])
    assert said.startswith(slip.mark)
    assert {cell: message for cell, message in messages.items() if message != FINE} == {}


@by_id("slip", SLIPS)
def test_the_status_box_counts_the_slip(slip: Slip, sheet: Sheet) -> None:
    assert [sheet.value(slip.id, name) for name in BOX[:2]] == [slip.pending, slip.problems]
    done = form_words()["status"]["done"]
    assert (sheet.shown[slip.id][ADVICE].text == done) == (slip.pending + slip.problems == 0)


@by_id("slip", SLIPS)
def test_there_is_a_total_only_while_everything_is_scored(slip: Slip, sheet: Sheet) -> None:
    total, grade = (sheet.shown[slip.id][name] for name in ("zpj_total", GRADE))
    assert isinstance(total.value, float) == slip.scored, total
    assert bool(grade.value) == slip.scored
    assert (total.error, grade.error) == (0, 0)
