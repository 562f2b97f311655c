"""``zpj rules``: which rules there are, what they say, where two differ."""

from pathlib import Path

import pytest

from support.command import zpj, zpj_process


@pytest.mark.parametrize("arguments", [("rules",), ("rules", "list")], ids=" ".join)
def test_every_profile_is_listed_with_its_title(arguments: tuple[str, ...]) -> None:
    done = zpj(*arguments)
    assert (done.status, done.err) == (0, "")
    (line,) = (line for line in done.out.splitlines() if line.startswith("beijing-2020 "))
    assert "2020" in line.partition(" ")[2]


def test_a_profile_is_shown_with_its_numbers_and_its_source() -> None:
    done = zpj("rules", "show")
    assert (done.status, done.err) == (0, "")
    for number in ("beijing-2020", "50", "30", "200%", "500%", "80%", "财预〔2020〕10号"):
        assert number in done.out


def test_a_profile_does_not_differ_from_itself() -> None:
    done = zpj("rules", "diff", "beijing-2020", "beijing-2020")
    assert (done.status, len(done.out.splitlines())) == (0, 1)


def test_where_two_profiles_differ_both_values_are_shown(tmp_path: Path) -> None:
    top = 'extends = "beijing-2020"\nid = "mine"\nversion = 7\ntitle = "试"\n'
    (tmp_path / "mine.toml").write_text(top + "[reason]\nover_completion = 1.25\n", encoding="utf-8")
    done = zpj_process("rules", "diff", "beijing-2020", "mine", environment={"ZPJ_PROFILES": str(tmp_path)})
    assert (done.status, done.err) == (0, "")
    assert "mine" in done.out
    (line,) = (line for line in done.out.splitlines() if "reason.over_completion" in line)
    assert [cell.strip() for cell in line.split("│")[2:4]] == ["2", "1.25"]


@pytest.mark.parametrize(
    "arguments", [("show", "nowhere"), ("diff", "beijing-2020", "nowhere")], ids=" ".join
)
def test_an_unknown_profile_is_d05(arguments: tuple[str, ...]) -> None:
    done = zpj("rules", *arguments)
    assert (done.status, done.out) == (2, "")
    assert done.err.count("[D05]") == 1
