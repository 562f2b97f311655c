"""``zpj generate``: definitions in, one locked form per project out."""

import argparse
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zpj.cli.console import fail, progress, say, say_json
from zpj.cli.options import jobs
from zpj.model.project import Wiring

if TYPE_CHECKING:
    from zpj_generator.batch import Issued, MacrosOf

NAME = "generate"
HELP = "由指标定义生成自评表，每个项目一个文件"
EPILOG = """\
示例：
  zpj generate 定义.xlsx -o 自评表
  zpj generate 项目A.toml 项目B.toml -o 自评表 --password 2026 --force
  zpj generate 定义文件夹 -o 自评表 --jobs 2
  zpj generate 定义.xlsx -o 自评表 --format xlsm    带“一键复核”等按钮，另附同一张表的 .xlsx
定义中有实际值的，生成时一并填入；没有的留空待填。
定义有问题时一次列出全部问题，不生成任何文件。
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    parser.add_argument(
        "definitions", nargs="+", type=Path, metavar="定义", help="定义表 .xlsx 或 .toml，或放定义的文件夹"
    )
    parser.add_argument("-o", "--output", required=True, type=Path, metavar="文件夹", help="自评表放在哪里")
    parser.add_argument("--profile", metavar="规则", help="评分规则，代替定义中的规则；见 zpj rules")
    parser.add_argument(
        "--format",
        choices=("xlsx", "xlsm"),
        default="xlsx",
        help="xlsx 不含宏（默认）；xlsm 带按钮，另附不含宏的同一张表，宏被禁用时填那一张",
    )
    parser.add_argument(
        "--wiring",
        choices=tuple(wiring.value for wiring in Wiring),
        default=Wiring.NATIVE.value,
        help="得分怎样计算：native 普通公式（默认）；udf 用表内的 ZPJ_SCORE、ZPJ_GRADE，只用于 xlsm",
    )
    parser.add_argument(
        "--password", metavar="密码", help="解除保护的密码；不给则没有人能解除（xlsm 的按钮能）"
    )
    parser.add_argument("--jobs", type=jobs, default=1, metavar="N", help="同时使用几个进程（默认 1）")
    parser.add_argument("--force", action="store_true", help="覆盖已有文件")
    parser.add_argument("--json", action="store_true", help="以 JSON 输出结果")


def run(options: argparse.Namespace) -> int:
    """Read every definition, then write every form."""
    from zpj.keys.own_key import make_key
    from zpj_generator.batch import generate
    from zpj_generator.definitions import definition_files, load_projects

    if options.format == "xlsx" and options.wiring == Wiring.UDF:
        fail("--wiring udf 要用表内的宏，请同时给出 --format xlsm。")
        return 2
    definitions = list(definition_files(options.definitions))
    if not definitions:
        fail("文件夹中没有指标定义（.xlsx 或 .toml），未生成文件。")
        return 2
    projects = load_projects(definitions, options.profile)
    forms = generate(
        projects,
        options.output,
        password=options.password,
        key=make_key(),
        macros=_macros(options) if options.format == "xlsm" else None,
        jobs=options.jobs,
        force=options.force,
    )
    issued = list(progress(forms, total=len(projects), doing="生成自评表"))
    if options.json:
        say_json([_entry(form) for form in issued])
        return 0
    for form in issued:
        say(_line(form))
    twins = "，每张另附不含宏的 .xlsx" if options.format == "xlsm" else ""
    say(f"共生成 {len(issued)} 张自评表，在 {options.output}{twins}。")
    return 0


def _macros(options: argparse.Namespace) -> "MacrosOf":
    # Imported here: what packs VBA is needed by macro-enabled forms only.
    from zpj.vba import form_macros

    return partial(form_macros, wiring=Wiring(options.wiring))


def _line(form: "Issued") -> str:
    if form.total is None:
        return f"{form.path.name}"
    return f"{form.path.name}  总分 {form.total:.2f}  {form.grade}"


def _entry(form: "Issued") -> Mapping[str, Any]:
    return {
        "file": str(form.path),
        "twin": str(form.twin) if form.twin else None,
        "form": form.code,
        "status": "written",
        "total": form.total,
        "grade": form.grade,
        "findings": [],
    }
