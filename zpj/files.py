"""Writing output files: whole or not at all, and never over an existing one unasked."""

import os
import secrets
from pathlib import Path

from zpj.model.codes import Code
from zpj.model.errors import OutputExists
from zpj.model.findings import Place, finding


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
