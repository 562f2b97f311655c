"""The paths where Excel and xlwings look for an add-in, its settings and its scripts, by operating system."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FILE_NAME = "zpj.xlam"
WINDOWS, MACOS = "win32", "darwin"


@dataclass(frozen=True, slots=True)
class ExcelPaths:
    """The paths of one user on one machine."""

    addin: Path
    """The add-in, in the folder whose workbooks Excel opens at its start and trusts."""
    config: Path
    """The user's settings of xlwings."""
    setting: str
    """What the Python to be used is called in them."""
    scripts: Path | None
    """On macOS the only folder whose scripts Excel may run."""


def excel_paths(platform: str, environment: Mapping[str, str], home: Path) -> ExcelPaths | None:
    """The paths for ``sys.platform``, the environment and the home folder of a user.

    ``None``: there is no Excel for that system.
    """
    if platform == WINDOWS:
        roaming = Path(environment.get("APPDATA") or home / "AppData" / "Roaming")
        profile = Path(environment.get("USERPROFILE") or home)
        return ExcelPaths(
            addin=roaming / "Microsoft" / "Excel" / "XLSTART" / FILE_NAME,
            config=profile / ".xlwings" / "xlwings.conf",
            setting="INTERPRETER_WIN",
            scripts=None,
        )
    if platform == MACOS:
        library = home / "Library"
        office = library / "Group Containers" / "UBF8T346G9.Office"
        return ExcelPaths(
            addin=office / "User Content.localized" / "Startup.localized" / "Excel" / FILE_NAME,
            config=library / "Containers" / "com.microsoft.Excel" / "Data" / "xlwings.conf",
            setting="INTERPRETER_MAC",
            scripts=library / "Application Scripts" / "com.microsoft.Excel",
        )
    return None
