"""What a profile file may say: tables, keys and their types. The strict loader refuses everything else."""

from collections.abc import Mapping
from datetime import date

from zpj.rules.methods.method import Part

Types = tuple[type, ...]

NUMBER: Types = (int, float)
TEXT: Types = (str,)
WHOLE: Types = (int,)
DAY: Types = (date,)
TEXTS: Types = (list,)

ROOT: Mapping[str, Types] = {"id": TEXT, "version": WHOLE, "title": TEXT}

TABLES: Mapping[str, Mapping[str, Types]] = {
    "source": {"document": TEXT, "issuer": TEXT, "year": WHOLE, "checked": DAY},
    "total": {"points": NUMBER, "method": TEXT, "clause": TEXT},
    "execution": {"method": TEXT, "points": NUMBER, "clause": TEXT},
    "positive": {"method": TEXT, "clause": TEXT},
    "reverse": {"method": TEXT, "clause": TEXT},
    "zero_target": {"method": TEXT, "clause": TEXT},
    "rounding": {"decimals": WHOLE, "of": TEXT, "clause": TEXT},
    "reason": {
        "over_completion": NUMBER,
        "fillers": TEXTS,
        "elsewhere": TEXTS,
        "least": WHOLE,
        "brief": WHOLE,
        "repeated": WHOLE,
        "warnings": TEXTS,
        "clause": TEXT,
    },
    "tolerance": {"row": NUMBER, "total": NUMBER, "clause": TEXT},
}

LISTS: Mapping[str, Mapping[str, Types]] = {
    "block": {"level1": TEXT, "clause": TEXT},
    "execution.step": {"from": NUMBER, "points": NUMBER, "clause": TEXT},
    "positive.over_completion": {"from": NUMBER, "deduct": NUMBER, "clause": TEXT},
    "tier": {"name": TEXT, "from": NUMBER, "to": NUMBER, "clause": TEXT},
    "grade": {"name": TEXT, "from": NUMBER, "clause": TEXT},
}

OPTIONAL: Mapping[str, Mapping[str, Types]] = {
    "block": {"aliases": TEXTS, "points": NUMBER},
    "tolerance": {"outrun": NUMBER},
}
"""Keys that may be left out: a block's other names, its points where the document leaves them open, and a
limit that no document gives."""

METHOD_KEYS: Mapping[Part, str] = {
    Part.EXECUTION: "execution.method",
    Part.POSITIVE: "positive.method",
    Part.REVERSE: "reverse.method",
    Part.ZERO_TARGET: "zero_target.method",
    Part.ROUNDING: "rounding.of",
    Part.TOTAL: "total.method",
}
"""Where a profile names the method of each part it may choose."""
