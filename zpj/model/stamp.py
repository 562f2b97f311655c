"""The stamp of a form: what was issued, and a seal over it that only the issuer's key can make."""

import hashlib
import hmac
from dataclasses import dataclass

from zpj.model.project import Wiring

SEALED_VERSION = 1
"""Forms of this template version were sealed with a secret; later ones are signed."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a form says of itself. ``definition`` is the project as JSON, byte for byte as issued."""

    template_version: int
    profile: str
    profile_version: int
    wiring: Wiring
    project: str
    definition: str
    seal: str = ""
    """Hexadecimal: an Ed25519 signature over :meth:`content`; empty on a form issued without a key."""
    signer: str = ""
    """The fingerprint of the public key that verifies the seal."""

    def content(self) -> bytes:
        """Everything the stamp says, its seal apart."""
        parts = [
            str(self.template_version),
            self.profile,
            str(self.profile_version),
            self.wiring,
            self.project,
            self.definition,
        ]
        if self.template_version > SEALED_VERSION:
            parts.append(self.signer)
        # Lengths keep two different stamps from ever giving the same text.
        return "".join(f"{len(part)}:{part}" for part in parts).encode("utf-8", "surrogatepass")

    def is_sealed_by(self, key: bytes) -> bool:
        """Whether the seal is that of ``SEALED_VERSION``: HMAC-SHA256 with ``key`` over just this content."""
        seal = hmac.new(key, self.content(), hashlib.sha256).hexdigest()
        # As bytes: what came back as a seal may be any text.
        return hmac.compare_digest(self.seal.encode("utf-8", "surrogatepass"), seal.encode())
