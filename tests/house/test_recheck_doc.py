"""docs/recheck.md is what its script prints, and names every code that a comparison may give."""

import subprocess
import sys

from support.tree import ROOT
from zpj.recheck.comparison.facets import FACETS

PAGE = (ROOT / "docs/recheck.md").read_text(encoding="utf-8")


def test_the_page_of_the_comparison_is_current() -> None:
    command = [sys.executable, ROOT / "scripts/recheck_doc.py"]
    printed = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    assert printed == PAGE, "python scripts/recheck_doc.py > docs/recheck.md"


def test_every_facet_has_its_row() -> None:
    rows = [line for line in PAGE.splitlines() if line.startswith("| ")][1:]
    assert len(rows) == len(FACETS)
