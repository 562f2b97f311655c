"""Formulas of the status box: how many places are left to fill, how many to mend, and what to do next."""

from collections.abc import Sequence

from generator.formulas.expressions import Case, Choice, choose, quoted
from templates import form_words


def count_pending(messages: str) -> str:
    """Messages that ask for something still missing."""
    return f'COUNTIF({messages},"{form_words()["check"]["pending_mark"]}*")'


def count_problems(messages: str, count: int) -> str:
    """Messages that are neither fine, nor pending, nor a mere note."""
    words = form_words()["check"]
    calm = "-".join(
        f'COUNTIF({messages},"{mark}")'
        for mark in (words["fine"], words["pending_mark"] + "*", words["note_mark"] + "*")
    )
    return f"{count}-{calm}"


def tally(messages: Sequence[str]) -> tuple[int, int]:
    """Pending and problems among message results: what the two formulas give."""
    words = form_words()["check"]
    pending = sum(message.startswith(words["pending_mark"]) for message in messages)
    calm = sum(message == words["fine"] or message.startswith(words["note_mark"]) for message in messages)
    return pending, len(messages) - pending - calm


def advice(pending: str, problems: str, total: str, *, counts: tuple[int, int], scored: bool) -> Choice:
    """The sentence below the counts."""
    words = form_words()["status"]
    cases = [
        Case(f"{pending}+{problems}=0", sum(counts) == 0, words["done"]),
        Case(f"NOT(ISNUMBER({total}))", not scored, words["open"]),
    ]
    return choose(cases, Choice(quoted(words["mend"]), words["mend"]))
