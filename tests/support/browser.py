"""A real browser for the HTML report: Debian's Chromium without a screen, driven by selenium."""

import base64
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

_CHROMIUM, _DRIVER = Path("/usr/bin/chromium"), Path("/usr/bin/chromedriver")
_FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1280,1600",
)


def missing() -> str | None:
    """What keeps browser tests from running on this machine; None if nothing does."""
    found = _CHROMIUM.exists() and _DRIVER.exists()
    return None if found else "Chromium and its driver (chromium, chromium-driver) are not installed"


@dataclass(frozen=True)
class Browser:
    """One browser window and the folder its pages lie in."""

    driver: Chrome
    folder: Path

    def open(self, html: str) -> Chrome:
        """Shows ``html`` as a file on disk, as a reviewer opens it; the log of the console starts empty."""
        page = self.folder / "report.html"
        page.write_text(html, encoding="utf-8")
        self.complaints()
        self.driver.get(page.as_uri())
        return self.driver

    def complaints(self) -> list[str]:
        """What the page wrote to the console since it was opened: errors and refused content."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    @contextmanager
    def on_paper(self) -> Iterator[None]:
        """Inside, the page is styled as it prints."""
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        try:
            yield
        finally:
            self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})

    def sheets(self) -> int:
        """How many sheets of paper the page prints on."""
        printed = self.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
        return len(re.findall(rb"/Type\s*/Page\b", base64.b64decode(printed["data"])))


@contextmanager
def session() -> Iterator[Browser]:
    """A browser with a profile of its own, closed and removed afterwards."""
    with TemporaryDirectory(prefix="zpj-browser-") as folder:
        options = ChromeOptions()
        options.binary_location = str(_CHROMIUM)
        for flag in (*_FLAGS, f"--user-data-dir={folder}/profile"):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        # A driver given by its path keeps selenium from looking for one on the network.
        driver = Chrome(options, Service(str(_DRIVER)))
        try:
            yield Browser(driver, Path(folder))
        finally:
            driver.quit()
