"""The argument parser, in Chinese: every command adds its own part."""

import argparse
import re
import sys
from collections.abc import Sequence
from typing import NoReturn

from zpj.cli.commands import COMMANDS
from zpj.version import __version__

DESCRIPTION = "项目支出绩效自评表：由指标定义生成带公式、已锁定的自评表，按规则计分。"
EPILOG = """\
先试一试：
  zpj demo 样例              用自带样例走一遍
  zpj new 定义.xlsx          得到带示例的空白定义表，用 Excel 填写
  zpj generate 定义.xlsx -o 表   每个项目生成一张自评表
每个命令的用法：zpj 命令 --help
退出状态：0 正常；1 有错误级的发现；2 用法不对或无法完成。
"""


class ChineseParser(argparse.ArgumentParser):
    """argparse with Chinese headings; a wrong call names the mistake and where to read on."""

    def __init__(self, **options: object) -> None:
        super().__init__(
            formatter_class=argparse.RawDescriptionHelpFormatter,
            add_help=False,
            allow_abbrev=False,
            **options,  # type: ignore[arg-type]
        )
        self._positionals.title, self._optionals.title = "参数", "选项"
        self.add_argument("-h", "--help", action="help", help="显示本帮助")

    def format_usage(self) -> str:
        """The usage line under its Chinese heading."""
        return super().format_usage().replace("usage:", "用法：", 1)

    def format_help(self) -> str:
        """The help under its Chinese heading."""
        return super().format_help().replace("usage:", "用法：", 1)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the call and stop with status 2."""
        self.print_usage(sys.stderr)
        self.exit(2, f"用法不对：{_in_chinese(message)}\n运行 {self.prog} --help 查看说明和示例。\n")


MESSAGES = {
    r"the following arguments are required: (.*)": r"缺少 \1",
    r"unrecognized arguments: (.*)": r"不认识 \1",
    r"argument (.*?): invalid choice: '?(.*?)'? \(choose from (.*)\)": r"\1 不能是“\2”，可选：\3",
    r"argument (.*?): expected one argument": r"\1 后面要有一个值",
    r"argument (.*?): expected at least one argument": r"\1 后面至少要有一个值",
    r"argument (.*?): (.*)": r"\1：\2",
}
"""argparse has no Chinese of its own; what it does not say in these words stays as it is."""


def _in_chinese(message: str) -> str:
    for english, chinese in MESSAGES.items():
        if re.fullmatch(english, message):
            return re.sub(english, chinese, message)
    return message


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """The arguments, with ``run`` set to the function of the chosen command."""
    parser = ChineseParser(prog="zpj", description=DESCRIPTION, epilog=EPILOG)
    parser.add_argument("--version", action="version", version=f"zpj {__version__}", help="显示版本")
    commands = parser.add_subparsers(
        title="命令", metavar="命令", required=True, parser_class=ChineseParser, dest="command"
    )
    for command in COMMANDS:
        part = commands.add_parser(
            command.NAME, help=command.HELP, description=command.HELP, epilog=command.EPILOG
        )
        command.arguments(part)
        part.set_defaults(run=command.run)
    return parser.parse_args(argv)
