"""The HTML report in a real browser: search, sort, print, and text that stays text."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

import pytest
from selenium.common.exceptions import NoAlertPresentException
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.by import By

from support import rechecks
from support.browser import Browser
from zpj.model.findings import Severity
from zpj.recheck.outputs.as_html import folder_html
from zpj.recheck.report import FolderReport

UNITS_WITH_SOMETHING_TO_MEND = 3
HOSTILE = (
    "<script>window.hacked = 1; alert(1)</script></td></table></section><img src=x onerror=alert(1)>"
    "\" onmouseover='alert(1)' {{ 7*7 }} {% raw %} &lt;b&gt; </style></script><!-- \U0001f600 \u202eabc א"
)


@pytest.fixture
def page(browser: Browser) -> Iterator[Chrome]:
    """The sample report, open; at the end its console has to be empty."""
    yield browser.open(folder_html(rechecks.folder()))
    assert browser.complaints() == []


def rows(page: Chrome) -> list[tuple[str, str]]:
    """Code and cell of the findings that can be seen, from top to bottom."""
    script = """
        return [...document.querySelectorAll("#findings tbody tr")].filter(row => row.getClientRects().length)
            .map(row => [row.dataset.code, row.cells[4].textContent]);
    """
    return [(code, cell.removeprefix("自评表").lstrip("!")) for code, cell in page.execute_script(script)]


def codes(page: Chrome) -> list[str]:
    return [code for code, _ in rows(page)]


def choose(page: Chrome, name: str, value: str) -> None:
    """By keyboard: a driver's click on an option fires fewer events than a person's."""
    box = page.find_element(By.NAME, name)
    values = [option.get_attribute("value") for option in box.find_elements(By.TAG_NAME, "option")]
    box.send_keys(Keys.HOME, Keys.DOWN * values.index(value))


def sort_by(page: Chrome, section: str, column: int) -> None:
    page.find_element(By.CSS_SELECTOR, f"#{section} th:nth-child({column}) button").click()


def displayed(page: Chrome) -> list[str]:
    """The sections and the heading that the page shows."""
    found = page.find_elements(By.CSS_SELECTOR, "body > header, main > section")
    return [element.get_attribute("id") or "header" for element in found if element.is_displayed()]


def test_findings_are_listed_the_costly_first(page: Chrome) -> None:
    assert codes(page)[:3] == ["P04", "T01", "T02"]
    assert len(codes(page)) == 10


def test_typing_words_narrows_the_list_to_rows_with_all_of_them(page: Chrome) -> None:
    page.find_element(By.NAME, "text").send_keys("示例项目1 h12")
    assert rows(page) == [("P04", "H12"), ("F01", "H12")]
    assert page.find_element(By.CSS_SELECTOR, "#filter output b").text == "2"


def test_choices_of_severity_code_and_unit_narrow_together(page: Chrome) -> None:
    choose(page, "severity", "warning")
    assert codes(page) == ["R01"]
    choose(page, "severity", "error")
    choose(page, "unit", "甲单位")
    assert Counter(codes(page)) == {"P04": 1, "T01": 1, "F01": 2}
    choose(page, "code", "F01")
    assert codes(page) == ["F01", "F01"]
    choose(page, "unit", "乙单位")
    assert codes(page) == []


def test_enter_in_the_search_box_keeps_page_and_filter(page: Chrome) -> None:
    page.find_element(By.NAME, "text").send_keys("T02\n")
    assert codes(page) == ["T02"]


def test_a_click_on_a_head_sorts_a_second_one_reverses(page: Chrome) -> None:
    choose(page, "unit", "甲单位")
    sort_by(page, "findings", 5)
    assert [cell for _, cell in rows(page)] == ["H9", "H12", "H12", "H40", "I20"]
    sort_by(page, "findings", 5)
    assert [cell for _, cell in rows(page)] == ["I20", "H40", "H12", "H12", "H9"]
    sort_by(page, "findings", 1)
    assert codes(page)[-1] == "R01"


def test_numbers_sort_as_numbers(browser: Browser) -> None:
    totals = (100.0, 9.5, None, 88.31)
    forms = tuple(replace(rechecks.form(n, "甲单位"), total=total) for n, total in enumerate(totals))
    page = browser.open(folder_html(FolderReport(forms)))
    sort_by(page, "forms", 5)
    cells = page.find_elements(By.CSS_SELECTOR, "#forms td:nth-child(5)")
    assert [cell.text for cell in cells][1:] == ["9.50", "88.31", "100.00"]


def test_the_print_button_prints_nothing_but_the_notices_one_unit_a_sheet(
    page: Chrome, browser: Browser
) -> None:
    page.execute_script("window.print = () => { window.printed = document.body.className; };")
    page.find_element(By.ID, "print").click()
    assert page.execute_script("return window.printed") == "notices-only"
    with browser.on_paper():
        assert displayed(page) == ["notices"]
        notices = [notice.text for notice in page.find_elements(By.CSS_SELECTOR, ".notice")]
    assert len(notices) == UNITS_WITH_SOMETHING_TO_MEND
    for unit, expected in (("甲单位", ["P04", "T01", "F01", "F01", "R01"]), ("乙单位", ["T02", "B01"])):
        (notice,) = [notice for notice in notices if unit in notice]
        assert re.findall(r"[A-Z]\d\d(?= 在)", notice) == expected
    assert browser.sheets() == UNITS_WITH_SOMETHING_TO_MEND


def test_after_printing_notices_the_whole_report_prints_again(page: Chrome, browser: Browser) -> None:
    page.execute_script("window.print = () => {};")
    page.find_element(By.ID, "print").click()
    page.execute_script("window.dispatchEvent(new Event('afterprint'));")
    with browser.on_paper():
        shown = displayed(page)
    assert {"header", "findings", "ledger", "unchecked", "notices"} <= set(shown)
    assert browser.sheets() > UNITS_WITH_SOMETHING_TO_MEND


def test_a_hint_alone_sends_no_form_back(browser: Browser) -> None:
    hint = rechecks.form(1, "甲单位", rechecks.found("S09", "", Severity.INFO))
    page = browser.open(folder_html(FolderReport((hint,))))
    assert page.find_elements(By.CSS_SELECTOR, ".notice, #print") == []


def test_ledger_explained_unchecked_and_skipped_are_on_the_page(page: Chrome) -> None:
    def text(section: str) -> str:
        return page.find_element(By.ID, section).text

    assert "91.50 → 89.00" in text("ledger")
    assert "优 → 良" in text("ledger")
    assert "已另附说明" in text("explained")
    assert "签章未核验" in text("unchecked")
    assert "临时文件" in text("skipped")


def test_outcomes_add_up_to_the_number_of_forms(page: Chrome) -> None:
    figures = [int(figure.text) for figure in page.find_elements(By.CSS_SELECTOR, ".outcomes strong")]
    assert figures == [1, 2, 1, 1]


def test_the_page_can_be_read_without_its_script(browser: Browser) -> None:
    browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        page = browser.open(folder_html(rechecks.folder()))
        assert len(page.find_elements(By.CSS_SELECTOR, "#findings tbody tr")) == 10
        assert not page.find_element(By.ID, "filter").is_displayed()
        assert not page.find_element(By.ID, "print").is_displayed()
    finally:
        browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def poisoned(record: Any, text: str) -> Any:
    """``record`` with ``text`` behind every string in it, enumerations and codes aside."""
    if isinstance(record, tuple):
        return tuple(poisoned(entry, text) for entry in record)
    if type(record) is str:
        return record + text
    if not hasattr(record, "__dataclass_fields__"):
        return record
    parts = {field.name: getattr(record, field.name) for field in fields(record)}
    return replace(
        record, **{name: part if name == "code" else poisoned(part, text) for name, part in parts.items()}
    )


def test_text_of_a_form_never_becomes_markup_or_script(browser: Browser) -> None:
    def elements(page: Chrome) -> Counter[str]:
        return Counter(page.execute_script("return [...document.querySelectorAll('*')].map(e => e.tagName)"))

    plain = elements(browser.open(folder_html(poisoned(rechecks.folder(), " 无害"))))
    page = browser.open(folder_html(poisoned(rechecks.folder(), HOSTILE)))
    with pytest.raises(NoAlertPresentException):
        _ = page.switch_to.alert.text
    assert elements(page) == plain
    assert page.execute_script("return window.hacked") is None
    message = page.find_element(By.CSS_SELECTOR, "#findings tbody td:last-child")
    assert (message.get_attribute("textContent") or "").endswith(HOSTILE)
    sort_by(page, "findings", 4)
    page.find_element(By.NAME, "text").send_keys("onerror=alert")
    assert len(codes(page)) == 10
    assert elements(page) == plain
    assert browser.complaints() == []


def test_markup_that_slipped_in_would_be_refused_by_the_policy(browser: Browser) -> None:
    slipped = "<script>window.hacked = 1</script><img src=x onerror='window.hacked = 2'></main>"
    page = browser.open(folder_html(rechecks.folder()).replace("</main>", slipped))
    assert page.execute_script("return window.hacked") is None
    assert browser.complaints()


def test_the_page_names_no_address_outside_itself() -> None:
    html = folder_html(rechecks.folder())
    addresses = re.findall(r"""\b(?:src|href|action)=["']?([^"'\s>]*)|url\(|@import|://""", html)
    assert addresses
    assert all(address.startswith("#") for address in addresses)


def test_a_file_name_that_is_no_text_can_still_be_written_out() -> None:
    folder = rechecks.folder()
    odd = replace(folder, forms=(replace(folder.forms[0], file="报送/\udcff.xlsx"),))
    assert "报送/" in folder_html(odd).encode("utf-8").decode("utf-8")
