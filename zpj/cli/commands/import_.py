"""``zpj import``: typed forms from elsewhere into definitions with values."""

import argparse
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from zpj.cli.console import fail, progress, report_findings, say, say_json
from zpj.model.codes import Code
from zpj.model.errors import OutputExists, ZpjError
from zpj.model.findings import Finding, Place, Severity, finding
from zpj.model.project import DEFAULT_PROFILE, Project

NAME = "import"
HELP = "读取手工填写的自评表，转成带数值的指标定义"
EPILOG = """\
示例：
  zpj import 旧表/*.xlsx -o 定义.xlsx
  zpj import 旧表.docx -o 定义文件夹        每个项目一个 .toml
  zpj import 去年.docx -o 定义.xlsx --blank --year 2021    去年的表改成今年的空白定义
可读 Excel(.xlsx)、Word(.docx)和制表符或逗号分隔的文本(.txt、.tsv、.csv)，一个文件可有多张表。
原表得分只作对照：定性指标折算成档次和比例，低于规则得分的差额转为酌情扣分，高于规则得分的按规则计并提示。
不能归位的行逐条列出，不会丢弃。
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    parser.add_argument(
        "forms", nargs="+", type=Path, metavar="自评表", help="手工填写的自评表 .xlsx、.docx 或 .txt"
    )
    parser.add_argument(
        "-o", "--output", required=True, type=Path, metavar="定义", help="定义表 .xlsx，或放 .toml 的文件夹"
    )
    parser.add_argument("--profile", default=DEFAULT_PROFILE, metavar="规则", help="按哪套规则计分")
    parser.add_argument("--blank", action="store_true", help="只要指标，不带执行数、实际值、得分和原因")
    parser.add_argument("--year", type=_year, metavar="年度", help="改为这个年度")
    parser.add_argument("--force", action="store_true", help="覆盖已有文件")
    parser.add_argument("--json", action="store_true", help="以 JSON 输出结果")


def run(options: argparse.Namespace) -> int:
    """Read every form; what could be read is written, and everything doubtful is said."""
    from zpj.importer import for_year, import_forms, without_values
    from zpj.rules import load_profile

    profile = load_profile(options.profile)
    projects: list[Project] = []
    findings: list[Finding] = []
    entries = []
    for path in progress(options.forms, total=len(options.forms), doing="读取自评表"):
        try:
            imported = import_forms(path, profile)
            if options.blank:
                imported = without_values(imported)
            if options.year:
                imported = for_year(imported, str(path), options.year)
            read, said = imported.projects, imported.findings
        except ZpjError as error:
            read, said = (), error.findings
        projects += read
        findings += said
        entries.append(_entry(path, read, said))
    projects = _distinct(projects)
    if projects:
        _write(projects, options.output, force=options.force)
    if options.json:
        say_json(entries)
    else:
        report_findings(findings)
        say(f"读取 {len(options.forms)} 个文件，得到 {len(projects)} 个项目。")
    if not projects:
        fail("没有得到任何项目，未写文件。")
        return 2
    if not options.json:
        say(f"已写入 {options.output}。核对后运行：zpj generate {options.output} -o 自评表")
    return int(any(entry.severity is Severity.ERROR for entry in findings))


def _year(text: str) -> int:
    if not re.fullmatch(r"20\d\d", text):
        raise argparse.ArgumentTypeError(f"“{text}”不是四位数的年度")
    return int(text)


def _write(projects: Sequence[Project], output: Path, *, force: bool) -> None:
    from zpj_generator.definitions import write_toml, write_workbook
    from zpj_generator.file_names import file_names

    if output.suffix.lower() == ".xlsx":
        write_workbook(projects, output, force=force)
        return
    names = file_names(((project.code, project.name) for project in projects), ".toml")
    paths = [output / name for name in names]
    if not force and (existing := [path for path in paths if path.exists()]):
        raise OutputExists(finding(Code.X05, Place(file=str(path))) for path in existing)
    for project, path in zip(projects, paths, strict=True):
        write_toml(project, path, force=force)


def _distinct(projects: Sequence[Project]) -> list[Project]:
    """Codes come from file names, and two folders may hold the same name."""
    taken: set[str] = set()
    result = []
    for project in projects:
        code, count = project.code, 1
        while code in taken:
            count += 1
            code = f"{project.code}-{count}"
        taken.add(code)
        result.append(replace(project, code=code))
    return result


def _entry(path: Path, projects: Sequence[Project], findings: Sequence[Finding]) -> dict[str, object]:
    return {
        "file": str(path),
        "form": "、".join(project.code for project in projects),
        "status": "read" if projects else "failed",
        "total": None,
        "grade": None,
        "findings": [entry.as_dict() for entry in findings],
    }
