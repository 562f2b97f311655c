"""oletools' olevba: the VBA of a file as a virus scanner reads it."""

import warnings
from pathlib import Path

with warnings.catch_warnings():
    # It calls pyparsing by names that pyparsing has given up.
    warnings.simplefilter("ignore", DeprecationWarning)
    from oletools.olevba import VBA_Parser


def vba_texts(path: Path) -> dict[str, str]:
    """The source of every module with line feeds, by name with extension: ``.bas``, classes ``.cls``."""
    return {name: text.replace("\r\n", "\n") for _, _, name, text in VBA_Parser(str(path)).extract_macros()}
