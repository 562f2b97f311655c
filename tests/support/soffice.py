"""One run of LibreOffice: where its programs are, its own profile, and an end to everything it started."""

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

SOFFICE = shutil.which("soffice")

# Without OOXMLRecalcMode 0 (always) LibreOffice shows the stored results of an .xlsx and calculates nothing;
# above security level 0 it runs no macro of a file that nobody signed.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>{recalculation}</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Setup/Office">
<prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""
ALWAYS, NEVER = 0, 1


@cache
def uno_python() -> str | None:
    """A Python that can import ``uno``: the system's, or the one LibreOffice brings along."""
    beside = Path(SOFFICE or "").resolve().with_name("python")
    for python in ("/usr/bin/python3", str(beside), shutil.which("python3")):
        imports_uno = [str(python), "-Ic", "import uno"]
        if python and shutil.which(python) and not subprocess.call(imports_uno, stderr=subprocess.DEVNULL):
            return python
    return None


def missing() -> str | None:
    """What keeps LibreOffice tests from running on this machine; None if nothing does."""
    if SOFFICE is None:
        return "LibreOffice (soffice) is not installed"
    if uno_python() is None:
        return "no Python on this machine can import uno (python3-uno)"
    if shutil.which("pdftoppm") is None:
        return "pdftoppm (poppler-utils) is not installed"
    return None


@contextmanager
def command(recalculation: int = ALWAYS) -> Iterator[list[str]]:
    """The start of a soffice command line, with a profile of its own that is removed afterwards.

    Two runs that share a profile wait for each other, or hand their work over and end at once.
    """
    with TemporaryDirectory(prefix="zpj-soffice-") as folder:
        user = Path(folder, "user")
        user.mkdir()
        settings = _SETTINGS.format(recalculation=recalculation)
        (user / "registrymodifications.xcu").write_text(settings, encoding="utf-8")
        profile = f"-env:UserInstallation={Path(folder).as_uri()}"
        yield [str(SOFFICE), profile, "--headless", "--norestore", "--nologo", "--nodefault"]


def run(arguments: Sequence[str], *, stdin: str = "", timeout: float = 120) -> str:
    """Standard output of a command. Whatever it started has ended when this returns or raises.

    Raises ``subprocess.TimeoutExpired`` after ``timeout`` seconds, ``RuntimeError`` with the command's own
    words when it fails.
    """
    pipe = subprocess.PIPE
    process = subprocess.Popen(
        arguments, stdin=pipe, stdout=pipe, stderr=pipe, text=True, encoding="utf-8", start_new_session=True
    )
    try:
        output, errors = process.communicate(stdin, timeout)
    finally:
        # soffice is a shell script around the real program: ending the script alone would leave that running.
        end_group(process)
    if process.returncode:
        raise RuntimeError(f"{arguments[0]} ended with status {process.returncode}: {errors or output}")
    return output


def end_group(process: subprocess.Popen[str]) -> None:
    """End ``process`` and all that it started in its session."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    process.communicate()
