"""A recheck in the terminal: a table per form that has something to mend, and one line for the rest."""

import unicodedata
from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from zpj.model.findings import Finding, Severity
from zpj.recheck.outputs import report_counts
from zpj.recheck.outputs.figures import change, label, points, signed, spot
from zpj.recheck.outputs.finding_order import in_order
from zpj.recheck.report import Explained, FolderReport, FormReport, Override
from zpj.texts import wording
from zpj.texts.punctuation import sentences

CLEAN_SHOWN = 10
"""So many clean forms get a line each; further ones are counted."""
_LOOKS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def print_report(report: FolderReport, console: Console) -> None:
    """Prints ``report`` on ``console``: what has findings first, the numbers of everything last."""
    for form in report.forms:
        if report_counts.outcome(form) is not report_counts.Outcome.CLEAN:
            _print_form(form, console)
    if report.findings:
        _heading(console, _words("terminal")["set"])
        console.print(_findings(report.findings))
    _print_clean(report, console)
    for form in report.forms:
        for entry in form.explained:
            _note(console, "explained", _explained(form, entry))
    for matter, forms in report_counts.unchecked(report).items():
        _note(console, "unchecked", f"{matter} ({len(forms)})")
    for passed_over in report.skipped:
        _note(console, "skipped", passed_over)
    _print_summary(report, console)


def _print_form(form: FormReport, console: Console) -> None:
    total = change(points(form.total_found), points(form.total))
    score = _words("terminal")["total"].format(total=total, grade=form.grade or _words("none")["value"])
    _heading(console, label(form), form.unit, form.file, score)
    console.print(_findings(form.findings))
    if form.ledger:
        console.print(_ledger(form.ledger))


def _findings(findings: Sequence[Finding]) -> Table:
    table = _table("severity", "code", "place", "message")
    for entry in in_order(findings):
        severity = Text(_words("severity")[entry.severity.value], _LOOKS[entry.severity])
        table.add_row(severity, entry.code, _plain(spot(entry.place)), _plain(entry.message))
    return table


def _ledger(ledger: Iterable[Override]) -> Table:
    table = _table("place", "label", "found", "expected", "difference", "total", "grade")
    table.title = _words("section")["ledger"]
    for override in ledger:
        cells = (
            override.cell,
            override.label,
            override.found,
            override.expected,
            signed(override.difference),
            change(points(override.total_found), points(override.total)),
            change(override.grade_found, override.grade),
        )
        table.add_row(*map(_plain, cells))
    return table


def _explained(form: FormReport, entry: Explained) -> str:
    accepted = entry.finding
    return "  ".join((label(form), accepted.code, spot(accepted.place), entry.reason, entry.who))


def _print_clean(report: FolderReport, console: Console) -> None:
    clean = [form for form in report.forms if report_counts.outcome(form) is report_counts.Outcome.CLEAN]
    for form in clean[:CLEAN_SHOWN]:
        grade = form.grade or _words("none")["value"]
        line = _words("terminal")["clean"].format(label=label(form), total=points(form.total), grade=grade)
        console.print(_plain(line), style="green", soft_wrap=True)
    if (more := len(clean) - CLEAN_SHOWN) > 0:
        console.print(_words("terminal")["clean_many"].format(count=more), style="green", soft_wrap=True)


def _print_summary(report: FolderReport, console: Console) -> None:
    fared = [f"{_words('outcome')[name]} {count}" for name, count in report_counts.outcomes(report).items()]
    forms = _words("terminal")["forms"].format(forms=len(report.forms), outcomes=sentences(fared))
    counts = _words("page")["counts"].format(**report_counts.by_severity(report))
    console.print(Text(forms + counts, "bold"), soft_wrap=True)


def _table(*columns: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, title_justify="left", pad_edge=False)
    for column in columns:
        fixed = column in ("severity", "code", "place")
        table.add_column(_words("column")[column], no_wrap=fixed, overflow="fold")
    return table


def _heading(console: Console, name: str, *details: str) -> None:
    console.print()
    shown = "  ".join(part for part in details if part)
    console.print(Text.assemble((_plain(name).plain, "bold"), "  ", _plain(shown)), soft_wrap=True)


def _note(console: Console, section: str, text: str) -> None:
    console.print(Text.assemble((_words("section")[section], "dim"), "  ", _plain(text)), soft_wrap=True)


def _plain(text: str) -> Text:
    """``text`` of a form as it is: no markup of rich's, and nothing that would steer the terminal."""
    return Text("".join(map(_harmless, " ".join(text.split()))))


def _harmless(character: str) -> str:
    steers = unicodedata.category(character) in ("Cc", "Cf", "Cs")
    return "\N{REPLACEMENT CHARACTER}" if steers else character


def _words(table: str) -> dict[str, str]:
    words: dict[str, str] = wording("report")[table]
    return words
