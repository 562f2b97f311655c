"""Sheet protection: the password as the SHA-512 hash that Excel 2013+, WPS and LibreOffice verify."""

import hashlib
import hmac
from base64 import b64encode
from functools import lru_cache
from typing import NamedTuple

SPIN_COUNT = 100_000
_SALT = hashlib.sha256(b"zpj form protection").digest()[:16]
"""The same for every form, so that the same input gives the same bytes."""


class Lock(NamedTuple):
    """The attributes of a protection element."""

    hash: str
    salt: str
    spin_count: int


def macro_password(key: bytes | None) -> str:
    """The password of forms whose macros must open them again; one for all forms of a ``key``.

    The form carries it, hidden: it prevents slips; a recheck shows what is done on purpose.
    """
    return hmac.new(key or b"", b"zpj form macros", hashlib.sha256).hexdigest()[:16]


@lru_cache(maxsize=16)
def lock(password: str | None) -> Lock:
    """The lock that ``password`` opens; without one, a lock that no known password opens."""
    digest = hashlib.sha512(
        _SALT + b"no password" if password is None else _SALT + password.encode("utf-16-le")
    )
    for turn in range(SPIN_COUNT if password is not None else 1):
        digest = hashlib.sha512(digest.digest() + turn.to_bytes(4, "little"))
    return Lock(b64encode(digest.digest()).decode(), b64encode(_SALT).decode(), SPIN_COUNT)
