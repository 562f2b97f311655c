"""The signature of a stamp: made by who issues, checked by who rechecks."""

from collections.abc import Iterable
from dataclasses import replace
from enum import Enum, auto

from zpj.keys.signing import PublicKey, public_key, sign
from zpj.model.stamp import SEALED_VERSION, Stamp


class SealVerdict(Enum):
    """What the seal of a stamp says."""

    VALID = auto()
    NO_KEY = auto()
    """No key is at hand: nothing is known."""
    UNSIGNED = auto()
    UNKNOWN_SIGNER = auto()
    """Signed, or so it says, with a key that is not trusted here."""
    MISMATCH = auto()
    OLD_SEAL = auto()
    """Sealed before there were signatures, with another key than the own one: only that key could tell."""


def signed(stamp: Stamp, key: bytes) -> Stamp:
    """``stamp`` signed with the issuer's ``key``."""
    named = replace(stamp, signer=public_key(key).fingerprint)
    return replace(named, seal=sign(key, named.content()).hex())


def seal_verdict(stamp: Stamp, key: bytes | None, trusted: Iterable[PublicKey]) -> SealVerdict:
    """What the seal of ``stamp`` says to who has the issuer's ``key`` or trusts these public keys."""
    keys = [*trusted] if key is None else [public_key(key), *trusted]
    if not keys:
        return SealVerdict.NO_KEY
    if not stamp.seal:
        return SealVerdict.UNSIGNED
    if stamp.template_version <= SEALED_VERSION:
        is_ours = key is not None and stamp.is_sealed_by(key)
        return SealVerdict.VALID if is_ours else SealVerdict.OLD_SEAL
    # Two keys of one fingerprint are not impossible: any of them may have signed.
    named = [each for each in keys if each.fingerprint == stamp.signer]
    if not named:
        return SealVerdict.UNKNOWN_SIGNER
    try:
        signature = bytes.fromhex(stamp.seal)
    except ValueError:
        return SealVerdict.MISMATCH
    content = stamp.content()
    is_valid = any(each.verifies(signature, content) for each in named)
    return SealVerdict.VALID if is_valid else SealVerdict.MISMATCH
