"""Files of our own kinds at the edge: TOML in, output files out whole and never over others unasked."""

import os
import secrets
from pathlib import Path
from typing import Any

from zpj.model.codes import Code
from zpj.model.errors import OutputExists, UnreadableFile
from zpj.model.findings import Place, finding
from zpj.model.toml_text import parse_toml
from zpj.texts import wording

MAX_TOML_BYTES = 5_000_000


def read_toml(path: Path) -> dict[str, Any]:
    """The document of a TOML file.

    Raises:
        UnreadableFile: X01, X04, D10: the file cannot be opened, is too large or is no TOML.
    """
    place, words = Place(str(path)), wording("files")["open"]
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_TOML_BYTES + 1)
    except OSError as error:
        why = words["missing"] if isinstance(error, FileNotFoundError) else words["refused"]
        raise UnreadableFile([finding(Code.X01, place, found=why)]) from error
    if len(data) > MAX_TOML_BYTES:
        limit = f"{MAX_TOML_BYTES // 1_000_000} MB"
        raise UnreadableFile([finding(Code.X04, place, found=words["toml"], expected=limit)])
    return parse_toml(data, place)


def write_whole(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write ``data`` to ``path``, making its folder; whoever looks sees the old file or the whole new one.

    Raises:
        OutputExists: X05, there is a file already and ``force`` is not set.
    """
    if path.exists() and not force:
        raise OutputExists([finding(Code.X05, Place(file=str(path)))])
    path.parent.mkdir(parents=True, exist_ok=True)
    # Beside the target, because a rename is only atomic within one file system.
    aside = path.parent / f".zpj-{secrets.token_hex(8)}"
    try:
        aside.write_bytes(data)
        os.replace(aside, path)  # noqa: PTH105 (the name that promises to overwrite, on Windows too)
    finally:
        aside.unlink(missing_ok=True)
