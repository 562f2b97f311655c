"""What the issuer knows besides the returned files: the same for every file of a recheck."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from zpj.keys.signing import PublicKey
from zpj.model.project import DEFAULT_PROFILE, Project
from zpj.recheck.acceptances import Acceptance


@dataclass(frozen=True, slots=True)
class Issuer:
    """What the issuer knows besides the returned files."""

    definitions: Mapping[str, Project] = field(default_factory=dict[str, Project])
    """The projects as they are defined today, by 项目编号."""
    key: bytes | None = field(default=None, repr=False)
    """The issuer's own key, with which stamps were signed."""
    acceptances: tuple[Acceptance, ...] = ()
    """Findings that were accepted in writing."""
    profile: str = DEFAULT_PROFILE
    """What forms without a stamp are held against."""
    trusted: tuple[PublicKey, ...] = ()
    """The public keys of others whose signatures are good too."""
