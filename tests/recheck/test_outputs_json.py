"""--json: what other programs read. The page docs/json.md and the output may not drift apart."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from support import rechecks
from zpj.recheck.outputs.as_json import folder_json
from zpj.recheck.report import FolderReport

DOCUMENT = Path(__file__).parents[2] / "docs/json.md"


def documented(section: str) -> list[str]:
    """The keys of a table of docs/json.md, in its order."""
    text = DOCUMENT.read_text(encoding="utf-8").split(f"\n## {section}\n")[1].split("\n## ")[0]
    return re.findall(r"^\| `(\w+)`", text, re.MULTILINE)


@pytest.fixture(scope="module")
def written() -> Mapping[str, Any]:
    return folder_json(rechecks.folder())


def test_every_documented_key_is_there_and_no_other(written: Mapping[str, Any]) -> None:
    form = written["files"][0]
    finding = documented("A finding")
    assert list(written) == documented("The report")
    assert list(form) == documented("A form")
    assert list(form["findings"][0]) == finding
    assert list(written["findings"][0]) == finding
    assert sorted(form["ledger"][0]) == sorted(documented("An override"))
    assert list(form["explained"][0]) == finding + documented("An explained finding")


def test_json_carries_every_form_finding_and_figure(written: Mapping[str, Any]) -> None:
    read = json.loads(json.dumps(written, allow_nan=False))
    assert [form["status"] for form in read["files"]] == [
        "findings",
        "findings",
        "findings",
        "unreadable",
        "clean",
    ]
    first = read["files"][0]
    assert (first["total"], first["total_found"], first["grade"]) == (89.0, 91.5, "良")
    assert [entry["code"] for entry in first["findings"]] == ["R01", "T01", "F01", "F01", "P04"]
    assert [(entry["cell"], entry["difference"]) for entry in first["ledger"]] == [("H9", 2.5), ("H12", 2.5)]
    assert read["files"][3]["total"] is None
    assert [entry["code"] for entry in read["findings"]] == ["S10"]
    assert len(read["skipped"]) == 1


def test_an_empty_folder_has_the_same_keys() -> None:
    assert folder_json(FolderReport(())) == {"version": 1, "files": [], "findings": [], "skipped": []}
