"""The project as it is handed over: built from the tree, installed into a fresh virtual environment."""

import os
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

from support.tree import ROOT

_OURS = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"}
"""What would let another installation shine through."""


def build(kind: str, folder: Path, source: Path = ROOT) -> Path:
    """The ``wheel`` or ``sdist`` of the tree at ``source``, in ``folder``; nothing is fetched."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", folder]
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    (made,) = folder.glob({"wheel": "*.whl", "sdist": "*.tar.gz"}[kind])
    return made


@dataclass(frozen=True, slots=True)
class Environment:
    """A virtual environment with nothing in it but what is installed here."""

    folder: Path

    @property
    def python(self) -> Path:
        return self.commands / "python"

    @property
    def commands(self) -> Path:
        """The folder of its scripts."""
        return self.folder / ("Scripts" if os.name == "nt" else "bin")

    def install(self, *requirements: str | Path) -> None:
        """pip's own way; what is no file comes from the package registry."""
        pip = [sys.executable, "-m", "pip", "--python", self.python, "--disable-pip-version-check"]
        self._run([*pip, "install", "--quiet", "--no-compile", *requirements], self.folder)

    def run(self, command: str, *arguments: str | Path, folder: Path) -> str:
        """What a script or the interpreter of this environment prints when it is run in ``folder``.

        Raises:
            AssertionError: it failed; with what it said.
        """
        return self._run([self.commands / command, *arguments], folder)

    def _run(self, command: list[str | Path], folder: Path) -> str:
        clean = {name: value for name, value in os.environ.items() if name not in _OURS}
        key = {"ZPJ_KEY_FILE": str(self.folder / "key"), "PYTHONUTF8": "1"}
        done = subprocess.run(command, cwd=folder, env=clean | key, capture_output=True, encoding="utf-8")
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


def fresh_environment(folder: Path) -> Environment:
    """A new virtual environment in ``folder``; pip stays outside, which saves most of the time."""
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    return Environment(folder)
