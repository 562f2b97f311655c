"""诊断: what ``zpj addin doctor`` prints, in a message box."""

import xlwings

from zpj.texts import wording
from zpj_addin.doctor import examine, facts_in_words
from zpj_addin.machine import this_machine


def diagnose() -> str:
    """Show what there is and what is wrong; the text is returned as well."""
    machine = this_machine()
    words, problems = wording("addin")["doctor"], examine(machine)
    fine = wording("report")["none"]["findings"]
    verdict = words["problems"].format(count=len(problems)) if problems else fine
    shown = [words["fact"].format(what=what, value=value) for what, value in facts_in_words(machine).items()]
    text = "\n".join((*shown, "", verdict, *(f"[{each.code}] {each.message}" for each in problems)))
    xlwings.Book.caller().app.alert(text, wording("macros")["message"]["title"])
    return text
