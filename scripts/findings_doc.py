"""Print docs/findings.md: every code with its title, severity and advice, from the catalogue."""

import re
import sys

from zpj.model.findings import CATALOGUE, CatalogueEntry, Severity

FAMILIES = {
    "X": "file",
    "D": "definition",
    "I": "import",
    "S": "stamp and structure",
    "F": "formulas and locked cells",
    "Q": "quantities",
    "P": "points and scores",
    "R": "reasons",
    "B": "budget",
    "T": "total",
    "A": "annotate and repair",
    "E": "exceptions",
    "G": "rule profiles",
    "K": "issuer's key",
    "M": "buttons in Excel",
    "N": "this machine and its Excel",
}
WORDS = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}


def main() -> None:
    """Write the page to standard output."""
    lines = [
        "# Findings",
        "",
        "Printed by `python scripts/findings_doc.py` from `zpj/texts/zh/findings.toml`.",
    ]
    for letter, family in FAMILIES.items():
        entries = [entry for code, entry in sorted(CATALOGUE.items()) if code.startswith(letter)]
        if entries:
            lines += ["", f"## {letter}: {family}", "", "| code | | finding | what to do |"]
            lines += ["|---|---|---|---|", *map(_row, entries)]
    sys.stdout.write("\n".join(lines) + "\n")


def _row(entry: CatalogueEntry) -> str:
    advice = re.sub(r"\{\w+\}", "…", entry.advice)
    return f"| {entry.code} | {WORDS[entry.severity]} | {entry.title} | {advice} |"


main()
