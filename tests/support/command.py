"""The command line, called as a person calls it, with a key of its own instead of this machine's."""

import atexit
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from unittest.mock import patch

from zpj.cli import main
from zpj.keys.own_key import KEY_FILE

_FOLDER = Path(mkdtemp(prefix="zpj-key-"))
atexit.register(rmtree, _FOLDER, ignore_errors=True)
_OWN_KEY = {KEY_FILE: str(_FOLDER / "key")}


@dataclass(frozen=True, slots=True)
class Done:
    """What a command left: its exit status, its standard output, its standard error."""

    status: int
    out: str
    err: str


def zpj(*arguments: str | Path) -> Done:
    """The command in this process: quick, and what it prints is text already."""
    out, err = StringIO(), StringIO()
    with patch.dict(os.environ, _OWN_KEY), redirect_stdout(out), redirect_stderr(err):
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as ended:
            status = int(ended.code or 0)
    return Done(status, out.getvalue(), err.getvalue())


def zpj_process(
    *arguments: str | Path, stdout: int = subprocess.PIPE, environment: Mapping[str, str] | None = None
) -> Done:
    """The command in a process of its own: for what depends on the environment or on a real stream.

    ``stdout`` is the descriptor of a stream; then ``out`` is empty.
    """
    variables = os.environ | _OWN_KEY | (environment or {})
    # Few people have it, and without buffers a failing stream fails at another place.
    variables.pop("PYTHONUNBUFFERED", None)
    done = subprocess.run(
        [sys.executable, "-m", "zpj", *arguments],
        stdout=stdout,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=variables,
    )
    return Done(done.returncode, done.stdout or "", done.stderr)
