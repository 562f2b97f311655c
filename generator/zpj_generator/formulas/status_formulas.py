"""Formulas of the status box: how many places are left to fill, how many to mend, and what to do next."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from zpj.texts import wording
from zpj_generator.formulas.expressions import Case, Choice, choice


def count_pending(messages: str) -> str:
    """Messages that ask for something still missing."""
    return f'COUNTIF({messages},"{wording("form")["check"]["pending_mark"]}*")'


def count_problems(messages: str, count: int) -> str:
    """Messages that are neither fine, nor pending, nor a mere note."""
    words = wording("form")["check"]
    calm = "-".join(
        f'COUNTIF({messages},"{mark}")'
        for mark in (words["fine"], words["pending_mark"] + "*", words["note_mark"] + "*")
    )
    return f"{count}-{calm}"


def tally(messages: Sequence[str]) -> tuple[int, int]:
    """Pending and problems among message results: what the two formulas give."""
    words = wording("form")["check"]
    pending = sum(message.startswith(words["pending_mark"]) for message in messages)
    calm = sum(message == words["fine"] or message.startswith(words["note_mark"]) for message in messages)
    return pending, len(messages) - pending - calm


class Progress(NamedTuple):
    """How far a form is."""

    pending: int
    problems: int
    scored: bool


@cache
def advice(pending: str, problems: str, total: str) -> Choice[Progress]:
    """The sentence below the counts."""
    words = wording("form")["status"]
    cases = [
        Case[Progress](f"{pending}+{problems}=0", lambda now: now.pending + now.problems == 0, words["done"]),
        Case[Progress](f"NOT(ISNUMBER({total}))", lambda now: not now.scored, words["open"]),
    ]
    return choice(cases, words["mend"])
