"""The recheck's HTML report: a page template, its words, and the policy that keeps it self-contained."""

import tomllib
from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

__all__ = ["report_page", "report_words"]


def report_page(names: Mapping[str, Any]) -> str:
    """The page with ``names`` filled in: one document that loads nothing and runs only its own script."""
    style, script = _part("page.css"), _part("page.js")
    policy = f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
    policy += "base-uri 'none'; form-action 'none'"
    return _page().render(names, words=report_words(), policy=policy, style=style, script=script)


@cache
def report_words() -> Mapping[str, Any]:
    """Every Chinese word of a report, by table and key (``texts/report.toml``)."""
    return tomllib.loads(files("templates").joinpath("texts/report.toml").read_text(encoding="utf-8"))


@cache
def _page() -> Template:
    """Autoescape is on: what a returned form says is text on the page, never markup."""
    environment = Environment(
        loader=PackageLoader("templates", "report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.html")


@cache
def _part(name: str) -> str:
    return files("templates").joinpath("report", name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    """How a content security policy names the one inline script or style it allows."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
