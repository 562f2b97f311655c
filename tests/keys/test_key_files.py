"""Files of keys: made once, never written over, and nothing taken for a key that is none."""

import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from zpj.keys.own_key import KEY_FILE, find_key, make_key, read_key, restore_key, write_key
from zpj.keys.signing import PublicKey, public_key
from zpj.keys.trusted_keys import read_public_key, trust, trusted_folder, trusted_keys, write_public_key
from zpj.model.errors import KeyUnusable, OutputExists

OURS, THEIRS = bytes(range(32)), bytes(range(1, 33))


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where this machine keeps its key."""
    path = tmp_path / "own" / "key"
    monkeypatch.setenv(KEY_FILE, str(path))
    return path


def test_a_key_is_made_once(place: Path) -> None:
    assert find_key() is None
    made = make_key()
    assert (make_key(), find_key(), len(made)) == (made, made, 32)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_only_its_owner_can_read_it(place: Path) -> None:
    make_key()
    assert stat.S_IMODE(place.stat().st_mode) == 0o600


def test_a_key_of_a_former_version_serves_on(place: Path) -> None:
    place.parent.mkdir()
    place.write_text(OURS.hex() + "\n", encoding="ascii")
    assert find_key() == OURS


def test_a_file_that_is_no_key_is_told_and_kept(place: Path) -> None:
    for text in ("", "ab" * 31, "no digits"):
        place.parent.mkdir(exist_ok=True)
        place.write_text(text, encoding="ascii")
        with pytest.raises(KeyUnusable) as told:
            make_key()
        assert [each.code for each in told.value.findings] == ["K01"]
        assert place.read_text(encoding="ascii") == text


def test_a_link_that_leads_nowhere_is_no_machine_without_a_key(place: Path) -> None:
    place.parent.mkdir()
    place.symlink_to(place.parent / "gone")
    with pytest.raises(KeyUnusable):
        make_key()


def test_a_key_is_never_written_over(tmp_path: Path) -> None:
    write_key(tmp_path / "key", OURS)
    with pytest.raises(OutputExists):
        write_key(tmp_path / "key", THEIRS)
    assert read_key(tmp_path / "key") == OURS


def test_a_restored_key_takes_the_place_of_another_which_is_kept(place: Path, tmp_path: Path) -> None:
    write_key(place, THEIRS)
    write_key(tmp_path / "backup", OURS)
    aside = restore_key(tmp_path / "backup")
    assert aside is not None
    assert (find_key(), read_key(aside)) == (OURS, THEIRS)
    assert aside.name == f"key-{public_key(THEIRS).fingerprint}"
    assert restore_key(tmp_path / "backup") is None


def test_a_damaged_key_is_replaced_by_its_backup_and_kept(place: Path, tmp_path: Path) -> None:
    place.parent.mkdir()
    place.write_text("cut of", encoding="ascii")
    write_key(tmp_path / "backup", OURS)
    aside = restore_key(tmp_path / "backup")
    assert aside is not None
    assert (find_key(), aside.read_text(encoding="ascii")) == (OURS, "cut of")


def test_a_bad_backup_changes_nothing(place: Path, tmp_path: Path) -> None:
    write_key(place, OURS)
    (tmp_path / "backup").write_text("nothing", encoding="ascii")
    with pytest.raises(KeyUnusable):
        restore_key(tmp_path / "backup")
    assert find_key() == OURS


@pytest.mark.parametrize("name", ["", "某某局", 'a "b" \\ c\n\x00\u202e', "𠮷"])
def test_a_public_key_comes_back_from_its_file(name: str, tmp_path: Path) -> None:
    key = PublicKey(public_key(OURS).raw, name)
    write_public_key(tmp_path / "key.toml", key)
    assert read_public_key(tmp_path / "key.toml") == key


def test_trusted_keys_are_kept_beside_the_own_one(place: Path) -> None:
    assert trusted_keys() == ()
    theirs = PublicKey(public_key(THEIRS).raw, "某某局")
    trust(theirs)
    trust(theirs)
    assert trusted_keys() == (theirs,)
    assert trusted_folder().parent == place.parent


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (None, "打不开"),
        (OURS.hex(), "私钥"),
        ("", "没有公钥"),
        ("not = toml = at all", "没有公钥"),
        ('public_key = "ab"\nfingerprint = "x"', "没有公钥"),
        ("public_key = 5", "没有公钥"),
        (f'public_key = "{public_key(OURS).raw.hex()}"\nfingerprint = "0000000000000000"', "指纹"),
    ],
)
def test_what_is_no_public_key_is_refused_with_its_reason(
    content: str | None, word: str, tmp_path: Path
) -> None:
    path = tmp_path / "key.toml"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(KeyUnusable) as told:
        read_public_key(path)
    (found,) = told.value.findings
    assert found.code == "K02"
    assert word in found.message


def test_a_broken_file_among_the_trusted_keys_is_not_passed_over() -> None:
    trust(PublicKey(public_key(THEIRS).raw))
    for name in ("a.toml", "b.toml"):
        (trusted_folder() / name).write_text("x", encoding="utf-8")
    with pytest.raises(KeyUnusable) as told:
        trusted_keys()
    assert [each.code for each in told.value.findings] == ["K02", "K02"]
