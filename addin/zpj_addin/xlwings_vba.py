"""What Excel needs of xlwings, out of the installed package: both sides are of one version then."""

import re
from collections.abc import Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable

from zpj.installed_from import install_command
from zpj.model.codes import Code
from zpj.model.findings import Place, finding
from zpj.vba import Module
from zpj_addin.addin_errors import CannotInstall

MODULE = "xlwings"
_VERSION = re.compile(r'^Public Const XLWINGS_VERSION As String = "(.*)"', re.M)
_NAME = re.compile(r"^Attribute VB_Name = .*\n")
_PATH = r'\\""" & PYTHONPATH & "\\""'
_FROM_THE_CURRENT_FOLDER = (
    # Python puts the current folder first on its path for every -c but with -P.
    (re.compile(r' -B -c ""'), ' -B -P -c ""', 2),
    # With no PYTHONPATH among the settings of xlwings this does the same.
    (
        re.compile(
            r'import xlwings\.utils;xlwings\.utils\.prepare_sys_path\(\\""" & PYTHONPATH & "\\""\); ?'
        ),
        "",
        2,
    ),
    # Windows looks for a program named without a path in the current folder, before its own.
    (re.compile(r'"cmd\.exe '), 'Environ("ComSpec") & " ', 3),
    # xlwings.conf beside the workbook names a Python of its own.
    (re.compile(r'If source = "" Or source = "directory" Then'), 'If source = "directory" Then', 1),
)
"""How xlwings' module comes to run what lies beside a form: pattern, replacement, how often it occurs."""


def xlwings_modules() -> tuple[Module, ...]:
    """The module, under its BSD licence, and the dictionary it needs on macOS, under the MIT licence.

    Raises:
        CannotInstall: N04, xlwings is not installed; N18, its module starts Python in a way not known here.
    """
    # Its module for add-ins would take settings, the Python to start among them, from the workbook in front,
    # which somebody sent. This one takes them from the workbook it is in.
    source = _NAME.sub("", _read(xlwings_package().joinpath("xlwings.bas")), count=1)
    dictionary = _read(xlwings_package().joinpath("addin", "Dictionary.cls"))
    return Module(MODULE, without_current_folder(source)), Module("Dictionary", dictionary, is_class=True)


def without_current_folder(source: str) -> str:
    """xlwings' module, changed so that it starts nothing that lies in Excel's current folder.

    That is the folder of the form last opened: a ``zpj_udfs`` folder or a ``cmd.exe`` beside it would run.

    Raises:
        CannotInstall: N18, this version of the module is written another way.
    """
    for pattern, replacement, times in _FROM_THE_CURRENT_FOLDER:
        source, found = pattern.subn(replacement, source)
        if found != times:
            raise CannotInstall([finding(Code.N18, Place(), found=version_of(source))])
    return source


def mac_scripts() -> Mapping[str, bytes]:
    """The script by name that starts Python for Excel on macOS, where VBA may start nothing else.

    Raises:
        CannotInstall: N04, xlwings is not installed.
    """
    return {
        file.name: file.read_bytes()
        for file in xlwings_package().iterdir()
        if file.name.endswith(".applescript")
    }


def xlwings_package() -> Traversable:
    """The folder of the installed package.

    Raises:
        CannotInstall: N04, xlwings is not installed.
    """
    try:
        return files("xlwings")
    except ModuleNotFoundError as error:
        raise CannotInstall([finding(Code.N04, Place(), install=install_command("excel"))]) from error


def version_of(source: str) -> str | None:
    """The version that a module of xlwings says it is of."""
    found = _VERSION.search(source)
    return found and found[1].strip()


def _read(file: Traversable) -> str:
    return file.read_bytes().decode("ascii").replace("\r\n", "\n")
