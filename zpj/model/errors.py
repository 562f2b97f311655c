"""The errors a caller may catch. Each carries findings: a code, a place, what is wrong, what to do."""

from collections.abc import Iterable

from zpj.model.findings import Finding


class ZpjError(Exception):
    """Something cannot be done; ``findings`` says what is wrong, where, and what to do. Never empty."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(str(finding) for finding in self.findings))


class DefinitionError(ZpjError):
    """Definitions that cannot become forms: every problem at once."""


class ProfileError(ZpjError):
    """A rule profile that is unknown or breaks the profile format."""


class UnreadableFile(ZpjError):
    """A file that is damaged, hostile, encrypted, too large or of another type (family X)."""


class OutputExists(ZpjError):
    """A file is already there and nothing may be overwritten unasked."""


class KeyUnusable(ZpjError):
    """The issuer's key is there but cannot be used."""


class NotRepairable(ZpjError):
    """A returned form of which nothing says reliably how it was issued."""
