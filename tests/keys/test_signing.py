"""Signatures: its owner alone makes them, a public key verifies them, a form always has the same one."""

import hashlib
import hmac
from dataclasses import replace

import pytest

from zpj.keys.signing import PublicKey, public_key, sign
from zpj.keys.stamp_signature import SealVerdict, seal_verdict, signed
from zpj.model.project import Wiring
from zpj.model.stamp import Stamp

OURS, THEIRS = bytes(range(32)), bytes(range(1, 33))
STAMP = Stamp(2, "beijing-2020", 1, Wiring.NATIVE, "P-1", '{"code":"P-1"}')


def test_a_signature_is_deterministic_and_verified_by_its_own_public_key_alone() -> None:
    signature = sign(OURS, b"content")
    assert signature == sign(OURS, b"content")
    assert public_key(OURS).verifies(signature, b"content")
    assert not public_key(OURS).verifies(signature, b"another")
    assert not public_key(THEIRS).verifies(signature, b"content")


def test_a_signature_of_another_length_is_none() -> None:
    assert not public_key(OURS).verifies(sign(OURS, b"content")[:-1], b"content")


def test_a_fingerprint_is_short_and_tells_keys_apart() -> None:
    fingerprints = {public_key(key).fingerprint for key in (OURS, THEIRS)}
    assert len(fingerprints) == 2
    assert all(len(each) == 16 and int(each, 16) >= 0 for each in fingerprints)


def test_the_key_is_not_the_private_key_itself() -> None:
    """It also checks old seals: one secret must not serve two algorithms."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    plain = Ed25519PrivateKey.from_private_bytes(OURS).public_key().public_bytes_raw()
    assert public_key(OURS).raw != plain


def test_a_form_of_ours_or_of_somebody_trusted_is_good() -> None:
    assert seal_verdict(signed(STAMP, OURS), OURS, ()) is SealVerdict.VALID
    assert seal_verdict(signed(STAMP, THEIRS), OURS, (public_key(THEIRS),)) is SealVerdict.VALID
    assert seal_verdict(signed(STAMP, THEIRS), None, (public_key(THEIRS),)) is SealVerdict.VALID


@pytest.mark.parametrize(
    "change",
    [
        {"profile": "x"},
        {"profile_version": 2},
        {"wiring": Wiring.UDF},
        {"project": "P-2"},
        {"definition": "{}"},
        {"template_version": 3},
        {"seal": "00" * 64},
        {"seal": "no digits"},
        {"seal": "ab"},
    ],
)
def test_whatever_is_changed_in_a_signed_stamp_shows(change: dict[str, object]) -> None:
    stamp = replace(signed(STAMP, OURS), **change)  # type: ignore[arg-type]
    assert seal_verdict(stamp, OURS, ()) is SealVerdict.MISMATCH


def test_unsigned_unknown_and_unchecked_are_told_apart() -> None:
    theirs = signed(STAMP, THEIRS)
    assert seal_verdict(STAMP, OURS, ()) is SealVerdict.UNSIGNED
    assert seal_verdict(theirs, OURS, ()) is SealVerdict.UNKNOWN_SIGNER
    assert seal_verdict(replace(theirs, signer=""), OURS, ()) is SealVerdict.UNKNOWN_SIGNER
    assert seal_verdict(theirs, None, ()) is SealVerdict.NO_KEY
    assert seal_verdict(STAMP, None, ()) is SealVerdict.NO_KEY


def test_somebody_else_cannot_sign_in_our_name() -> None:
    forged = replace(signed(STAMP, THEIRS), signer=public_key(OURS).fingerprint)
    assert seal_verdict(forged, OURS, (public_key(THEIRS),)) is SealVerdict.MISMATCH


def test_of_two_keys_with_one_fingerprint_either_verifies() -> None:
    class Twin(PublicKey):
        fingerprint = public_key(OURS).fingerprint  # type: ignore[assignment]

    twin = Twin(public_key(THEIRS).raw)
    stamp = signed(STAMP, OURS)
    assert seal_verdict(stamp, None, (twin, public_key(OURS))) is SealVerdict.VALID
    assert seal_verdict(stamp, None, (twin,)) is SealVerdict.MISMATCH


def test_an_old_seal_is_verified_by_the_key_that_made_it_and_by_no_public_key() -> None:
    old = replace(STAMP, template_version=1)

    sealed = replace(old, seal=hmac.new(OURS, old.content(), hashlib.sha256).hexdigest())
    assert seal_verdict(sealed, OURS, ()) is SealVerdict.VALID
    assert seal_verdict(sealed, THEIRS, ()) is SealVerdict.OLD_SEAL
    assert seal_verdict(sealed, None, (public_key(OURS),)) is SealVerdict.OLD_SEAL
    assert seal_verdict(replace(sealed, project="P-2"), OURS, ()) is SealVerdict.OLD_SEAL
