"""Accepted findings (说明): kept as explained, and themselves reported when incomplete or out of date."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from zpj.model.errors import UnreadableFile, ZpjError
from zpj.model.findings import Finding, Place, Severity, finding
from zpj.recheck.acceptances import (
    HEADERS,
    Acceptance,
    apply_acceptances,
    load_acceptances,
    stray_acceptances,
)
from zpj.recheck.report import FormReport, Status

ROW = ("P-1", "R01", "I14", "台账另附", "复核岗")


def sheet(path: Path, *rows: Sequence[str], headers: Sequence[str] = HEADERS, name: str = "说明") -> Path:
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = name
    for row in (headers, *rows):
        page.append(list(row))
    book.save(path)
    return path


def toml(path: Path, *rows: Sequence[str], headers: Sequence[str] = HEADERS) -> Path:
    tables = (
        "\n".join(f'"{key}" = "{text}"' for key, text in zip(headers, row, strict=True)) for row in rows
    )
    path.write_text("\n".join(f'[["说明"]]\n{table}\n' for table in tables), encoding="utf-8")
    return path


def report(*findings: Finding, form: str = "P-1", status: Status = Status.FINDINGS) -> FormReport:
    return FormReport("甲.xlsx", form, "甲", "甲单位", status, 90.0, "优", 90.0, findings)


def shortfall(cell: str = "I14", form: str = "P-1") -> Finding:
    place = Place("甲.xlsx", form, "自评表", cell)
    return finding("R01", place, found=8, expected=10, indicator="培训人次")


def acceptance(reason: str = "台账另附", who: str = "复核岗", cell: str = "I14") -> Acceptance:
    return Acceptance("P-1", "R01", cell, reason, who, Place("说明.xlsx", "P-1", "说明", "B2"))


def codes(problems: Sequence[Finding]) -> list[tuple[str, str]]:
    return [(each.code, each.place.cell) for each in problems]


def test_both_notations_say_the_same(tmp_path: Path) -> None:
    rows = [ROW, ("P-2", "S05", "", "报送前解除保护", "复核岗")]
    written = load_acceptances(sheet(tmp_path / "a.xlsx", *rows))
    typed = load_acceptances(toml(tmp_path / "a.toml", *rows))
    assert [each.place.cell for each in (*written, *typed)] == ["B2", "B3", "说明[1].代码", "说明[2].代码"]
    for entries in (written, typed):
        assert [(each.form, each.code, each.cell, each.reason, each.who) for each in entries] == rows


def test_columns_may_stand_in_any_order_and_cells_be_written_with_dollars(tmp_path: Path) -> None:
    path = sheet(tmp_path / "a.xlsx", ["复核岗", "另附", "$i$14", "R01", "P-1"], headers=HEADERS[::-1])
    (entry,) = load_acceptances(path)
    assert (entry.form, entry.cell, entry.who) == ("P-1", "I14", "复核岗")


def test_everything_wrong_with_a_file_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(ZpjError) as refused:
        load_acceptances(
            sheet(tmp_path / "a.xlsx", ("", "R99", "I14", "", ""), headers=(*HEADERS[:4], "备注"))
        )
    assert set(codes(refused.value.findings)) == {("D01", "A1"), ("D08", "E1"), ("D02", "A2"), ("D04", "B2")}
    (tmp_path / "a.toml").write_text(
        '"别的" = 1\n[["说明"]]\n"项目编号" = 1\n"代码" = "R01"\n"备注" = ""\n', "utf-8"
    )
    with pytest.raises(ZpjError) as refused:
        load_acceptances(tmp_path / "a.toml")
    assert set(codes(refused.value.findings)) == {
        ("D08", "别的"),
        ("D08", "说明[1].备注"),
        ("D12", "说明[1].项目编号"),
        ("D02", "说明[1].项目编号"),
    }


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [("a.toml", "项目 = 1", "D10"), ("a.toml", None, "X01"), ("a.xlsx", "no workbook", "X03")],
)
def test_a_file_that_cannot_be_read_says_so(
    tmp_path: Path, name: str, content: str | None, code: str
) -> None:
    if content is not None:
        (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(UnreadableFile) as refused:
        load_acceptances(tmp_path / name)
    assert [each.code for each in refused.value.findings] == [code]


def test_a_workbook_without_the_sheet_says_which_one_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ZpjError) as refused:
        load_acceptances(sheet(tmp_path / "a.xlsx", ROW, name="项目"))
    assert [(each.code, each.expected) for each in refused.value.findings] == [("D01", "说明")]


def test_an_accepted_finding_is_explained_and_no_longer_counts() -> None:
    told = apply_acceptances(report(shortfall(), shortfall("I15")), [acceptance()])
    assert [each.place.cell for each in told.findings] == ["I15"]
    assert [(each.finding.place.cell, each.reason, each.who) for each in told.explained] == [
        ("I14", "台账另附", "复核岗")
    ]
    clean = apply_acceptances(report(shortfall()), [acceptance()])
    assert (clean.status, clean.has_errors, clean.findings) == (Status.CLEAN, False, ())


@pytest.mark.parametrize("incomplete", [acceptance(reason=""), acceptance(reason="无"), acceptance(who="")])
def test_an_acceptance_without_reason_or_author_explains_nothing_and_is_an_error(
    incomplete: Acceptance,
) -> None:
    told = apply_acceptances(report(shortfall()), [incomplete])
    assert [(each.code, each.severity) for each in told.findings] == [
        ("R01", Severity.ERROR),
        ("E01", Severity.ERROR),
    ]
    assert told.findings[1].place == incomplete.place
    assert told.explained == ()


def test_an_acceptance_that_matches_nothing_any_more_is_a_warning_where_it_is_written() -> None:
    told = apply_acceptances(report(status=Status.CLEAN), [acceptance()])
    assert [(each.code, each.severity) for each in told.findings] == [("E02", Severity.WARNING)]
    assert (told.findings[0].place, told.status) == (acceptance().place, Status.FINDINGS)


def test_acceptances_of_other_forms_are_left_alone_and_told_apart_from_strays() -> None:
    other = report(shortfall(form="P-2"), form="P-2")
    assert apply_acceptances(other, [acceptance()]) == other
    assert list(stray_acceptances([acceptance()], [report(), other])) == []
    assert [each.code for each in stray_acceptances([acceptance()], [other])] == ["E02"]


def test_a_file_that_could_not_be_read_stays_unreadable() -> None:
    told = apply_acceptances(report(form="", status=Status.UNREADABLE), [acceptance()])
    assert told.status is Status.UNREADABLE
