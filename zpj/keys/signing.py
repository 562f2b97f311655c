"""Ed25519 as forms are signed with it: deterministic, so that the same form has the same bytes.

The library is imported on first use: most commands neither sign nor verify.
"""

import hashlib
import hmac
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

PUBLIC_LENGTH = 32
"""Bytes of a public key."""
_PURPOSE = b"zpj form signature"


@dataclass(frozen=True, slots=True)
class PublicKey:
    """What verifies the signatures of one issuer."""

    raw: bytes
    name: str = ""
    """Whose it is, in the words of who trusts it."""

    @property
    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits that name the key; the key itself decides."""
        return hashlib.sha256(self.raw).hexdigest()[:16]

    def verifies(self, signature: bytes, content: bytes) -> bool:
        """Whether ``signature`` was made over ``content`` with the private key that belongs to this one."""
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        try:
            Ed25519PublicKey.from_public_bytes(self.raw).verify(signature, content)
        except InvalidSignature:
            return False
        return True


@lru_cache(maxsize=8)
def public_key(key: bytes) -> PublicKey:
    """The public key of the issuer's ``key``."""
    return PublicKey(_private(key).public_key().public_bytes_raw())


def sign(key: bytes, content: bytes) -> bytes:
    """The signature over ``content`` by the issuer's ``key``: 64 bytes, always the same ones."""
    return _private(key).sign(content)


@lru_cache(maxsize=8)
def _private(key: bytes) -> "Ed25519PrivateKey":
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    # Derived, not the key itself: the same file also verifies forms that were sealed before there were
    # signatures, and one secret must not serve two algorithms.
    return Ed25519PrivateKey.from_private_bytes(hmac.new(key, _PURPOSE, hashlib.sha256).digest())
