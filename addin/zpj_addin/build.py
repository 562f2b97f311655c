"""The add-in ``zpj.xlam``: modules, ribbon and settings in one package."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from zpj.installed_from import anywhere_command
from zpj.model.project import DEFAULT_PROFILE
from zpj.rendering import part_template, workbook_template
from zpj.rules import load_profile
from zpj.texts import wording
from zpj.vba import Module, form_modules, render_module, vba_project
from zpj.xlsx.archive_writer import Part, deflate, pack
from zpj_addin.function_dispatch import cell_functions, with_own_names
from zpj_addin.function_help import function_help
from zpj_addin.ribbon import BUTTONS, ribbon_groups
from zpj_addin.xlwings_vba import xlwings_modules

CODE_NAME = "SettingsSheet"
SETTINGS_SHEET = "xlwings.conf"
SETTINGS = {"ADD_WORKBOOK_TO_PYTHONPATH": "False"}
"""What xlwings reads before the user's own settings: where forms lie may lie somebody's Python as well."""


def build_addin() -> bytes:
    """The add-in with the functions of the usual rules; the same installation gives the same bytes.

    Raises:
        CannotInstall: N04, xlwings is not installed.
    """
    return render_addin(addin_modules())


def addin_modules() -> tuple[Module, ...]:
    """The VBA of the add-in: the forms' own, what asks Python, the ribbon's, and xlwings'."""
    bridge = xlwings_modules()
    forms = form_modules(load_profile(DEFAULT_PROFILE))
    offered = tuple(cell_functions(forms))
    helped = tuple(function_help(each.name for each in offered))
    return (
        *with_own_names(forms, offered),
        render_module("ZpjDispatch", functions=offered),
        render_module("ZpjPython", module="zpj_udfs.functions"),
        render_module("ZpjHelp", functions=helped, category=wording("macros")["message"]["title"]),
        render_module("ZpjRibbon", buttons=BUTTONS, words=_ribbon_words()),
        *bridge,
    )


def render_addin(modules: Sequence[Module]) -> bytes:
    """The add-in with these ``modules``."""
    return pack(list(_parts(vba_project(modules, (CODE_NAME,)))))


def _parts(project: bytes) -> Iterator[Part]:
    package = {
        "title": wording("macros")["message"]["title"],
        "subject": wording("addin")["package"]["subject"],
    }
    yield _part("[Content_Types].xml", "content_types.xml")
    yield _part("_rels/.rels", "package.rels.xml")
    yield deflate("docProps/app.xml", workbook_template("docProps/app.xml")({}).encode())
    # Excel's list of add-ins shows both.
    yield deflate("docProps/core.xml", workbook_template("docProps/core.xml")(package).encode())
    yield deflate(
        "customUI/customUI14.xml",
        part_template("ribbon/tab.xml")({"title": package["title"], "groups": ribbon_groups()}).encode(),
    )
    yield _part("xl/workbook.xml", "workbook.xml", settings_sheet=SETTINGS_SHEET)
    yield _part("xl/_rels/workbook.xml.rels", "workbook.rels.xml")
    yield _part("xl/worksheets/settings.xml", "settings.xml", code_name=CODE_NAME, settings=SETTINGS.items())
    yield deflate("xl/vbaProject.bin", project)


def _ribbon_words() -> Mapping[str, str]:
    """What the buttons say where Python is missing: on any machine, so without a path of this one."""
    words = wording("addin")["python"]
    install = words["install"].format(command=anywhere_command("excel"))
    return {**words, "install": install, "title": wording("macros")["message"]["title"]}


def _part(name: str, template: str, **context: Any) -> Part:
    return deflate(name, part_template(f"addin/{template}")(context).encode())
