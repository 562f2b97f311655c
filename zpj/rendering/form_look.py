"""The look of a form as data (``templates/workbook/styles.toml``)."""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from zpj.rendering.environment import templates_folder


@cache
def form_styles() -> Mapping[str, Any]:
    """Fonts, fills, borders and named cell styles of a form, by table and name."""
    return tomllib.loads((templates_folder() / "workbook/styles.toml").read_text(encoding="utf-8"))
