"""诊断: what ``zpj addin doctor`` says, in a message box."""

import xlwings

from zpj.texts import wording
from zpj_addin.doctor import examine, told_facts
from zpj_addin.machine import this_machine


def diagnose() -> str:
    """Tell what there is and what is wrong; the text is returned as well."""
    machine = this_machine()
    words, problems = wording("addin")["doctor"], examine(machine)
    verdict = words["problems"].format(count=len(problems)) if problems else words["fine"]
    told = [f"{what}：{value}" for what, value in told_facts(machine).items()]
    text = "\n".join((*told, "", verdict, *(f"[{each.code}] {each.message}" for each in problems)))
    xlwings.Book.caller().app.alert(text, wording("addin")["told"]["title"])
    return text
