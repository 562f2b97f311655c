"""The documentation says what the program does: findings page, commands in both READMEs."""

import subprocess
import sys
from pathlib import Path

import pytest

from zpj.model.findings import CATALOGUE

ROOT = Path(__file__).parents[2]


def test_the_findings_page_is_printed_from_the_catalogue() -> None:
    printed = subprocess.run(
        [sys.executable, ROOT / "scripts/findings_doc.py"], capture_output=True, encoding="utf-8", check=True
    )
    page = (ROOT / "docs/findings.md").read_text(encoding="utf-8")
    assert printed.stdout == page
    assert all(f"| {code} |" in page for code in CATALOGUE)


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_links_of_the_readmes_lead_somewhere(readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    targets = [part.partition(")")[0] for part in text.split("](")[1:]]
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []
