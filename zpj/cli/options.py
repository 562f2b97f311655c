"""What several commands share: the help of an argument, numbers of processes."""

import argparse
import os
from collections.abc import Mapping
from math import isfinite
from typing import Any

from zpj.texts import wording


def shown(words: Mapping[str, str]) -> dict[str, Any]:
    """What the help shows of an argument, ``metavar`` and ``help``, as argparse takes it."""
    # argparse fills in values after a percent sign.
    return {name: text.replace("%", "%%") if name == "help" else text for name, text in words.items()}


def shared(name: str) -> dict[str, Any]:
    """The same of an argument that several commands have."""
    return shown(wording("cli")["shared"][name])


PROCESSORS = os.cpu_count() or 1
FEW = 32
"""Files for which one more process does not pay: it takes as long to start."""


def processes(files: int) -> int:
    """How many processes to use for so many files where nobody says."""
    return max(1, min(PROCESSORS, files // FEW))


def jobs(text: str) -> int:
    """A number of processes; more than there are processors would only queue."""
    if not text.isdecimal() or int(text) < 1:
        raise wrong_value("jobs", text)
    return min(int(text), PROCESSORS)


def points_in(text: str) -> float | None:
    """``text`` as points; ``None`` if it is no number from 0 on."""
    try:
        number = float(text)
    except ValueError:
        return None
    return number if isfinite(number) and number >= 0 else None


def wrong_value(name: str, text: str) -> argparse.ArgumentTypeError:
    """What to raise for ``text`` where a value of the sort ``name`` is wanted."""
    sentence: str = wording("cli")["value"][name]
    return argparse.ArgumentTypeError(sentence.format(text=text))
