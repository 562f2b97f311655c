"""Fixtures for what a machine may lack, and the rule that in CI nothing of it may be lacking."""

import os
from collections.abc import Generator, Iterator
from pathlib import Path
from types import ModuleType
from typing import TypeVar

import pytest

from support import browser as _browser
from support import libreoffice as _libreoffice
from support import validator as _validator

ROOT = Path(__file__).parents[1]
PUBLISHED = ROOT.parent / "shared/data/published"
TYPED_FORMS = Path(__file__).parent / "data/typed_forms"
"""Typed forms in three notations with figures.csv: figures of real ones, wording made up."""

OUTSIDE = {"libreoffice", "validator", "browser"}
"""The fixtures that start a program which is no Python."""

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)


@pytest.fixture(scope="session")
def libreoffice() -> ModuleType:
    """``support.libreoffice``: recalculate, to_pdf, fill_and_read; skips where LibreOffice is missing."""
    return _available(_libreoffice)


@pytest.fixture(scope="session")
def validator() -> ModuleType:
    """``support.validator``: validate; skips where the Open XML validator is missing."""
    return _available(_validator)


@pytest.fixture(scope="session")
def browser() -> Iterator[_browser.Browser]:
    """A headless Chromium: open, complaints, sheets; skips where Chromium is missing."""
    _available(_browser)
    with _browser.session() as window:
        yield window


@pytest.fixture(
    scope="session",
    params=[TYPED_FORMS, *([PUBLISHED] if PUBLISHED.is_dir() else [])],
    ids=lambda folder: folder.name,
)
def typed_forms(request: pytest.FixtureRequest) -> Path:
    """A folder of typed forms: our own; beside this checkout, the published ones they follow too."""
    folder: Path = request.param
    return folder


def _available(tool: ModuleType) -> ModuleType:
    if reason := tool.missing():
        pytest.skip(reason)
    return tool


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """``pytest -m "not outside"`` runs what needs Python alone."""
    for item in items:
        if OUTSIDE & set(getattr(item, "fixturenames", ())):
            item.add_marker("outside")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    return _refuse_skip((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    return _refuse_skip((yield))


def _refuse_skip(report: Report) -> Report:
    """With ZPJ_REQUIRE_ALL=1 a skip is a failure: a green run must mean that everything ran.

    An expected failure is no skip.
    """
    skipped = report.skipped and not hasattr(report, "wasxfail")
    if skipped and os.environ.get("ZPJ_REQUIRE_ALL") == "1":
        report.outcome = "failed"
        report.longrepr = f"ZPJ_REQUIRE_ALL=1 allows no skip: {report.longrepr}"
    return report
