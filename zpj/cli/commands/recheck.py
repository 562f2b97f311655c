"""``zpj recheck``: returned forms in, every override and every wrong number out."""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from zpj.cli.console import fail, progress, say
from zpj.cli.options import jobs
from zpj.model.project import DEFAULT_PROFILE

if TYPE_CHECKING:
    from zpj.recheck.issuer import Issuer
    from zpj.recheck.report import FolderReport

NAME = "recheck"
HELP = "复核报送的自评表：改动的公式、错误的得分、缺少的原因"
EPILOG = """\
示例：
  zpj recheck 报送                                 整个文件夹，含子文件夹
  zpj recheck 报送 --definitions 定义.xlsx          与下达的定义核对，并找出重复和未报送
  zpj recheck 报送 --html 复核.html --annotate 批注  网页报告，以及标好颜色和批注的副本
  zpj recheck 报送 --exceptions 说明.toml           已书面说明的问题另列
  zpj recheck 去年.docx                            手工填写的表：Excel、Word 或文本，一个文件可有多张
只读原文件，从不改动。退出状态：0 没有错误，1 有错误级的问题，2 无法进行。
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    parser.add_argument("returns", nargs="+", type=Path, metavar="自评表", help="自评表，或放自评表的文件夹")
    parser.add_argument("--definitions", nargs="+", type=Path, default=[], metavar="定义", help="下达的定义")
    parser.add_argument(
        "--profile", metavar="规则", help="下达时用 --profile 指定的评分规则；没有印记的表也按它核对"
    )
    parser.add_argument("--exceptions", type=Path, metavar="文件", help="已接受的问题及原因，.toml 或 .xlsx")
    parser.add_argument("--json", metavar="文件", help="JSON 结果写到文件；- 为标准输出")
    parser.add_argument("--html", type=Path, metavar="文件", help="网页报告，一个文件，可打印退回通知")
    parser.add_argument("--annotate", type=Path, metavar="文件夹", help="另存标好颜色和批注的副本")
    parser.add_argument("--jobs", type=jobs, default=1, metavar="N", help="同时使用几个进程（默认 1）")
    parser.add_argument("--force", action="store_true", help="覆盖已有的报告和副本")


def run(options: argparse.Namespace) -> int:
    """Recheck every file, then report in every form that was asked for."""
    from rich.console import Console

    from zpj.recheck.annotate import not_annotated
    from zpj.recheck.folder import find_returns, recheck, recheck_set
    from zpj.recheck.outputs.as_terminal import print_report

    returns = find_returns(options.returns)
    if not returns.files:
        fail("没有找到工作簿(.xlsx、.xlsm)、Word 文档(.docx)或文本(.txt、.tsv、.csv)。")
        return 2
    issuer = _issuer(options)
    reports = progress(
        recheck(returns.files, issuer, jobs=options.jobs), total=len(returns.files), doing="复核"
    )
    report = recheck_set(reports, returns, issuer)
    to_terminal = options.json != "-"
    # Before anything is written: an output that is refused must not cost the whole recheck.
    if to_terminal:
        print_report(report, Console(markup=False, highlight=False, emoji=False))
    for path in _write(report, options):
        if to_terminal:
            say(f"已写入 {path}")
    if options.annotate:
        for line in not_annotated(report):
            fail(line)
    return int(report.has_errors)


def _issuer(options: argparse.Namespace) -> "Issuer":
    from zpj.keys.own_key import find_key
    from zpj.keys.trusted_keys import trusted_keys
    from zpj.recheck.acceptances import load_acceptances
    from zpj.recheck.issuer import Issuer
    from zpj.rules import load_profile
    from zpj_generator.definitions import definition_files, load_projects

    profile = load_profile(options.profile or DEFAULT_PROFILE)
    projects = load_projects(definition_files(options.definitions), options.profile)
    acceptances = load_acceptances(options.exceptions) if options.exceptions else ()
    known = {project.code: project for project in projects}
    return Issuer(known, find_key(), acceptances, profile.id, trusted_keys())


def _write(report: "FolderReport", options: argparse.Namespace) -> Iterator[Path]:
    """Write what was asked for; the paths of the files."""
    from zpj.files import write_whole
    from zpj.recheck.outputs.as_html import folder_html
    from zpj.recheck.outputs.as_json import folder_json

    if options.json:
        text = json.dumps(folder_json(report), ensure_ascii=False, indent=1)
        if options.json == "-":
            say(text)
        else:
            write_whole(
                Path(options.json), (text + "\n").encode("utf-8", "backslashreplace"), force=options.force
            )
            yield Path(options.json)
    if options.html:
        write_whole(
            options.html, folder_html(report).encode("utf-8", "backslashreplace"), force=options.force
        )
        yield options.html
    if options.annotate:
        from zpj.recheck.annotate import annotate_all

        yield from annotate_all(report, options.annotate, force=options.force)
