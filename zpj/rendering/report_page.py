"""The recheck's HTML report: a page template, its words, and the policy that keeps it self-contained."""

from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from zpj.rendering.environment import templates_folder
from zpj.texts import wording

__all__ = ["report_page"]


def report_page(names: Mapping[str, Any]) -> str:
    """The page with ``names`` filled in: one document that loads nothing and runs only its own script."""
    style, script = _part("page.css"), _part("page.js")
    policy = f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
    policy += "base-uri 'none'; form-action 'none'"
    return _page().render(names, words=wording("report"), policy=policy, style=style, script=script)


@cache
def _page() -> Template:
    """Autoescape is on: what a returned form says is text on the page, never markup."""
    environment = Environment(
        loader=FileSystemLoader(templates_folder() / "report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.html")


@cache
def _part(name: str) -> str:
    return (templates_folder() / "report" / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    """How a content security policy names the one inline script or style it allows."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
