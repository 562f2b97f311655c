"""Finding one's way: help with examples for every command, READMEs that name them all, clear refusals."""

import os
from pathlib import Path

import pytest

from support.command import zpj, zpj_process
from zpj.cli.commands import COMMANDS
from zpj.version import __version__

ROOT = Path(__file__).parents[2]
NAMES = [command.NAME for command in COMMANDS]


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_help_with_an_example(name: str) -> None:
    done = zpj(name, "--help")
    assert (done.status, done.err) == (0, "")
    assert "示例：" in done.out
    assert f"\n  zpj {name} " in done.out


def test_the_help_lists_every_command() -> None:
    listed = zpj("--help").out
    assert [name for name in NAMES if f"\n    {name} " not in listed] == []
    assert {"new", "generate", "import", "score", "rules", "demo"} <= set(NAMES)


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_every_command_stands_in_both_readmes(readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    assert [name for name in NAMES if f"zpj {name}" not in text] == []


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("grade",),
        ("generate", "a.xlsx"),
        ("generate", "a.xlsx", "-o", "b", "--jobs", "0"),
        ("new", "-x", "a"),
    ],
    ids=" ".join,
)
def test_a_wrong_call_names_the_way_to_the_help_and_ends_with_2(arguments: tuple[str, ...]) -> None:
    done = zpj(*arguments)
    assert (done.status, done.out) == (2, "")
    assert "--help" in done.err
    assert "Traceback" not in done.err
    assert "_jobs" not in done.err


def test_the_installed_command_says_its_version() -> None:
    done = zpj_process("--version")
    assert (done.status, done.out.split()) == (0, ["zpj", __version__])


@pytest.mark.parametrize("arguments", [("rules", "show"), ("generate", "--help")], ids=" ".join)
def test_a_reader_that_has_enough_hears_no_complaint(arguments: tuple[str, ...]) -> None:
    """``zpj rules show | head -1``: by the time Python writes, nobody listens any more."""
    reader, writer = os.pipe()
    os.close(reader)
    done = zpj_process(*arguments, stdout=writer)
    os.close(writer)
    assert (done.status, done.err) == (0, "")


def test_chinese_reaches_a_terminal_that_cannot_show_it_without_ending_the_command() -> None:
    done = zpj_process("rules", "list", environment={"PYTHONIOENCODING": "ascii"})
    assert (done.status, done.err) == (0, "")
    assert "beijing-2020" in done.out
