"""``zpj score``: one score and why, or a whole CSV of them."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from zpj.cli.console import fail, progress, say
from zpj.cli.options import points_in, shared, shown, wrong_value
from zpj.model.project import DEFAULT_PROFILE, Indicator, Kind, Tier
from zpj.texts import wording

if TYPE_CHECKING:
    from zpj.rules import Profile

KINDS = tuple(kind.value for kind in Kind)
TIERS = tuple(tier.value for tier in Tier)

NAME = "score"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    words = wording("cli")["score"]["argument"]
    parser.add_argument("target", nargs="?", **shown(words["target"]))
    parser.add_argument("actual", nargs="?", **shown(words["actual"]))
    parser.add_argument("points", nargs="?", type=_points, **shown(words["points"]))
    parser.add_argument("kind", nargs="?", choices=KINDS, **shown(words["kind"]))
    parser.add_argument("--deduct", type=_points, **shown(words["deduct"]))
    parser.add_argument("--tier", choices=TIERS, **shown(words["tier"]))
    parser.add_argument("--ratio", type=_ratio, **shown(words["ratio"]))
    parser.add_argument("--level2", default="", **shown(words["level2"]))
    parser.add_argument("--csv", type=Path, **shown(words["csv"]))
    parser.add_argument("--profile", default=DEFAULT_PROFILE, **shared("scored_by"))


def run(options: argparse.Namespace) -> int:
    """Score one row, or a table."""
    from zpj.rules import load_profile

    profile = load_profile(options.profile)
    if options.csv:
        _score_table(options.csv, profile)
        return 0
    if options.points is None:
        fail(wording("cli")["score"]["says"]["incomplete"])
        return 2
    return _score_row(options, profile)


def _score_table(path: Path, profile: "Profile") -> None:
    from zpj.cli.score_table import read_rows, scored_rows, write_rows

    table, doing = read_rows(path), wording("cli")["score"]["says"]["doing"]
    write_rows(table, progress(scored_rows(table, profile), total=len(table.rows), doing=doing))


def _score_row(options: argparse.Namespace, profile: "Profile") -> int:
    from zpj.scoring import explain, score_row

    words = wording("cli")["score"]["says"]
    indicator = Indicator(
        "",
        options.level2,
        "",
        options.target,
        options.points,
        Kind(options.kind) if options.kind else None,
        options.actual,
        Tier(options.tier) if options.tier else None,
        options.ratio,
        options.deduct,
    )
    row = score_row(profile, indicator)
    if row.kind is not Kind.QUALITATIVE and (options.tier or options.ratio is not None):
        fail(words["not_qualitative"].format(kind=row.kind))
        return 2
    say(words["score"].format(score=words["none"] if row.score is None else f"{row.score:.2f}"))
    say(explain(profile, indicator, row))
    return 2 if row.obstacle else 0


def _points(text: str) -> float:
    points = points_in(text)
    if points is None:
        raise wrong_value("points", text)
    return points


def _ratio(text: str) -> float:
    try:
        return float(text[:-1]) / 100 if text.endswith("%") else float(text)
    except ValueError:
        raise wrong_value("ratio", text) from None
