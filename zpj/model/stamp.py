"""The stamp of a form: what was issued, and a seal over it that only the issuer's key can make."""

import hashlib
import hmac
from dataclasses import dataclass

from zpj.model.project import Wiring


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a form says of itself. ``definition`` is the project as JSON, byte for byte as issued."""

    template_version: int
    profile: str
    profile_version: int
    wiring: Wiring
    project: str
    definition: str
    seal: str
    """Hexadecimal; empty on a form that was issued without a key."""

    def is_sealed_by(self, key: bytes) -> bool:
        """Whether the seal was made with ``key`` over just this content."""
        # As bytes: what came back as a seal may be any text.
        return hmac.compare_digest(self.seal.encode("utf-8", "surrogatepass"), seal(self, key).encode())


def seal(stamp: Stamp, key: bytes) -> str:
    """HMAC-SHA256 over everything the stamp says, its seal apart."""
    parts = (
        str(stamp.template_version),
        stamp.profile,
        str(stamp.profile_version),
        stamp.wiring,
        stamp.project,
        stamp.definition,
    )
    # Lengths keep two different stamps from ever giving the same text.
    content = "".join(f"{len(part)}:{part}" for part in parts)
    return hmac.new(key, content.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()
