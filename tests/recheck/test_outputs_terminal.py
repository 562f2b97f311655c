"""The report in the terminal: the urgent first, clean forms short, and nothing that steers the terminal."""

import io
from dataclasses import replace

from rich.console import Console

from support import rechecks
from zpj.recheck.outputs.as_terminal import CLEAN_SHOWN, print_report
from zpj.recheck.report import FolderReport


def shown(report: FolderReport) -> list[str]:
    """The lines a terminal 120 columns wide would show."""
    console = Console(file=io.StringIO(), width=120, force_terminal=False)
    print_report(report, console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue().splitlines()


def test_wrong_scores_and_totals_come_before_all_other_findings() -> None:
    first = replace(rechecks.folder().forms[0], ledger=(), explained=(), unchecked=())
    rows = [line.split() for line in shown(FolderReport((first,))) if "自评表!" in line]
    assert [row[1] for row in rows] == ["P04", "T01", "F01", "F01", "R01"]


def test_the_ledger_shows_difference_total_and_grade() -> None:
    (line,) = [line for line in shown(rechecks.folder()) if "H9" in line and "+2.50" in line]
    assert "91.50 → 89.00" in line
    assert "优 → 良" in line


def test_a_clean_form_takes_one_line() -> None:
    (line,) = [line for line in shown(rechecks.folder()) if "示例项目5" in line]
    assert "90.00" in line


def test_many_clean_forms_are_counted_not_listed() -> None:
    forms = tuple(rechecks.form(number, "甲单位") for number in range(CLEAN_SHOWN + 30))
    lines = shown(FolderReport(forms))
    assert len(lines) < CLEAN_SHOWN + 5
    assert any("30" in line for line in lines)


def test_a_single_clean_form_is_not_followed_by_a_count_of_others() -> None:
    assert len(shown(FolderReport((rechecks.form(1, "甲单位"),)))) == 2


def test_the_last_line_counts_forms_and_findings() -> None:
    last = shown(rechecks.folder())[-1]
    assert [int(word) for word in last if word.isdigit()] == [5, 1, 2, 1, 1, 8, 1, 1]


def test_what_was_not_checked_explained_or_skipped_is_told() -> None:
    text = "\n".join(shown(rechecks.folder()))
    for told in ("签章未核验", "已另附说明", "临时文件", "S10"):
        assert told in text


def test_names_of_a_form_cannot_steer_the_terminal_or_be_taken_for_markup() -> None:
    message = "\x1b[31m[bold]粗[/bold]\r\n\u202e倒\udcff"
    form = rechecks.form(1, "甲[/]", rechecks.found("F01", "H9", message=message))
    text = "\n".join(shown(FolderReport((replace(form, name="名\x1b]0;x\x07"),))))
    assert not set(text) & set("\x1b\x07\r\u202e\udcff")
    assert "[bold]粗[/bold]" in text
    assert "甲[/]" in text
