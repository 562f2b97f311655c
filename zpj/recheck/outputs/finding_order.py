"""In which order findings are told: what costs points in practice first, then errors, warnings and hints."""

from collections.abc import Iterable

from zpj.model.codes import Code
from zpj.model.findings import Finding, Severity

FIRST = (Code.P04, Code.T01, Code.T02)
_RANK = {severity: rank for rank, severity in enumerate(Severity)}


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """``findings``, the codes of ``FIRST`` before all others; among equals the order given stays."""
    return sorted(findings, key=urgency)


def severity_rank(finding: Finding) -> int:
    """0 for an error, 1 for a warning, 2 for a hint."""
    return _RANK[finding.severity]


def urgency(finding: Finding) -> tuple[int, int, str]:
    """A sort key, the most urgent first."""
    first = FIRST.index(finding.code) if finding.code in FIRST else len(FIRST)
    return first, severity_rank(finding), finding.code
