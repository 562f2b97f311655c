"""The whole round, from the definition of a project to a clean recheck of the filled form."""

import json
from pathlib import Path

from openpyxl import load_workbook

from support.command import zpj
from support.forms import FORM_SHEET
from support.slips import PROPERLY
from support.tree import ROOT

DEFINITION = ROOT / "templates/forms/sample-short.toml"


def test_a_definition_becomes_a_form_that_is_filled_and_rechecked_clean(tmp_path: Path) -> None:
    generated = zpj("generate", DEFINITION, "-o", tmp_path)
    assert (generated.status, generated.err) == (0, "")
    (form,) = tmp_path.glob("*.xlsx")
    assert rechecked(form)["status"] == "findings"
    fill(form)
    report = rechecked(form)
    assert (report["findings"], report["status"], report["grade"]) == ([], "clean", "优")


def rechecked(form: Path) -> dict[str, object]:
    """What ``zpj recheck --json`` says of the form."""
    (report,) = json.loads(zpj("recheck", form, "--json", "-").out)["files"]
    return dict(report)


def fill(form: Path) -> None:
    """Type proper answers into the inputs, by their names."""
    book = load_workbook(form)
    for name, typed in PROPERLY.items():
        place = book.defined_names[name].attr_text
        assert place
        book[FORM_SHEET][place.rpartition("!")[2]] = typed
    book.save(form)
