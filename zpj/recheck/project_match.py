"""Which defined project a file belongs to that does not say so itself: by what is printed, by its name.

A code or a name must be found whole; where two projects fit alike, none is taken.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

from zpj.model.project import Project

SHORTEST_NAME = 4
"""A shorter 项目名称 inside a file name says nothing."""
SHORTEST_CODE = 3
"""A shorter 项目编号 must be all of a file name."""


def project_printed(texts: Iterable[str], definitions: Mapping[str, Project]) -> Project | None:
    """The project whose 项目名称 is among ``texts``; of several that one whose 实施单位 is there too."""
    printed = set(map(_plain, texts))
    named = [each for each in definitions.values() if _plain(each.name) in printed]
    if len(named) > 1:
        named = [each for each in named if _plain(each.unit) in printed]
    return named[0] if len(named) == 1 else None


def project_of_file(path: Path, definitions: Mapping[str, Project]) -> Project | None:
    """The project whose 项目编号 or 项目名称 stands in the name of the file, else in that of its folder."""
    for text in (path.stem, path.parent.name):
        if found := _in_text(text, definitions.values()):
            return found
    return None


def _in_text(text: str, projects: Iterable[Project]) -> Project | None:
    projects = tuple(projects)
    coded = [project for project in projects if _has_code(text, project.code)]
    if coded:
        # Of P1 and P1-2 the longer one, which holds the other.
        longest = max(len(project.code) for project in coded)
        coded = [project for project in coded if len(project.code) == longest]
        return coded[0] if len(coded) == 1 else None
    plain = _plain(text)
    named = [
        each for each in projects if len(_plain(each.name)) >= SHORTEST_NAME and _plain(each.name) in plain
    ]
    if not named:
        return None
    longest = max(len(_plain(project.name)) for project in named)
    named = [project for project in named if len(_plain(project.name)) == longest]
    return named[0] if len(named) == 1 else None


def _has_code(text: str, code: str) -> bool:
    folded, wanted = _folded(text), _folded(code)
    if len(wanted) < SHORTEST_CODE:
        return folded.strip() == wanted
    return bool(re.search(rf"(?<![0-9a-z]){re.escape(wanted)}(?![0-9a-z])", folded))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _plain(text: str) -> str:
    """Letters and figures only: blanks, brackets and width differ from one who types to another."""
    return "".join(sign for sign in _folded(text) if sign.isalnum())
