"""``zpj repair``: a returned form as it was issued, with the answers it came back with."""

import argparse
from pathlib import Path

from zpj.cli.console import report_findings, say

NAME = "repair"
HELP = "恢复被改动的自评表：公式、锁定内容、校验和保护复原，填报内容保留"
EPILOG = """\
示例：
  zpj repair 报送/某项目.xlsx -o 恢复/某项目.xlsx
  zpj repair 报送/某项目.xlsx -o 恢复/某项目.xlsx --definitions 定义.xlsx
原文件不动。逐条列出恢复了什么；只有填报人能回答的问题仍留给填报人。
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    parser.add_argument("form", type=Path, metavar="自评表", help="要恢复的自评表 .xlsx")
    parser.add_argument("-o", "--output", required=True, type=Path, metavar="文件", help="恢复后的自评表")
    parser.add_argument("--definitions", nargs="+", type=Path, default=[], metavar="定义", help="下达的定义")
    parser.add_argument("--profile", metavar="规则", help="下达时用 --profile 指定的评分规则")
    parser.add_argument("--password", metavar="密码", help="解除保护的密码；不给则没有人能解除")
    parser.add_argument("--force", action="store_true", help="覆盖已有文件")


def run(options: argparse.Namespace) -> int:
    """Repair one form and say what was restored."""
    from zpj.keys.own_key import find_key
    from zpj.keys.trusted_keys import trusted_keys
    from zpj.recheck.issuer import Issuer
    from zpj.recheck.repaired_form import repair
    from zpj_generator.definitions import definition_files, load_projects

    projects = load_projects(definition_files(options.definitions), options.profile)
    issuer = Issuer({project.code: project for project in projects}, find_key(), trusted=trusted_keys())
    repaired = repair(options.form, options.output, issuer, password=options.password, force=options.force)
    say(f"已恢复 {len(repaired.restored)} 处：")
    for entry in repaired.restored:
        say(f"  {entry.place.cell} [{entry.code}] {entry.found} → {entry.expected}")
    if repaired.lost:
        report_findings(repaired.lost)
    say(f"已写入 {options.output}")
    return 0
