"""The VBA of every scoring method: a file ``templates/vba/methods/PART_NAME.bas`` of Jinja macros.

Importing this module fails while a method lacks its file, or a file lacks one of the macros of its part.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from zpj.rendering import templates_folder
from zpj.rules.methods import METHODS, IncompleteMethod, Method, Part, require_writings

ROW_MACROS = ("points", "why", "clause")
MACROS: Mapping[Part, tuple[str, ...]] = {
    Part.EXECUTION: ("share",),
    Part.POSITIVE: ROW_MACROS,
    Part.REVERSE: ROW_MACROS,
    Part.ZERO_TARGET: ROW_MACROS,
    Part.JUDGED: ROW_MACROS,
    Part.ROUNDING: ("row",),
    Part.TOTAL: ("total",),
}
"""What the modules call of a method."""
_MACRO = re.compile(r"\{%-? macro (\w+)\(")


def require_sources(methods: Iterable[Method], folder: Path) -> None:
    """Check that ``folder`` has the VBA of each of ``methods``, whole, and no other.

    Raises:
        IncompleteMethod: with the methods and macros that are missing.
    """
    methods = tuple(methods)
    names = {f"{method.part}_{method.name}": (method.part, method.name) for method in methods}
    files = {path.stem: path for path in folder.glob("*.bas")}
    if unknown := sorted(files.keys() - names):
        raise IncompleteMethod(f"VBA without a method: {', '.join(unknown)}")
    require_writings("VBA", [names[stem] for stem in files], methods)
    for stem, path in files.items():
        missing = set(MACROS[names[stem][0]]) - set(_MACRO.findall(path.read_text(encoding="utf-8")))
        if missing:
            raise IncompleteMethod(f"{stem}.bas lacks the macros {', '.join(sorted(missing))}")


require_sources(METHODS, templates_folder() / "vba" / "methods")
