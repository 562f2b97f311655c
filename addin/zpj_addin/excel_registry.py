"""What Windows' registry says of Excel: its version, its bits, what its macro settings forbid."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

Read = Callable[[str, str, int], int | str | None]
"""The value of a key, such as ``HKCU\\\\Software\\\\...``, by name, as programs of so many bits see it."""

VERSIONS = ("16.0", "15.0", "14.0")
SIGNED_ONLY, NO_MACROS = 3, 4
"""Values of VBAWarnings."""


@dataclass(frozen=True, slots=True)
class InstalledOffice:
    """An installed Excel: its version as the registry names it, its bits where they are known."""

    version: str
    bits: int | None


@dataclass(frozen=True, slots=True)
class MacroSettings:
    """Whether unsigned macros never run, and whether not even those in trusted folders do."""

    unsigned_blocked: bool = False
    trusted_folders_ignored: bool = False


def installed_office(read: Read) -> InstalledOffice | None:
    """The newest Excel on this machine; ``None`` if there is none."""
    click_to_run = read(r"HKLM\SOFTWARE\Microsoft\Office\ClickToRun\Configuration", "Platform", 64)
    for version in VERSIONS:
        key = rf"HKLM\SOFTWARE\Microsoft\Office\{version}\Excel\InstallRoot"
        seen_by = [bits for bits in (64, 32) if read(key, "Path", bits)]
        if seen_by:
            # Office as a service shows itself to programs of either kind.
            named = {"x64": 64, "x86": 32}.get(str(click_to_run)) if version == VERSIONS[0] else None
            return InstalledOffice(version, named or seen_by[0])
    return None


def macro_settings(read: Read, version: str) -> MacroSettings:
    """What an administrator, or else the user, has decided on macros."""
    warnings = _first(_values(read, version, "", "VBAWarnings"))
    ignored = _first(_values(read, version, r"\Trusted Locations", "AllLocationsDisabled"))
    return MacroSettings(warnings in (SIGNED_ONLY, NO_MACROS), ignored == 1)


def _values(read: Read, version: str, below: str, name: str) -> Iterator[int | str | None]:
    for policies in (r"\Policies", ""):
        yield read(rf"HKCU\Software{policies}\Microsoft\Office\{version}\Excel\Security{below}", name, 64)


def _first(values: Iterator[int | str | None]) -> int | str | None:
    return next((value for value in values if value is not None), None)


def read_registry(key: str, name: str, bits: int) -> int | str | None:
    """A value of this machine's registry; ``None`` where there is no such value, key or registry."""
    if sys.platform != "win32":
        return None
    import winreg

    root, _, path = key.partition("\\")
    roots = {"HKCU": winreg.HKEY_CURRENT_USER, "HKLM": winreg.HKEY_LOCAL_MACHINE}
    view = winreg.KEY_WOW64_64KEY if bits == 64 else winreg.KEY_WOW64_32KEY
    try:
        with winreg.OpenKey(roots[root], path, access=winreg.KEY_READ | view) as opened:
            value, _ = winreg.QueryValueEx(opened, name)
    except OSError:
        return None
    return value if isinstance(value, int | str) else None
