"""``zpj addin``: the add-in for Excel, built, put in its place, examined."""

import argparse
import json
import locale
import os
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

from zpj.cli.console import JSON_VERSION, report_findings, say
from zpj.model.codes import Code
from zpj.model.findings import Place, Severity, finding
from zpj.texts import wording

NAME = "addin"
HELP = "Excel 加载项（功能区“绩效自评”）：生成、安装、诊断"
EPILOG = """\
示例：
  zpj addin install              装到 Excel 的启动文件夹，并告诉它用哪个 Python
  zpj addin doctor               检查缺什么、怎么办
  zpj addin build -o zpj.xlam    只生成加载项文件
先安装 xlwings：pip install "zpj[excel]"。安装和诊断在装有 Excel 的 Windows 或 macOS 上运行。
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    actions = parser.add_subparsers(title="操作", metavar="操作", dest="action", required=True)
    build = actions.add_parser("build", help="生成加载项文件")
    build.add_argument("-o", "--output", type=Path, default=Path("zpj.xlam"), metavar="文件", help="放在哪里")
    install = actions.add_parser("install", help="安装到 Excel")
    for part in (build, install):
        part.add_argument("--force", action="store_true", help="覆盖已有文件和设置")
    doctor = actions.add_parser("doctor", help="检查加载项能否使用")
    doctor.add_argument("--json", action="store_true", help="以 JSON 输出结果")


def run(options: argparse.Namespace) -> int:
    """Build, install or examine."""
    match options.action:
        case "build":
            return _build(options)
        case "install":
            return _install(options)
        case _:
            return _doctor(options)


def _build(options: argparse.Namespace) -> int:
    from zpj.files import write_whole
    from zpj_addin.build import build_addin

    write_whole(options.output, build_addin(), force=options.force)
    say(f"已生成 {options.output}")
    return 0


def _install(options: argparse.Namespace) -> int:
    from zpj_addin.install import install
    from zpj_addin.start_folders import places

    found = places(sys.platform, os.environ, Path.home())
    if found is None:
        report_findings([finding(Code.N02, Place(), found=sys.platform)])
        return 2
    written = install(found, sys.executable, encoding=locale.getencoding(), force=options.force)
    for path in written:
        say(f"已写入 {path}")
    say("请重新打开 Excel，功能区会出现“绩效自评”；没有出现时运行 zpj addin doctor。")
    return 0


def _doctor(options: argparse.Namespace) -> int:
    from zpj_addin.doctor import examine, facts, told_facts
    from zpj_addin.machine import this_machine

    machine = this_machine()
    problems = examine(machine)
    if options.json:
        report = {
            "version": JSON_VERSION,
            "machine": facts(machine),
            "findings": [each.as_dict() for each in problems],
        }
        say(json.dumps(report, ensure_ascii=False, indent=1))
    else:
        table = Table(show_header=False)
        for what, value in told_facts(machine).items():
            table.add_row(what, value)
        Console(markup=False, highlight=False).print(table)
        if problems:
            report_findings(problems)
        else:
            say(wording("addin")["doctor"]["fine"])
    return int(any(each.severity is Severity.ERROR for each in problems))
