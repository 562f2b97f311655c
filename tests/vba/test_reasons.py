"""What the 一键复核 button counts as a reason, held against the rule; differences are written down."""

import pytest
from pyopenvba.apps.excel import ExcelApplication

from support.reasons import FLAWS
from support.specimens import PROFILE
from zpj.vba import form_modules

UNKNOWN_TO_THE_MACRO = frozenset({"的的的的", "哈哈哈哈哈哈", "天天下雨", "asdf", "COVID-19", "TRUE"})
"""It counts every character, also one that comes again, and every letter of a word."""


@pytest.fixture(scope="module")
def app() -> ExcelApplication:
    app = ExcelApplication()
    app.add_workbook()
    for module in form_modules(PROFILE):
        app.add_module(module.source.replace("\n", "\r\n"), name=module.name)
    return app


@pytest.mark.parametrize("text", FLAWS, ids=ascii)
def test_the_button_counts_what_the_rule_takes_for_a_reason(text: str, app: ExcelApplication) -> None:
    assert app.run("IsReason", text) is (FLAWS[text] is None or text in UNKNOWN_TO_THE_MACRO)
