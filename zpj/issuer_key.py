"""The issuer's key: made on first use, kept out of every form, never shown."""

import os
import secrets
from pathlib import Path

from zpj.model.codes import Code
from zpj.model.errors import KeyUnusable
from zpj.model.findings import Place, finding

KEY_FILE = "ZPJ_KEY_FILE"
"""Environment variable: another place for the key."""

LENGTH = 32


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
    try:
        text = path.read_text(encoding="ascii").strip()
        key = bytes.fromhex(text)
    except FileNotFoundError:
        return None
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
    path = key_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        # Exclusive: of two first runs at once, one makes the key and the other reads it.
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return find_key() or key
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(key.hex() + "\n")
    return key
