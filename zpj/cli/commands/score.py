"""``zpj score``: one score and why, or a whole CSV of them."""

import argparse
from pathlib import Path

from zpj.cli.console import fail, progress, say
from zpj.cli.score_table import read_points, read_rows, scored_rows, write_rows
from zpj.model.project import DEFAULT_PROFILE, Indicator, Kind, Tier
from zpj.rules import load_profile
from zpj.scoring import explain, score_row

KINDS = tuple(kind.value for kind in Kind)
TIERS = tuple(tier.value for tier in Tier)

NAME = "score"
HELP = "算一项指标的得分，并说明算法和依据；或整表计算"
EPILOG = """\
示例：
  zpj score 20 19 5 正向             指标值 20，实际值 19，分值 5
  zpj score ≥90% 88.5% 10            类型可以省略，由指标值推断
  zpj score 5万人次 19749人次 6 正向
  zpj score 得到提升 效果明显 10 定性 --ratio 85%
  zpj score --csv 指标.csv > 结果.csv
CSV 的列：二级指标、三级指标、年度指标值、全年实际值、分值、类型（可空）；其余列原样保留，
结果增加：判定类型、规则得分、说明。不能按规则计分的，规则得分为空。
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    parser.add_argument("target", nargs="?", metavar="A", help="年度指标值，如 500、≥90%%、5万人次")
    parser.add_argument("actual", nargs="?", metavar="B", help="全年实际值")
    parser.add_argument("points", nargs="?", type=_points, metavar="分值", help="本项分值")
    parser.add_argument("kind", nargs="?", choices=KINDS, metavar="类型", help="正向、反向或定性")
    parser.add_argument("--deduct", type=_points, metavar="X", help="酌情扣分")
    parser.add_argument("--tier", choices=TIERS, metavar="档次", help="定性指标的完成档次")
    parser.add_argument("--ratio", type=_ratio, metavar="比例", help="定性指标的自评比例，如 85%% 或 0.85")
    parser.add_argument("--level2", default="", metavar="二级指标", help="推断类型时参考，如 成本指标")
    parser.add_argument("--csv", type=Path, metavar="文件", help="整表计算，结果写到标准输出")
    parser.add_argument("--profile", default=DEFAULT_PROFILE, metavar="规则", help="按哪套规则计分")


def run(options: argparse.Namespace) -> int:
    """Score one row, or a table."""
    profile = load_profile(options.profile)
    if options.csv:
        table = read_rows(options.csv)
        write_rows(table, progress(scored_rows(table, profile), total=len(table.rows), doing="计算得分"))
        return 0
    if options.points is None:
        fail("请给出 A、B 和 分值，例如：zpj score 20 19 5 正向；整表计算用 --csv。")
        return 2
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
        fail(f"这是{row.kind}指标，档次和比例只用于定性指标。")
        return 2
    say("得分 " + ("—" if row.score is None else f"{row.score:.2f}"))
    say(explain(profile, indicator, row))
    return 2 if row.obstacle else 0


def _points(text: str) -> float:
    points = read_points(text)
    if points is None:
        raise argparse.ArgumentTypeError(f"“{text}”不是不小于 0 的数")
    return points


def _ratio(text: str) -> float:
    try:
        return float(text[:-1]) / 100 if text.endswith("%") else float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}”不是 85% 或 0.85 这样的比例") from None
