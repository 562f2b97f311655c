"""``zpj new``: a definition workbook with an example."""

import argparse
from pathlib import Path

from zpj.cli.console import say

NAME = "new"
HELP = "生成带示例的指标定义表（.xlsx），供绩效管理员填写"
EPILOG = """\
示例：
  zpj new 定义.xlsx
定义表有“项目”“资金”“指标”三张工作表，表头批注说明每一列怎么填；把示例行换成自己的项目即可。
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    parser.add_argument("path", type=Path, metavar="定义.xlsx", help="要生成的定义表")
    parser.add_argument("--force", action="store_true", help="覆盖已有文件")


def run(options: argparse.Namespace) -> int:
    """Write the workbook."""
    from zpj_generator.definitions import write_example

    write_example(options.path, force=options.force)
    say(f"已生成 {options.path}。填好后运行：zpj generate {options.path} -o 自评表")
    return 0
