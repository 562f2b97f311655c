"""``zpj demo``: the bundled samples through the whole round."""

import argparse
from pathlib import Path

from zpj.cli.console import say

NAME = "demo"
HELP = "用自带样例走一遍：定义表、生成自评表、计分、复核"
EPILOG = """\
示例：
  zpj demo 样例
得到：样例/定义.xlsx（三个样例项目的定义表）和 样例/自评表/（两张空白表，一张已填表）、
      样例/复核.html（复核报告）。
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    parser.add_argument("folder", type=Path, metavar="文件夹", help="结果放在哪里")
    parser.add_argument("--force", action="store_true", help="覆盖已有文件")


def run(options: argparse.Namespace) -> int:
    """Samples to a definition workbook, the workbook to forms, the filled form explained."""
    from zpj.files import write_whole
    from zpj.keys.own_key import make_key
    from zpj.recheck.folder import Returns, recheck, recheck_set
    from zpj.recheck.issuer import Issuer
    from zpj.recheck.outputs.as_html import folder_html
    from zpj.rules import load_profile
    from zpj.scoring import explain, score_project
    from zpj_generator.batch import generate
    from zpj_generator.definitions import load_projects, samples, write_workbook

    definitions = options.folder / "定义.xlsx"
    write_workbook(load_projects(samples()), definitions, force=options.force)
    say(f"1. 定义表：{definitions}")
    projects = load_projects([definitions])
    issuer = Issuer({project.code: project for project in projects}, make_key())
    forms = list(generate(projects, options.folder / "自评表", key=issuer.key, force=options.force))
    say("2. 自评表：")
    for form in forms:
        say(f"   {form.path}" + ("（空白，待填）" if form.total is None else "（已填）"))
    filled = next(project for project in projects if project.indicators[0].actual)
    profile = load_profile(filled.profile)
    score = score_project(profile, filled)
    say(f"3. 计分：{filled.name}")
    for indicator, row in zip(filled.indicators, score.rows, strict=True):
        shown = "—" if row.score is None else f"{row.score:.2f}"
        say(f"   {shown:>6} / {indicator.points:g}  {indicator.level3}：{explain(profile, indicator, row)}")
    say(f"   执行率得分 {score.execution:.2f}，总分 {score.total:.2f}，等级 {score.grade}")
    returns = Returns(tuple(form.path for form in forms), ())
    report = recheck_set(recheck(returns.files, issuer), returns, issuer)
    page = options.folder / "复核.html"
    write_whole(page, folder_html(report).encode(), force=options.force)
    say(f"4. 复核报告：{page}（用浏览器打开；两张空白表列出待填的内容，已填表没有问题）")
    say("用 Excel、WPS 或 LibreOffice 打开自评表，填浅黄色单元格，得分会自动出现。")
    return 0
