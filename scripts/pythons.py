"""The wheel on every other Python of this machine: ``pythons.py WHEEL``.

On each: every module is imported first and alone, the tests of the domain and of reading workbooks, and one
whole round from a definition to a clean recheck. The whole suite runs on one Python, by scripts/test.sh.
"""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
OLDEST = int(PROJECT["requires-python"].rpartition(".")[2])
NEWEST = OLDEST + 8
"""Of versions nobody has tried yet a machine may have some."""
QUICK = [
    "tests/house/test_round.py",
    "tests/house/test_architecture.py::test_every_module_can_be_imported_first_and_alone",
    *(f"tests/{folder}" for folder in ("quantity", "rules", "scoring", "xlsx")),
]


def main(wheel: Path) -> int:
    """Try every other Python there is; 1 if one of them failed."""
    failed: list[str] = []
    for version in (f"3.{minor}" for minor in range(OLDEST, NEWEST)):
        python = find(version)
        if version == "{}.{}".format(*sys.version_info):
            say(f"== Python {version}: scripts/test.sh 已运行全部测试")
        elif python:
            say(f"== Python {version}")
            failed += () if passes(python, version, wheel) else (version,)
        elif f"Programming Language :: Python :: {version}" in PROJECT["classifiers"]:
            say(f"== Python {version}: 本机没有")
    if failed:
        say(f"未通过: Python {'、'.join(failed)}")
    return bool(failed)


def find(version: str) -> str | None:
    """A Python of ``version`` that starts: the shims of pyenv lie on the path and fail."""
    homes = Path.home().glob(f".pyenv/versions/{version}.*/bin/python")
    for python in (shutil.which(f"python{version}"), *map(str, homes)):
        if python and _prints_version(python, version):
            return python
    return None


def passes(python: str, version: str, wheel: Path) -> bool:
    """Whether the wheel, installed into a new environment of ``python``, passes."""
    home = ROOT / ".tools" / f"python{version}"
    here = home / "bin/python"
    pip = [sys.executable, "-m", "pip", "--python", here, "--disable-pip-version-check", "--quiet"]
    tests = [here, "-m", "pytest", "-p", "no:cacheprovider", "-m", "not outside", *QUICK]
    # A safe path: "-m" would put the tree before the installed package.
    environment = os.environ | {"PYTHONSAFEPATH": "1"}
    return (
        _quietly(python, "-m", "venv", "--clear", "--without-pip", home)
        and _quietly(*pip, "install", f"{wheel}[bench,excel,unit]")
        and subprocess.run(tests, cwd=ROOT, env=environment).returncode == 0
    )


def _quietly(*command: str | Path) -> bool:
    """Run it; what it printed shows on failure only, and without addresses, which may carry a password."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
    if done.returncode:
        say(re.sub(r"\w+://\S+", "(地址略)", done.stdout))
    return done.returncode == 0


def _prints_version(python: str, version: str) -> bool:
    command = [python, "-c", "import ensurepip, sys; print('{}.{}'.format(*sys.version_info))"]
    return subprocess.run(command, capture_output=True, text=True).stdout.strip() == version


def say(text: str) -> None:
    """To standard error, as the scripts do."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
