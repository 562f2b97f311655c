"""``zpj rules``: which scoring rules there are, what they say, where two differ."""

import argparse

from rich.console import Console
from rich.table import Table

from zpj.cli.console import say
from zpj.model.project import DEFAULT_PROFILE
from zpj.rules import compare_profiles, describe, load_profile, profile_ids

NAME = "rules"
HELP = "查看评分规则：列出、说明、比较"
EPILOG = """\
示例：
  zpj rules                          列出全部规则
  zpj rules show beijing-2020        逐条说明
  zpj rules diff beijing-2020 我的规则   两套规则有何不同
自己的规则：把 ID.toml 放进一个文件夹，用环境变量 ZPJ_PROFILES 指明该文件夹。
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    actions = parser.add_subparsers(title="操作", metavar="操作", dest="action")
    actions.add_parser("list", help="列出全部规则")
    show = actions.add_parser("show", help="逐条说明一套规则")
    show.add_argument("profile", nargs="?", default=DEFAULT_PROFILE, metavar="规则")
    diff = actions.add_parser("diff", help="比较两套规则")
    diff.add_argument("left", metavar="规则一")
    diff.add_argument("right", metavar="规则二")


def run(options: argparse.Namespace) -> int:
    """List, show or compare."""
    match options.action:
        case "show":
            _show(options.profile)
        case "diff":
            _diff(options.left, options.right)
        case _:
            for profile_id in profile_ids():
                say(f"{profile_id}  {load_profile(profile_id).title}")
    return 0


def _show(profile_id: str) -> None:
    profile = load_profile(profile_id)
    source = profile.source
    say(f"{profile.title}（{profile.id}，版本 {profile.version}）")
    say(f"依据：{source.document}；发布：{source.issuer}；核对日期：{source.checked.isoformat()}")
    for sentence in describe(profile):
        say(f"  {sentence}")


def _diff(left: str, right: str) -> None:
    differences = compare_profiles(load_profile(left), load_profile(right))
    if not differences:
        say("两套规则相同。")
        return
    table = Table("项目", left, right)
    for difference in differences:
        table.add_row(difference.key, difference.left, difference.right)
    Console(markup=False, highlight=False).print(table)
