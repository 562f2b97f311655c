"""Where profiles are found, by id: shipped with zpj or in a folder of one's own; ``extends`` resolved."""

import os
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeAlias, cast

from zpj.model.codes import Code
from zpj.model.errors import ProfileError, UnreadableFile
from zpj.model.findings import Place, finding
from zpj.model.toml_text import parse_toml
from zpj.rules.profile import Profile
from zpj.rules.profile_loader import build_profile
from zpj.texts import wording

OWN_PROFILES = "ZPJ_PROFILES"
"""Environment variable: a folder of further ``ID.toml`` profiles, for regions and years not shipped."""


@cache
def profile_ids() -> tuple[str, ...]:
    """The ids of all profiles, sorted."""
    return tuple(sorted(_files()))


@cache
def load_profile(profile_id: str) -> Profile:
    """The profile of this id.

    Raises:
        ProfileError: D05 when there is none of that id, G01 when it breaks the format.
    """
    return build_profile(_document(profile_id, ()), profile_id)


@cache
def _files() -> Mapping[str, Traversable]:
    shipped = _in_folder(files("zpj").joinpath("profiles"))
    own = os.environ.get(OWN_PROFILES)
    further = _in_folder(Path(own)) if own else {}
    # A form says by id which rules it was issued under: an id may not mean two things.
    if shadowing := shipped.keys() & further.keys():
        raise ProfileError(
            finding(
                Code.G01,
                Place(file=f"{profile_id}.toml", cell="id"),
                found=_says()["shadows"],
            )
            for profile_id in sorted(shadowing)
        )
    return {**shipped, **further}


def _in_folder(folder: Traversable) -> dict[str, Traversable]:
    if not folder.is_dir():
        return {}
    return {item.name.removesuffix(".toml"): item for item in folder.iterdir() if item.name.endswith(".toml")}


def _document(profile_id: str, seen: tuple[str, ...]) -> dict[str, Any]:
    """The profile as plain tables, with everything it extends merged in."""
    if profile_id not in profile_ids():
        raise ProfileError(
            [
                finding(
                    Code.D05,
                    Place(),
                    found=profile_id,
                    expected=wording("rules")["problem"]["separator"].join(profile_ids()),
                )
            ]
        )
    if profile_id in seen:
        raise ProfileError([finding(Code.G01, Place(cell="extends"), found=_says()["circle"])])
    document = _parsed(_files()[profile_id])
    base = document.pop("extends", None)
    if base is None:
        return document
    return _merged(_document(str(base), (*seen, profile_id)), document)


def _parsed(file: Traversable) -> dict[str, Any]:
    place = Place(file=file.name)
    try:
        return parse_toml(file.read_bytes(), place, Code.G01)
    except OSError as error:
        refused = wording("files")["open"]["refused"]
        raise ProfileError([finding(Code.G01, place, found=refused)]) from error
    except UnreadableFile as error:
        raise ProfileError(error.findings) from error


_Table: TypeAlias = Mapping[str, Any]


def _merged(base: _Table, changes: _Table) -> dict[str, Any]:
    """Tables merge key by key; a list of tables is replaced whole, so no old band survives unseen."""
    result = dict(base)
    for key, value in changes.items():
        old = result.get(key)
        both = isinstance(old, dict) and isinstance(value, dict)
        result[key] = _merged(cast(_Table, old), cast(_Table, value)) if both else value
    return result


def _says() -> Mapping[str, str]:
    says: Mapping[str, str] = wording("rules")["problem"]
    return says
