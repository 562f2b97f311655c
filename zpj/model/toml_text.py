"""TOML as its author wrote it: parsed, or one finding that says where it breaks, the same for every file."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, cast

from zpj.model.codes import Code
from zpj.model.errors import UnreadableFile
from zpj.model.findings import Place, finding
from zpj.texts import wording


def parse_toml(data: bytes, place: Place, code: Code = Code.D10) -> dict[str, Any]:
    """The document in ``data``, UTF-8 with or without a byte order mark.

    Raises:
        UnreadableFile: one finding of ``code`` with line and column at ``place``.
    """
    words = wording("files")["toml"]
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UnreadableFile([finding(code, place, found=words["encoding"])]) from error
    except (ValueError, RecursionError) as error:  # ValueError: also a number of thousands of digits
        at = re.search(r"line (\d+), column (\d+)", str(error))
        where = words["place"].format(line=at[1], column=at[2]) if at else ""
        raise UnreadableFile([finding(code, replace(place, cell=where), found=words["syntax"])]) from error


def tables_in(value: object) -> list[Mapping[str, object]] | None:
    """The tables of an array of tables; ``None`` where ``value`` is anything else."""
    items = cast("list[object]", value) if isinstance(value, list) else None
    if items is None or not all(isinstance(item, Mapping) for item in items):
        return None
    return cast("list[Mapping[str, object]]", items)
