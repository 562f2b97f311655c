"""The signed stamp: whatever is edited in the hidden sheet is found with the key at hand."""

from dataclasses import replace
from pathlib import Path

from support.specimens import FILLED
from support.tamper_cases import Case, case, cases, judged
from support.tampering import rewrite_stamp, type_over
from zpj.model.project import Project
from zpj.model.project_json import project_to_json

OTHER = "0" * 128


def target(row: int, text: str) -> Project:
    """The sample with another target in one row."""
    rows = list(FILLED.indicators)
    rows[row] = replace(rows[row], target=text)
    return replace(FILLED, indicators=tuple(rows))


def points(first: float, second: float) -> Project:
    """The sample with other points in its first two rows."""
    rows = list(FILLED.indicators)
    rows[0], rows[1] = replace(rows[0], points=first), replace(rows[1], points=second)
    return replace(FILLED, indicators=tuple(rows))


DEFINITIONS = {
    "lower-target": target(0, "10场"),
    "lower-share": target(11, "≥80%"),
    "higher-ceiling": target(6, "≤120万元"),
    "points-moved": points(10.0, 2.0),
    "another-name": replace(FILLED, name="另一个项目"),
    "another-unit": replace(FILLED, unit="示例市文化馆"),
    "another-year": replace(FILLED, year=2025),
    "another-goal": replace(FILLED, goal="举办10场活动。"),
    "fewer-rows": replace(FILLED, indicators=FILLED.indicators[:-1]),
    "another-code": replace(FILLED, code="WL2026-999"),
}
LOWER = project_to_json(target(0, "10场"))
TABLE: list[Case] = [
    *(
        case(f"seal-{name}", "S02", rewrite_stamp("seal", seal))
        for name, seal in {
            "blank": "",
            "noughts": OTHER,
            "short": "ab",
            "long": "f" * 256,
            "words": "已签章",
            "not-hex": "zz" * 64,
        }.items()
    ),
    *(
        case(f"definition-{name}{suffix}", "S02", rewrite_stamp("definition", project_to_json(each)), *blank)
        for name, each in DEFINITIONS.items()
        for suffix, blank in (("", ()), ("-unsealed", (rewrite_stamp("seal", ""),)))
    ),
    case("definition-broken", "S02", rewrite_stamp("definition", "{")),
    case("definition-empty", "S02", rewrite_stamp("definition", "")),
    case("lower-everywhere", "S02", rewrite_stamp("definition", LOWER), type_over("E14", 10.0)),
    *(case(f"wiring-{word}", "S02", rewrite_stamp("wiring", word)) for word in ("udf", "vba", "")),
    *(case(f"project-{code}", "S02", rewrite_stamp("project", code)) for code in ("WL2026-001", "", "X")),
    *(case(f"template-{version}", "S02", rewrite_stamp("zpj", version)) for version in ("0", "x", "")),
    *(
        case(f"rules-{version}", "S02", rewrite_stamp("profile_version", version))
        for version in ("0", "9", "x")
    ),
    case("locked-content", "S02", rewrite_stamp("locked", "H21\tnumber\t6")),
]


@cases(TABLE)
def test_an_edited_stamp_is_found(case: Case, tmp_path: Path) -> None:
    """Besides what follows from it: cells that differ from what such a stamp would have issued."""
    codes = {each.partition(":")[0] for each in judged(case, tmp_path)}
    assert case.found in codes
