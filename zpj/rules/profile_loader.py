"""A profile document (parsed TOML) into a :class:`Profile`, strictly: every problem is reported at once."""

from collections.abc import Iterator, Mapping
from math import isfinite
from typing import Any, cast

from zpj.model.codes import Code
from zpj.model.errors import ProfileError
from zpj.model.findings import Finding, Place, finding
from zpj.model.project import Tier
from zpj.rules import profile as shape
from zpj.rules.contradictions import contradictions
from zpj.rules.methods.registry import method_names
from zpj.rules.profile_schema import LISTS, METHOD_KEYS, OPTIONAL, ROOT, TABLES, Types
from zpj.rules.reason import ReasonRule
from zpj.texts import wording

Document = Mapping[str, Any]


def build_profile(document: Document, profile_id: str) -> shape.Profile:
    """The profile that ``document``, the content of ``profile_id``.toml, writes down.

    Raises:
        ProfileError: with one G01 finding per unknown, missing or ill-typed key and per contradiction.
    """
    file = f"{profile_id}.toml"
    problems = [_problem(file, key, what) for key, what in _problems(document)]
    # A profile that extends another and keeps its id would stamp forms with a rule they do not follow.
    if document.get("id", profile_id) != profile_id:
        problems.append(_problem(file, "id", _says()["other_id"].format(id=profile_id)))
    if not problems:
        profile = _assemble(document)
        problems = [_problem(file, key, what) for key, what in contradictions(profile)]
        if not problems:
            return profile
    raise ProfileError(problems)


def _problem(file: str, key: str, what: str) -> Finding:
    return finding(Code.G01, Place(file=file, cell=key), found=what)


def _problems(document: Document) -> Iterator[tuple[str, str]]:
    says = _says()
    yield from _key_problems("", document, ROOT, dict.fromkeys(_top_level_tables(), (dict, list)))
    for name, keys in TABLES.items():
        table = _table(document.get(name))
        if table is None:
            yield name, says["missing_table"]
            continue
        lists: dict[str, Types] = {key.split(".")[1]: (list,) for key in LISTS if key.startswith(f"{name}.")}
        yield from _key_problems(name, table, keys, {**lists, **OPTIONAL.get(name, {})})
    for name, keys in LISTS.items():
        rows = _rows(document, name)
        tables = [table for table in map(_table, rows or ()) if table is not None]
        if rows is None or len(tables) < len(rows):
            yield name, says["not_tables"]
            continue
        for index, row in enumerate(tables, 1):
            yield from _key_problems(f"{name}[{index}]", row, keys, OPTIONAL.get(name, {}))
    for part, key in METHOD_KEYS.items():
        place, _, name = key.partition(".")
        value = (_table(document.get(place)) or {}).get(name)
        known = method_names(part)
        if isinstance(value, str) and value not in known:
            yield key, says["unknown_method"].format(found=value, names=says["separator"].join(known))


def _says() -> Mapping[str, str]:
    says: Mapping[str, str] = wording("rules")["problem"]
    return says


def _top_level_tables() -> set[str]:
    return set(TABLES) | {name for name in LISTS if "." not in name}


def _key_problems(
    place: str, table: Document, required: Mapping[str, Types], optional: Mapping[str, Types]
) -> Iterator[tuple[str, str]]:
    says = _says()
    for key in required:
        if key not in table:
            yield f"{place}.{key}".lstrip("."), says["missing_key"]
    for key, value in table.items():
        types = required.get(key) or optional.get(key)
        where = f"{place}.{key}".lstrip(".")
        if types is None:
            yield where, says["unknown_key"]
        elif not isinstance(value, types) or isinstance(value, bool):
            yield where, says["wrong_type"]
        elif isinstance(value, float) and not isfinite(value):
            yield where, says["not_finite"]
        elif isinstance(value, list) and where not in LISTS and list in types:
            if not all(isinstance(item, str) for item in cast("list[object]", value)):
                yield where, says["not_texts"]
        elif isinstance(value, str) and not value.strip():
            yield where, says["empty"]


def _rows(document: Document, name: str) -> list[object] | None:
    """The rows of a list, none where it is left out; ``None`` for what is no list."""
    table: Document = document
    *path, last = name.split(".")
    for part in path:
        table = _table(table.get(part)) or {}
    rows = table.get(last, [])
    return cast("list[object]", rows) if isinstance(rows, list) else None


def _table(value: object) -> Document | None:
    return cast(Document, value) if isinstance(value, Mapping) else None


def _assemble(document: Document) -> shape.Profile:
    execution, positive = document["execution"], document["positive"]
    return shape.Profile(
        id=document["id"],
        version=document["version"],
        title=document["title"],
        source=shape.Source(**document["source"]),
        total=shape.Total(**document["total"]),
        blocks=tuple(
            shape.Block(row["level1"], tuple(row.get("aliases", ())), row.get("points"), row["clause"])
            for row in document["block"]
        ),
        execution=shape.Execution(
            execution["method"],
            execution["points"],
            tuple(
                shape.Step(row["from"], row["points"], row["clause"]) for row in _ascending(execution, "step")
            ),
            execution["clause"],
        ),
        positive=shape.Positive(
            positive["method"],
            tuple(
                shape.Band(row["from"], row["deduct"], row["clause"])
                for row in _ascending(positive, "over_completion")
            ),
            positive["clause"],
        ),
        reverse=shape.Reverse(**document["reverse"]),
        zero_target=shape.ZeroTarget(**document["zero_target"]),
        tiers=tuple(
            shape.TierBand(Tier(row["name"]), row["from"], row["to"], row["clause"])
            for row in _ascending(document, "tier")
            if row["name"] in set(Tier)
        ),
        rounding=shape.Rounding(**document["rounding"]),
        grades=tuple(
            shape.Grade(row["name"], row["from"], row["clause"]) for row in _ascending(document, "grade")
        ),
        reason=_reason(document["reason"]),
        tolerance=shape.Tolerance(**document["tolerance"]),
    )


def _reason(table: Document) -> ReasonRule:
    return ReasonRule(**{key: _frozen(value) for key, value in table.items()})


def _frozen(value: Any) -> Any:
    return tuple(cast("list[object]", value)) if isinstance(value, list) else value


def _ascending(table: Document, name: str) -> list[Any]:
    return sorted(table.get(name, ()), key=lambda row: row["from"])
