"""``zpj key``: the key shown, kept safe, handed on as a public one, and trusted by a colleague."""

import json
from pathlib import Path

import pytest

from support.command import Done, zpj_process
from support.specimens import FILLED
from zpj.keys.signing import public_key
from zpj_generator.definitions import write_toml


class Desk:
    """A machine with a key file of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.key = folder / "key"

    def zpj(self, *arguments: str | Path) -> Done:
        return zpj_process(*map(str, arguments), environment={"ZPJ_KEY_FILE": str(self.key)})

    def recheck(self, *arguments: str | Path) -> list[tuple[str, str]]:
        """Code and sentence of every finding."""
        report = json.loads(self.zpj("recheck", *arguments, "--json", "-").out)
        return [(each["code"], each["message"]) for file in report["files"] for each in file["findings"]]


@pytest.fixture
def office(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "office")


@pytest.fixture
def reviewer(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "reviewer")


@pytest.fixture
def form(office: Desk, tmp_path: Path) -> Path:
    """A form that the office issued."""
    write_toml(FILLED, tmp_path / "definition.toml")
    assert office.zpj("generate", tmp_path / "definition.toml", "-o", tmp_path / "forms").status == 0
    (path,) = (tmp_path / "forms").iterdir()
    return path


def test_a_machine_without_a_key_says_so_and_makes_none(office: Desk) -> None:
    done = office.zpj("key")
    assert done.status == 0
    assert str(office.key) in done.out
    for action in ("backup", "export"):
        assert office.zpj("key", action, office.folder / "file").status == 2
    assert not office.key.exists()


def test_the_fingerprint_is_shown_and_the_key_never(office: Desk, form: Path) -> None:
    key = bytes.fromhex(office.key.read_text(encoding="ascii"))
    for arguments in (("key",), ("key", "show"), ("key", "list")):
        done = office.zpj(*arguments)
        assert public_key(key).fingerprint in done.out
        assert key.hex() not in done.out + done.err


def test_a_colleagues_form_is_unknown_until_the_public_key_is_trusted(
    office: Desk, reviewer: Desk, form: Path, tmp_path: Path
) -> None:
    assert reviewer.recheck(form) == [], "nothing to check with"
    write_toml(FILLED, tmp_path / "own.toml")
    reviewer.zpj("generate", tmp_path / "own.toml", "-o", tmp_path / "own")
    fingerprint = public_key(bytes.fromhex(office.key.read_text(encoding="ascii"))).fingerprint
    ((code, message),) = reviewer.recheck(form)
    assert code == "S02"
    assert fingerprint in message
    assert "zpj key trust" in message
    assert office.zpj("key", "export", tmp_path / "office.toml").status == 0
    done = reviewer.zpj("key", "trust", tmp_path / "office.toml", "--name", "某某局")
    assert done.status == 0
    assert reviewer.recheck(form) == []
    assert "某某局" in reviewer.zpj("key", "list").out


def test_public_keys_are_all_a_reviewer_needs(
    office: Desk, reviewer: Desk, form: Path, tmp_path: Path
) -> None:
    office.zpj("key", "export", tmp_path / "office.toml")
    reviewer.zpj("key", "trust", tmp_path / "office.toml")
    report = json.loads(reviewer.zpj("recheck", form, "--json", "-").out)["files"][0]
    assert (report["status"], report["unchecked"]) == ("clean", [])
    assert not reviewer.key.exists()


def test_a_private_key_is_not_taken_for_a_public_one(office: Desk, reviewer: Desk, form: Path) -> None:
    done = reviewer.zpj("key", "trust", office.key)
    assert done.status == 2
    assert "私钥" in done.err


def test_a_backup_brings_the_key_back(office: Desk, form: Path, tmp_path: Path) -> None:
    assert office.zpj("key", "backup", tmp_path / "backup").status == 0
    office.key.unlink()
    assert office.zpj("key", "restore", tmp_path / "backup").status == 0
    assert office.recheck(form) == []
    assert office.zpj("key", "backup", tmp_path / "backup").status == 2, "never over another file"


def test_what_was_signed_with_a_replaced_key_stays_good(
    office: Desk, reviewer: Desk, form: Path, tmp_path: Path
) -> None:
    write_toml(FILLED, tmp_path / "own.toml")
    reviewer.zpj("generate", tmp_path / "own.toml", "-o", tmp_path / "own")
    office.zpj("key", "backup", tmp_path / "backup")
    assert reviewer.zpj("key", "restore", tmp_path / "backup").status == 0
    (own,) = (tmp_path / "own").iterdir()
    assert reviewer.recheck(form) == reviewer.recheck(own) == []


def test_a_broken_trusted_key_stops_a_recheck_with_its_name(office: Desk, form: Path) -> None:
    folder = office.folder / "trusted-keys"
    folder.mkdir()
    (folder / "x.toml").write_text("x", encoding="utf-8")
    done = office.zpj("recheck", form)
    assert done.status == 2
    assert "x.toml" in done.err
