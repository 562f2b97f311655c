"""Where profiles are found: by id in ``zpj/profiles``, or in a file of one's own; ``extends`` resolved."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from zpj.errors import ProfileError
from zpj.findings import Place, finding
from zpj.rules.loader import build_profile
from zpj.rules.profile import Profile

_FOLDER = files("zpj").joinpath("profiles")


@cache
def profile_ids() -> tuple[str, ...]:
    """The ids of the profiles that ship with zpj, sorted."""
    return tuple(sorted(item.name[:-5] for item in _FOLDER.iterdir() if item.name.endswith(".toml")))


@cache
def load_profile(profile_id: str) -> Profile:
    """The shipped profile of this id.

    Raises:
        ProfileError: D05 when there is none of that id, G01 when it breaks the format.
    """
    return build_profile(profile_document(profile_id), f"{profile_id}.toml")


def load_profile_file(path: Path) -> Profile:
    """A profile from the user's own TOML file; it may extend a shipped one by id.

    Raises:
        ProfileError: G01 findings with the key; also when the file is no readable TOML.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ProfileError([finding("G01", Place(file=str(path)), found=f"无法读取({error})")]) from error
    return build_profile(_resolved(_parsed(text, str(path)), ()), str(path))


def profile_document(profile_id: str) -> Mapping[str, Any]:
    """The shipped profile as plain tables, with everything it extends merged in."""
    return _document(profile_id, ())


def _document(profile_id: str, seen: tuple[str, ...]) -> dict[str, Any]:
    if profile_id not in profile_ids():
        raise ProfileError([finding("D05", Place(), found=profile_id, expected="、".join(profile_ids()))])
    if profile_id in seen:
        raise ProfileError([finding("G01", Place(cell="extends"), found="循环引用")])
    name = f"{profile_id}.toml"
    text = _FOLDER.joinpath(name).read_text(encoding="utf-8")
    return _resolved(_parsed(text, name), (*seen, profile_id))


def _parsed(text: str, file: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ProfileError([finding("G01", Place(file=file), found=f"不是有效的 TOML({error})")]) from error


def _resolved(document: dict[str, Any], seen: tuple[str, ...]) -> dict[str, Any]:
    base = document.pop("extends", None)
    return _merged(_document(str(base), seen), document) if base is not None else document


def _merged(base: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """Tables merge key by key; a list of tables is replaced whole, so no old band survives unseen."""
    result = dict(base)
    for key, value in changes.items():
        old = result.get(key)
        result[key] = _merged(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return result
