"""Public keys of others, trusted on this machine: TOML files in a folder beside the issuer's own key."""

import tomllib
from pathlib import Path

from zpj.files import write_whole
from zpj.keys.own_key import key_path
from zpj.keys.signing import PUBLIC_LENGTH, PublicKey
from zpj.model.codes import Code
from zpj.model.errors import KeyUnusable
from zpj.model.findings import Finding, Place, finding
from zpj.texts import wording

FOLDER = "trusted-keys"
MOST_BYTES = 10_000
"""A file of a public key is far smaller."""


def trusted_folder() -> Path:
    """Where the trusted keys are kept, one file each."""
    return key_path().with_name(FOLDER)


def trusted_keys() -> tuple[PublicKey, ...]:
    """All trusted keys, in the order of their file names.

    Raises:
        KeyUnusable: K02 for every file of the folder that holds no public key.
    """
    keys: list[PublicKey] = []
    problems: list[Finding] = []
    for path in sorted(trusted_folder().glob("*.toml")):
        try:
            keys.append(read_public_key(path))
        except KeyUnusable as error:
            problems += error.findings
    if problems:
        raise KeyUnusable(problems)
    return tuple(keys)


def read_public_key(path: Path) -> PublicKey:
    """The public key in the file at ``path``.

    Raises:
        KeyUnusable: K02, there is none, or it is not the one its fingerprint names.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES)
    except OSError as error:
        raise _unusable(path, "unreadable") from error
    if _is_private(data):
        raise _unusable(path, "private")
    try:
        told = tomllib.loads(data.decode("utf-8"))
        key = PublicKey(bytes.fromhex(told["public_key"]), str(told.get("name", "")))
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise _unusable(path, "no_key") from error
    if len(key.raw) != PUBLIC_LENGTH:
        raise _unusable(path, "no_key")
    if told.get("fingerprint") != key.fingerprint:
        raise _unusable(path, "fingerprint")
    return key


def write_public_key(path: Path, key: PublicKey, *, force: bool = False) -> None:
    """Write ``key`` as a file that others can trust.

    Raises:
        OutputExists: X05, there is a file already and ``force`` is not set.
    """
    lines = [
        f"# {wording('key')['file']}",
        f'fingerprint = "{key.fingerprint}"',
        f'public_key = "{key.raw.hex()}"',
    ]
    if key.name:
        lines.append(f"name = {_toml_text(key.name)}")
    write_whole(path, ("\n".join(lines) + "\n").encode(), force=force)


def trust(key: PublicKey) -> Path:
    """Trust ``key`` from now on; the file it is kept in."""
    path = trusted_folder() / f"{key.fingerprint}.toml"
    write_public_key(path, key, force=True)
    return path


def _is_private(data: bytes) -> bool:
    """Whether somebody took the file of a private key, which is nothing but its digits."""
    text = data.strip()
    return len(text) >= 2 * PUBLIC_LENGTH and all(sign in b"0123456789abcdefABCDEF" for sign in text)


def _toml_text(text: str) -> str:
    return '"' + "".join(_escaped(sign) for sign in text) + '"'


def _escaped(sign: str) -> str:
    return sign if sign.isprintable() and sign not in '"\\' else f"\\U{ord(sign):08x}"


def _unusable(path: Path, why: str) -> KeyUnusable:
    return KeyUnusable([finding(Code.K02, Place(file=str(path)), found=wording("key")["unusable"][why])])
