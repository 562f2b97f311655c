"""The issuer's own key: made on first use, kept out of every form, never shown.

Its file is one line of hexadecimal digits. Forms are signed with a private key derived from it; those issued
before there were signatures were sealed with it as it is, so a file from then serves on unchanged.
"""

import os
import secrets
from pathlib import Path

from zpj.keys.signing import public_key
from zpj.model.codes import Code
from zpj.model.errors import KeyUnusable, OutputExists
from zpj.model.findings import Place, finding

KEY_FILE = "ZPJ_KEY_FILE"
"""Environment variable: another place for the key."""

LENGTH = 32
"""Bytes; a longer key is fine."""


def key_path() -> Path:
    """Where the key is kept: ``ZPJ_KEY_FILE``, or ``zpj/key`` in the user's configuration folder."""
    if named := os.environ.get(KEY_FILE):
        return Path(named)
    base = os.environ.get("APPDATA") or os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(base) / "zpj" / "key"


def find_key() -> bytes | None:
    """The key, or ``None`` on a machine that never issued a form.

    Raises:
        KeyUnusable: K01, the file is there but is no key.
    """
    path = key_path()
    # A link that leads nowhere is a key that cannot be reached, not one that was never made.
    return read_key(path) if path.exists() or path.is_symlink() else None


def read_key(path: Path) -> bytes:
    """The key in the file at ``path``.

    Raises:
        KeyUnusable: K01, there is none.
    """
    try:
        key = bytes.fromhex(path.read_text(encoding="ascii").strip())
    except (OSError, ValueError) as error:
        raise KeyUnusable([finding(Code.K01, Place(file=str(path)))]) from error
    if len(key) < LENGTH:
        raise KeyUnusable([finding(Code.K01, Place(file=str(path)))])
    return key


def make_key() -> bytes:
    """The key, made now if there is none; only its owner can read the file."""
    key = find_key()
    if key is not None:
        return key
    key = secrets.token_bytes(LENGTH)
    try:
        write_key(key_path(), key)
    except OutputExists:
        # Of two first runs at once, one makes the key and the other reads it.
        return find_key() or key
    return key


def write_key(path: Path, key: bytes) -> None:
    """Write ``key`` to a new file that only its owner can read.

    Raises:
        OutputExists: X05, there is a file already; a key is never written over.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise OutputExists([finding(Code.X05, Place(file=str(path)))]) from error
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(key.hex() + "\n")


def restore_key(backup: Path) -> Path | None:
    """Make the key in the file ``backup`` this machine's own.

    What is in its place is renamed, never lost, and its new path given; ``None`` where nothing was, or the
    same key.

    Raises:
        KeyUnusable: K01, ``backup`` holds no key.
    """
    key, path = read_key(backup), key_path()
    aside = None
    if path.exists() or path.is_symlink():
        try:
            present = read_key(path)
        except KeyUnusable:
            aside = path.with_name(f"{path.name}-unusable")
        else:
            if present == key:
                return None
            aside = path.with_name(f"{path.name}-{public_key(present).fingerprint}")
        os.replace(path, aside)  # noqa: PTH105 (over a file of the same key)
    write_key(path, key)
    return aside
