"""What zpj says to install is the wheel or the folder it came from, never a name that is not ours on PyPI."""

import json
import re
import subprocess
import sys
from importlib.metadata import Distribution, PathDistribution
from pathlib import Path
from zipfile import ZipFile

import pytest

from support.command import zpj
from support.tree import DISTRIBUTION, ROOT, committed
from zpj import installed_from
from zpj.installed_from import anywhere_command, install_command
from zpj.texts import wording

UNKNOWN = wording("install")["command"]["unknown_source"]
NAMED = re.compile(r"""pip install\s+(?:--?[\w-]+\s+)*["'“]?(?:zpj|zpj-[\w-]+)(?=[\[\s"'`”，。;；]|$)""")
TEXTS = {".py", ".toml", ".md", ".sh", ".bas", ".xml", ".html", ".txt", ".yml"}


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    """A wheel with nothing in it but its name."""
    path, info = tmp_path / "zpj_ziping_forms-1.0-py3-none-any.whl", "zpj_ziping_forms-1.0.dist-info"
    with ZipFile(path, "w") as archive:
        archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {DISTRIBUTION}\nVersion: 1.0\n")
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{info}/RECORD", "")
    return path


def installed(wheel: Path) -> Distribution:
    """The wheel as pip installs it."""
    target = wheel.parent / "site"
    command = [sys.executable, "-m", "pip", "install", "-q", "--no-index", "--no-deps", "--target", target]
    subprocess.run([*command, wheel], check=True)
    (info,) = target.glob("*.dist-info")
    return PathDistribution(info)


def recorded(folder: Path, record: object) -> Distribution:
    """A distribution with the record that pip keeps of its source."""
    if record:
        (folder / "direct_url.json").write_text(json.dumps(record), encoding="utf-8")
    return PathDistribution(folder)


def test_a_wheel_is_named_while_it_is_there(wheel: Path) -> None:
    package = installed(wheel)
    assert installed_from.installed_from(package) == wheel
    wheel.unlink()
    assert installed_from.installed_from(package) is None


def test_the_folder_of_an_editable_installation_is_named(tmp_path: Path) -> None:
    source = tmp_path / "源码 文件夹"
    source.mkdir()
    package = recorded(tmp_path, {"url": source.as_uri(), "dir_info": {"editable": True}})
    assert installed_from.installed_from(package) == source


@pytest.mark.parametrize(
    "record", [None, {"url": "https://example.org/zpj.whl", "archive_info": {}}], ids=["index", "address"]
)
def test_what_is_no_file_of_this_machine_is_not_named(record: object, tmp_path: Path) -> None:
    assert installed_from.installed_from(recorded(tmp_path, record)) is None


def test_the_command_names_the_source_or_says_in_words_what_it_wants(
    wheel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = installed(wheel)
    monkeypatch.setattr(installed_from, "distribution", lambda _: package)
    assert install_command("excel") == f'pip install "{wheel}[excel]"'
    wheel.unlink()
    assert install_command("excel") == anywhere_command("excel") == f'pip install "{UNKNOWN}[excel]"'


def test_the_distribution_that_is_asked_for_is_that_of_the_project() -> None:
    assert installed_from.DISTRIBUTION == DISTRIBUTION


def test_the_help_of_the_addin_names_the_command() -> None:
    assert install_command("excel") in zpj("addin", "--help").out


def test_nothing_tells_to_install_by_a_name() -> None:
    assert NAMED.search('pip install "zpj[excel]"')
    assert NAMED.search("pip install --upgrade zpj")
    assert not NAMED.search('pip install ".[excel]"')
    files = [
        path for path in committed() if path.suffix in TEXTS and path != Path(__file__).relative_to(ROOT)
    ]
    texts = {path: (ROOT / path).read_text(encoding="utf-8") for path in files}
    assert [str(path) for path, text in texts.items() if NAMED.search(text)] == []
