"""The machine as far as the add-in depends on it, gathered once."""

import locale
import os
import platform
import struct
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from zpj.vba import module_source
from zpj_addin.excel_paths import MACOS, WINDOWS, ExcelPaths, excel_paths
from zpj_addin.excel_registry import (
    InstalledOffice,
    MacroSettings,
    Read,
    installed_office,
    macro_settings,
    read_registry,
)
from zpj_addin.xlwings_settings import setting
from zpj_addin.xlwings_vba import MODULE, version_of

MAC_EXCEL = Path("/Applications/Microsoft Excel.app")
UNTRUSTED_ZONES = ("ZoneId=3", "ZoneId=4")


@dataclass(frozen=True, slots=True)
class Machine:
    """What there is, before anybody judges it."""

    platform: str
    """As ``sys.platform``."""
    system: str
    python: Path
    python_version: str
    python_bits: int
    office: InstalledOffice | None
    macros: MacroSettings
    xlwings: str | None
    """The version that is installed."""
    has_pywin32: bool
    paths: ExcelPaths | None
    has_addin: bool
    embedded: str | None
    """The version of xlwings that the installed add-in is made for."""
    is_blocked: bool
    """Windows marked the add-in as coming from the internet."""
    interpreter: Path | None
    """The Python that xlwings is set to."""
    files: frozenset[Path]
    """Of the files that checks may ask for, those that exist."""


def this_machine() -> Machine:
    """The machine this runs on."""
    return gather(sys.platform, os.environ, Path.home(), read_registry)


def gather(system: str, environment: Mapping[str, str], home: Path, read: Read) -> Machine:
    """The machine of a user with this environment, home and registry."""
    found = excel_paths(system, environment, home)
    interpreter = _interpreter(found)
    office = _office(system, read)
    xlwings = _version("xlwings")
    return Machine(
        platform=system,
        system=platform.platform(terse=True),
        python=Path(sys.executable),
        python_version=platform.python_version(),
        python_bits=8 * struct.calcsize("P"),
        office=office,
        macros=macro_settings(read, office.version) if office else MacroSettings(),
        xlwings=xlwings,
        has_pywin32=find_spec("win32com") is not None,
        paths=found,
        has_addin=found is not None and found.addin.is_file(),
        embedded=_embedded(found),
        is_blocked=found is not None and _is_blocked(found.addin),
        interpreter=interpreter,
        files=frozenset(path for path in _asked_for(found, interpreter, office, xlwings) if path.is_file()),
    )


def bridge_files(interpreter: Path, office: InstalledOffice, xlwings: str) -> tuple[Path, ...]:
    """Where the library may lie through which functions in Excel reach Python."""
    name = f"xlwings{office.bits or 64}-{xlwings}.dll"
    return interpreter.parent / name, interpreter.parent.parent / name


def script_file(scripts: Path, xlwings: str) -> Path:
    """The script through which buttons reach Python on macOS."""
    return scripts / f"xlwings-{xlwings}.applescript"


def _asked_for(
    found: ExcelPaths | None, interpreter: Path | None, office: InstalledOffice | None, xlwings: str | None
) -> tuple[Path, ...]:
    asked = [interpreter] if interpreter else []
    if interpreter and office and xlwings:
        asked += bridge_files(interpreter, office, xlwings)
    if found and found.scripts and xlwings:
        asked.append(script_file(found.scripts, xlwings))
    return tuple(asked)


def _office(system: str, read: Read) -> InstalledOffice | None:
    if system == WINDOWS:
        return installed_office(read)
    return InstalledOffice("16.0", None) if system == MACOS and MAC_EXCEL.exists() else None


def _interpreter(found: ExcelPaths | None) -> Path | None:
    if found is None or not found.config.is_file():
        return None
    named = setting(found.config.read_bytes(), found.setting, locale.getencoding())
    return Path(named) if named else None


def _embedded(found: ExcelPaths | None) -> str | None:
    source = module_source(found.addin, MODULE) if found else None
    return version_of(source) if source else None


def _is_blocked(addin: Path) -> bool:
    try:
        # A stream of the file, where Windows keeps where it came from.
        mark = Path(f"{addin}:Zone.Identifier").read_text(encoding="ascii", errors="replace")
    except OSError:
        return False
    return any(zone in mark for zone in UNTRUSTED_ZONES)


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None
