"""The buttons of the add-in: what ``RunPython "import zpj_addin.macros; zpj_addin.macros.recheck()"`` runs.

Each works on the workbook that is open and in front, unsaved edits included, never changes it, and says in
one Chinese message what came of it. Issued forms are locked with a password nobody knows, cells and tabs
alike: marks and restored formulas go into copies, which Excel opens beside the form.
"""

import webbrowser
from pathlib import Path

import xlwings

from zpj.files import write_whole
from zpj.keys.own_key import find_key, make_key
from zpj.keys.trusted_keys import trusted_keys
from zpj.recheck.annotate import annotate
from zpj.recheck.folder import find_returns, recheck_set
from zpj.recheck.folder import recheck as recheck_files
from zpj.recheck.issuer import Issuer
from zpj.recheck.outputs.as_html import folder_html
from zpj.recheck.recheck_file import recheck_file
from zpj.recheck.repaired_form import repair
from zpj.recheck.report import Status
from zpj.texts import wording
from zpj_addin.button import Message, run_button
from zpj_addin.message_box import folder_text, forms_text, restored_text
from zpj_addin.next_finding import go_to_next
from zpj_addin.output_folders import folder_of, free_path
from zpj_addin.snapshot import snapshot
from zpj_addin.status_bar import with_progress
from zpj_addin.workbook_copies import CopyKind, close_copies, open_copy, original_of
from zpj_generator.batch import generate as write_forms
from zpj_generator.definitions import load_projects


def generate(folder: str | None = None) -> str:
    """生成空白表: the forms of the open definition workbook, in ``folder`` or a new one beside it."""
    return run_button(lambda book: _generate(book, folder))


def recheck() -> str:
    """一键复核: what ``zpj recheck`` says of the open form; opens a marked copy if there is anything."""
    return run_button(_recheck)


def next_finding() -> str:
    """下一处: selects the next cell of the open form with a finding, and shows it in the status bar."""
    return run_button(_next_finding)


def restore() -> str:
    """恢复公式: opens a copy of the open form as ``zpj repair`` makes it."""
    return run_button(_restore)


def clear() -> str:
    """清除标记: closes the marked copies; the form stays as it was."""
    return run_button(_clear)


def summary(folder: str | None = None) -> str:
    """汇总文件夹: rechecks all forms in ``folder``, or in that of the open workbook, into one report page."""
    return run_button(lambda book: _summary(book, folder))


def _generate(book: xlwings.Book, folder: str | None) -> Message:
    definitions = original_of(book)
    with snapshot(definitions) as file:
        projects = load_projects([file])
    out = Path(folder) if folder else free_path(folder_of(definitions) / wording("addin")["folder"]["forms"])
    issued = write_forms(projects, out, key=make_key())
    count = sum(1 for _ in with_progress(book.app, issued, total=len(projects), doing="generate"))
    return Message(wording("addin")["message"]["generated"].format(count=count, folder=out))


def _recheck(book: xlwings.Book) -> Message:
    with snapshot(original_of(book)) as file:
        reports = recheck_file(file, _issuer())
        if not any(report.status is Status.FINDINGS for report in reports):
            return Message(forms_text(reports))
        open_copy(book.app, CopyKind.MARKED, file, lambda out: annotate(file, reports, out, force=True))
    words = wording("addin")["message"]
    return Message("\n".join((forms_text(reports), words["marked"] + words["unchanged"])))


def _next_finding(book: xlwings.Book) -> Message:
    with snapshot(book) as file:
        reports = recheck_file(file, _issuer())
    stop = go_to_next(book, (entry for report in reports for entry in report.findings))
    return Message(forms_text(reports)) if stop is None else Message(stop, in_status_bar=True)


def _restore(book: xlwings.Book) -> Message:
    with snapshot(original_of(book)) as file:
        repaired = open_copy(
            book.app, CopyKind.RESTORED, file, lambda out: repair(file, out, _issuer(), force=True)
        )
    return Message(restored_text(repaired))


def _clear(book: xlwings.Book) -> Message:
    count = close_copies(book.app, CopyKind.MARKED)
    words = wording("addin")["message"]
    if not count:
        return Message(words["nothing_to_clear"])
    return Message(words["cleared"] + words["unchanged"], in_status_bar=True)


def _summary(book: xlwings.Book, folder: str | None) -> Message:
    where = Path(folder) if folder else folder_of(original_of(book))
    returns, issuer = find_returns([where]), _issuer()
    forms = with_progress(
        book.app, recheck_files(returns.files, issuer), total=len(returns.files), doing="recheck"
    )
    report = recheck_set(list(forms), returns, issuer)
    page = free_path(where / wording("addin")["folder"]["report"])
    write_whole(page, folder_html(report).encode("utf-8", "backslashreplace"))
    webbrowser.open(page.as_uri())
    return Message(folder_text(report, page))


def _issuer() -> Issuer:
    return Issuer(key=find_key(), trusted=trusted_keys())
