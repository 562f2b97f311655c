"""Checks R: what stands where a reason is due, on issued and typed forms, with its code at its cell."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from support.forms import project_of
from support.profiles import own_profile
from support.reasons import FLAWS
from support.rechecks import recheck_one
from support.returned_forms import address, returned
from support.specimens import FILLED, PROFILE
from support.tampering import tampered, write_cell
from support.typed_form import REASON, by_the_rule, write_typed
from zpj.model.findings import Finding, Severity
from zpj.model.project import Indicator, Kind, Project
from zpj.recheck.check_tables import RULE_CHECKS
from zpj.recheck.form_pair import FormPair
from zpj.recheck.recheck_file import Issuer
from zpj.recheck.views.issued_view import issued_view
from zpj.rules import Flaw, Profile
from zpj_generator.package import render_form

ERROR, WARNING = Severity.ERROR, Severity.WARNING
TRUE = "连续降雨停工两天"


def short(reason: str, level3: str = "甲", actual: str = "90次") -> Indicator:
    """A row that scores less than its points, unless ``actual`` says otherwise."""
    return Indicator("产出指标", "数量", level3, "100次", 10, Kind.POSITIVE, actual, reason=reason)


def rows_of(*reasons: str) -> Project:
    return project_of(short(reason, f"第{number}项培训") for number, reason in enumerate(reasons, 1))


def findings(form: FormPair) -> list[Finding]:
    view = issued_view(form)
    return [entry for check in RULE_CHECKS for entry in check(view) if entry.code.startswith("R")]


def told(project: Project, profile: Profile = PROFILE) -> list[tuple[str, str, Severity]]:
    """Code, name of the input and severity of everything about reasons."""
    form = returned(project, profile)
    names = {address(form, f"zpj_reason_{n:02d}"): n for n in range(1, len(project.indicators) + 1)}
    return [(each.code, names[each.place.cell], each.severity) for each in findings(form)]


@pytest.mark.parametrize("text", [text for text in FLAWS if len(text) < 400], ids=ascii)
def test_what_is_no_reason_is_found_at_its_cell(text: str) -> None:
    expected = {
        Flaw.FILLER: [("R03", 1, ERROR)],
        Flaw.ELSEWHERE: [("R03", 1, WARNING)],
        Flaw.BRIEF: [("R03", 1, WARNING)],
        None: [],
    }
    assert told(rows_of(text)) == expected[FLAWS[text]]


@pytest.mark.parametrize("text", ["无", "同上", "见附件", "1"])
def test_no_reason_is_asked_for_where_none_is_due(text: str) -> None:
    assert told(project_of([short(text, actual="100次")])) == []


@pytest.mark.parametrize("text", ["", " ", "\u3000", "\u00a0", "\n\n", "\t"], ids=ascii)
def test_a_blank_is_no_word_at_all(text: str) -> None:
    assert told(rows_of(text)) == [("R01", 1, ERROR)]


def test_a_reason_that_says_the_row_once_more_is_none() -> None:
    row = short(TRUE, "青年志愿者培训")
    for said in ("青年志愿者培训", "青年志愿者培训。", "数量", "产出指标", "100次", "90次", " 产出\n指标"):
        assert told(project_of([replace(row, reason=said)])) == [("R03", 1, ERROR)], said
    assert told(project_of([replace(row, reason="青年志愿者培训报名不足")])) == []


REPEATED: dict[str, tuple[Sequence[str], list[int]]] = {
    "two rows may have one cause": ([TRUE, TRUE], []),
    "three rows": ([TRUE] * 3, [1, 2, 3]),
    "all rows": ([TRUE] * 6, [1, 2, 3, 4, 5, 6]),
    "three of five": ([TRUE, "设备到货晚两个月", TRUE, "合同签订推迟", TRUE], [1, 3, 5]),
    "but for blanks": ([TRUE, f" {TRUE} ", "连续降雨\u200b停工两天\n"], [1, 2, 3]),
    "but for marks": ([TRUE, f"{TRUE}。", "连续降雨，停工两天！"], [1, 2, 3]),
    "but for width": (["因COVID停办", "因ＣＯＶＩＤ停办", "因covid停办"], [1, 2, 3]),
    "numbers that differ": ([f"第{n}项因降雨停工{n}天" for n in range(1, 5)], []),
    "a part in common": ([f"{TRUE}，{each}" for each in ("补办", "取消", "改期")], []),
    "two and two": ([TRUE, TRUE, "设备到货晚两个月", "设备到货晚两个月"], []),
}


@pytest.mark.parametrize("case", REPEATED)
def test_one_sentence_on_three_rows_or_more_explains_none_of_them(case: str) -> None:
    reasons, rows = REPEATED[case]
    assert told(rows_of(*reasons)) == [("R06", row, WARNING) for row in rows]


def test_rows_that_owe_no_reason_count_and_are_not_told() -> None:
    full = [short(TRUE, name, actual="100次") for name in ("乙", "丙", "丁")]
    assert told(project_of([short(TRUE), *full])) == [("R06", 1, WARNING)]


def test_fillers_on_many_rows_are_told_as_fillers() -> None:
    assert told(rows_of("无", "无", "无")) == [("R03", row, ERROR) for row in (1, 2, 3)]
    assert told(rows_of("疫情", "疫情", "疫情")) == [("R06", row, WARNING) for row in (1, 2, 3)]


def test_a_message_says_how_many_rows() -> None:
    form = returned(rows_of(TRUE, TRUE, TRUE, TRUE), PROFILE)
    assert all(" 4 行" in entry.message for entry in findings(form))


@pytest.mark.parametrize(
    ("rule", "reasons", "expected"),
    [
        ("warnings = []", ["疫情"], [("R03", 1, ERROR)]),
        ("warnings = []", [TRUE] * 3, [("R06", row, ERROR) for row in (1, 2, 3)]),
        ('warnings = ["filler"]', ["无"], [("R03", 1, WARNING)]),
        ("least = 6\nbrief = 6", ["停电检修"], [("R03", 1, ERROR)]),
        ("brief = 6", ["停电检修"], [("R03", 1, WARNING)]),
        ("least = 1\nbrief = 1", ["雨"], []),
        ("repeated = 2", [TRUE, TRUE], [("R06", 1, WARNING), ("R06", 2, WARNING)]),
        ('fillers = ["受疫情影响"]', ["受疫情影响。"], [("R03", 1, ERROR)]),
        ('elsewhere = ["见台账"]', ["详见台账"], [("R03", 1, WARNING)]),
    ],
)
def test_the_rule_is_data_of_the_profile(
    rule: str, reasons: list[str], expected: list[tuple[str, int, Severity]], tmp_path: Path
) -> None:
    text = f'extends = "beijing-2020"\nid = "own"\n[reason]\n{rule}\n'
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    assert told(rows_of(*reasons), own_profile("own", tmp_path)) == expected


@pytest.mark.parametrize(
    ("xml", "kind", "expected"),
    [
        ("<v>1</v>", "", [("R03", ERROR)]),
        ("<v>44000</v>", "", [("R03", ERROR)]),
        ("<v>#N/A</v>", "e", [("R03", ERROR)]),
        ("<v>#VALUE!</v>", "e", [("R03", ERROR)]),
        ("<v>1</v>", "b", [("R03", WARNING)]),
        ('<is><t>同</t><phoneticPr fontId="1"/></is>', "inlineStr", [("R03", ERROR)]),
        ("<is><r><t>同</t></r><r><t>上</t></r></is>", "inlineStr", [("R03", WARNING)]),
        ("<is><r><t>连续降雨</t></r><r><t>停工两天</t></r></is>", "inlineStr", []),
    ],
)
def test_a_number_a_date_or_an_error_is_no_reason_and_rich_text_is_read_whole(
    xml: str, kind: str, expected: list[tuple[str, Severity]], tmp_path: Path
) -> None:
    form = tmp_path / "form.xlsx"
    form.write_bytes(render_form(FILLED, PROFILE, key=b"k"))
    before = recheck_one(form, Issuer(key=b"k"))
    number, _ = next((n, row) for n, row in enumerate(FILLED.indicators, 1) if row.reason)
    ref = address(returned(FILLED, PROFILE), f"zpj_reason_{number:02d}")
    report = recheck_one(tampered(form, tmp_path / "copy.xlsx", write_cell(ref, xml, kind)), Issuer(key=b"k"))
    about = [(e.code, e.severity) for e in report.findings if e.place.cell == ref]
    assert before.findings == ()
    assert about == expected


@pytest.mark.parametrize("suffix", ["xlsx", "docx", "txt"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("同上", [("R03", WARNING)]),
        ("没有偏差", [("R03", ERROR)]),
        ("见附件", [("R03", WARNING)]),
        ("1200人次", [("R03", ERROR)]),
        ("疫情", [("R03", WARNING)]),
        ("甲效", [("R03", ERROR)]),
        ("群众知晓不够，来年加强宣传", []),
    ],
)
def test_a_typed_form_is_judged_alike(
    text: str, expected: list[tuple[str, Severity]], suffix: str, tmp_path: Path
) -> None:
    path = tmp_path / f"form.{suffix}"
    write_typed(path, by_the_rule(("甲效", REASON, text)))
    report = recheck_one(path, Issuer())
    assert [(e.code, e.severity) for e in report.findings if e.code.startswith("R")] == expected


def test_one_sentence_on_every_row_of_a_typed_form(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    rows = ("甲数", "乙数", "甲费", "甲效", "甲满意度")
    write_typed(path, by_the_rule(*((row, REASON, TRUE) for row in rows)))
    found = [e for e in recheck_one(path, Issuer()).findings if e.code.startswith("R")]
    assert [(e.code, e.severity) for e in found] == [("R06", WARNING)]
    assert " 5 行" in found[0].message
