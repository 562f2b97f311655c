"""A LibreOffice behind a driver process: one call a line, one answer a line, both JSON."""

import json
import subprocess
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from support import soffice


class Office:
    """The driver process that talks to LibreOffice."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def call(self, name: str, *arguments: object) -> Any:
        """What the driver answers to its function ``name``."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps([name, *arguments]) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())


@contextmanager
def office(driver: Path) -> Iterator[Office]:
    """A LibreOffice that ends with the block, driven by the script ``driver``."""
    pipe = f"zpj-{uuid.uuid4().hex}"
    with soffice.command() as command:
        start = [*command, f"--accept=pipe,name={pipe};urp;"]
        with subprocess.Popen(
            [str(soffice.uno_python()), "-I", str(driver)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            start_new_session=True,
        ) as process:
            running = Office(process)
            try:
                running.call("start", start, pipe)
                yield running
            finally:
                soffice.end_group(process)
