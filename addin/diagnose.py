"""诊断: what ``zpj addin doctor`` says, in a message box."""

import xlwings

from addin.doctor import examine, told_facts
from addin.machine import this_machine
from templates.addin import addin_words


def diagnose() -> str:
    """Tell what there is and what is wrong; the text is returned as well."""
    machine = this_machine()
    words, problems = addin_words()["doctor"], examine(machine)
    verdict = words["problems"].format(count=len(problems)) if problems else words["fine"]
    told = [f"{what}：{value}" for what, value in told_facts(machine).items()]
    text = "\n".join((*told, "", verdict, *(f"[{each.code}] {each.message}" for each in problems)))
    xlwings.Book.caller().app.alert(text, addin_words()["told"]["title"])
    return text
