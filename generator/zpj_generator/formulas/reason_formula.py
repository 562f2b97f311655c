"""偏差原因 as a formula sees it: enough characters besides marks and digits, and not all of it a filler.

The recheck looks closer (:mod:`zpj.rules.reason`). A formula for Excel 2010 cannot: it misses a filler
inside a longer text, a character that comes again and again, and most of what nobody sees.
"""

import tomllib
from functools import lru_cache
from importlib.resources import files

from zpj.rules import Profile
from zpj_generator.formulas.expressions import array

_WRITTEN = tomllib.loads((files("zpj_generator.formulas") / "marks.toml").read_text(encoding="utf-8"))
MARKS: tuple[str, ...] = tuple(_WRITTEN["unseen"] + _WRITTEN["marks"])
"""What is no character of a reason."""
_NO_MARKS = str.maketrans(dict.fromkeys(MARKS, ""))
STOP: str = _WRITTEN["stop"]


@lru_cache(maxsize=64)
def reason_condition(profile: Profile, cell: str) -> str:
    """The condition that ``cell`` holds a reason."""
    clean = f"CLEAN({cell})"
    spare = len(MARKS) - 1
    letters = f'SUMPRODUCT(LEN(SUBSTITUTE({clean},{array(MARKS)},"")))-{spare}*LEN({clean})'
    said = f'SUBSTITUTE(TRIM({clean}),"{STOP}","")'
    return f"AND({letters}>={profile.reason.brief},NOT(OR({said}={array(_said(profile))})))"


def passes_condition(profile: Profile, text: str) -> bool:
    """Whether the formula of :func:`reason_condition` takes ``text`` for a reason."""
    clean = "".join(each for each in text if each >= " ")
    letters = len(clean.translate(_NO_MARKS))
    said = clean.strip(" ").replace(STOP, "")
    return letters >= profile.reason.brief and said.casefold() not in _said(profile)


@lru_cache(maxsize=64)
def _said(profile: Profile) -> tuple[str, ...]:
    """The fillers that have characters enough; shorter ones fail by their length."""
    spoken = profile.reason.spoken
    return tuple(text for text in (*spoken.phrases, *spoken.words) if len(text) >= profile.reason.brief)
