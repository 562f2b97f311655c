"""What Excel needs of xlwings, out of the installed package: both sides are of one version then."""

import re
from collections.abc import Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable

from zpj.model.codes import Code
from zpj.model.findings import Place, finding
from zpj.vba import Module
from zpj_addin.button_errors import CannotInstall

MODULE = "xlwings"
_VERSION = re.compile(r'^Public Const XLWINGS_VERSION As String = "(.*)"', re.M)
_NAME = re.compile(r"^Attribute VB_Name = .*\n")


def xlwings_modules() -> tuple[Module, ...]:
    """The module, under its BSD licence, and the dictionary it needs on macOS, under the MIT licence.

    Raises:
        CannotInstall: N04, xlwings is not installed.
    """
    # Its module for add-ins would take settings, the Python to start among them, from the workbook in front,
    # which somebody sent. This one takes them from the workbook it is in.
    source = _read(xlwings_package().joinpath("xlwings.bas"))
    dictionary = _read(xlwings_package().joinpath("addin", "Dictionary.cls"))
    return Module(MODULE, _NAME.sub("", source, count=1)), Module("Dictionary", dictionary, is_class=True)


def scripts() -> Mapping[str, bytes]:
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
        raise CannotInstall([finding(Code.N04, Place())]) from error


def version_of(source: str) -> str | None:
    """The version that a module of xlwings says it is of."""
    found = _VERSION.search(source)
    return found and found[1].strip()


def _read(file: Traversable) -> str:
    return file.read_bytes().decode("ascii").replace("\r\n", "\n")
