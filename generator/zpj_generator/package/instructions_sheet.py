"""The 填报说明 sheet: how to fill the form, what the colours mean, the rules in words."""

from collections.abc import Iterator
from typing import NamedTuple

from zpj.rules import Profile, describe
from zpj.texts import wording
from zpj_generator.sheet.text_heights import Text, row_heights

WIDTH = 92.0


class Instruction(NamedTuple):
    """One row: a text in a style, or a colour sample and what it means."""

    text: str
    style: str
    height: float
    sample: str | None = None


def instructions(profile: Profile) -> tuple[Instruction, ...]:
    """The rows of the sheet, top to bottom."""
    return tuple(_lines(profile))


def _lines(profile: Profile) -> Iterator[Instruction]:
    words = wording("form")["instructions"]
    yield Instruction(words["title"], "title", 32.0)
    yield Instruction(words["how"], "heading", 24.0)
    yield from map(_body, words["steps"])
    yield Instruction(words["colours"], "heading", 24.0)
    for sample, meaning in words["legend"]:
        yield Instruction(meaning, "body", 20.0, sample)
    yield Instruction(words["rules"], "heading", 24.0)
    yield _body(f"{profile.title}")
    yield from map(_body, describe(profile))
    profile_line: str = words["profile"]
    yield _body(profile_line.format(id=profile.id, version=profile.version, document=profile.source.document))


def _body(text: str) -> Instruction:
    return Instruction(text, "body", row_heights([Text(text, WIDTH)], least=18.0)[0])
