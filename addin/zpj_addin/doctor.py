"""What keeps the add-in from working on a machine, and the facts around it: one check, one small function."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from zpj.installed_from import install_command
from zpj.model.codes import Code
from zpj.model.findings import Finding, Place, finding
from zpj.texts import wording
from zpj_addin.excel_paths import WINDOWS
from zpj_addin.machine import Machine, bridge_files, script_file

Check = Callable[[Machine], Finding | None]


def examine(machine: Machine) -> tuple[Finding, ...]:
    """Everything that is wrong, in the order in which to mend it."""
    return tuple(found for check in _checks(machine) if (found := check(machine)))


def facts(machine: Machine) -> Mapping[str, str | None]:
    """What there is, by key; ``None``: there is none."""
    return {
        "system": machine.system,
        "python": _with_bits(machine.python_version, machine.python_bits),
        "office": _with_bits(machine.office.version, machine.office.bits) if machine.office else None,
        "xlwings": machine.xlwings,
        "addin": str(machine.paths.addin) if machine.paths and machine.has_addin else None,
        "embedded": machine.embedded,
        "interpreter": str(machine.interpreter) if machine.interpreter else None,
    }


def facts_in_words(machine: Machine) -> Mapping[str, str]:
    """The same for people, by what the facts are called."""
    words = wording("addin")
    return {words["fact"][key]: value or words["doctor"]["none"] for key, value in facts(machine).items()}


def _with_bits(version: str, bits: int | None) -> str:
    together: str = wording("addin")["doctor"]["bits"]
    return together.format(version=version, bits=bits) if bits else version


def _checks(machine: Machine) -> Iterator[Check]:
    yield from (excel_is_here, xlwings_is_installed)
    # Without Excel nothing beyond is a problem of this machine.
    if machine.paths is None:
        return
    yield from (addin_is_installed, addin_fits_xlwings, addin_is_not_blocked)
    yield from (interpreter_is_set, interpreter_exists, interpreter_is_this_one, path_is_plain)
    if machine.platform == WINDOWS:
        yield from (pywin32_is_installed, bridge_is_there, addin_may_run_macros, forms_may_run_macros)
    else:
        yield script_is_there


def excel_is_here(machine: Machine) -> Finding | None:
    """Without Excel there is nothing to add anything to."""
    return finding(Code.N01, Place()) if machine.office is None else None


def xlwings_is_installed(machine: Machine) -> Finding | None:
    """It carries every word between Excel and Python."""
    if machine.xlwings is not None:
        return None
    return finding(Code.N04, Place(), install=install_command("excel"))


def pywin32_is_installed(machine: Machine) -> Finding | None:
    """Through it Python speaks with Excel on Windows."""
    return None if machine.has_pywin32 else finding(Code.N03, Place())


def addin_is_installed(machine: Machine) -> Finding | None:
    """It lies where Excel loads it from."""
    return None if machine.has_addin else finding(Code.N05, _addin(machine))


def addin_fits_xlwings(machine: Machine) -> Finding | None:
    """The module in the add-in calls a library that has its version in its name."""
    if not machine.has_addin or machine.xlwings is None or machine.embedded == machine.xlwings:
        return None
    found = machine.embedded or wording("addin")["doctor"]["none"]
    return finding(Code.N06, _addin(machine), found=found, expected=machine.xlwings)


def addin_is_not_blocked(machine: Machine) -> Finding | None:
    """Excel does not load files marked as coming from the internet."""
    return finding(Code.N07, _addin(machine)) if machine.is_blocked else None


def addin_may_run_macros(machine: Machine) -> Finding | None:
    """Excel trusts the add-in's folder, unless its settings trust no folder."""
    macros = machine.macros
    return finding(Code.N08, Place()) if macros.unsigned_blocked and macros.trusted_folders_ignored else None


def forms_may_run_macros(machine: Machine) -> Finding | None:
    """Forms lie in folders that nobody declared to be trusted."""
    macros = machine.macros
    alone = macros.unsigned_blocked and not macros.trusted_folders_ignored
    return finding(Code.N09, Place()) if alone else None


def interpreter_is_set(machine: Machine) -> Finding | None:
    """Without the setting the buttons do what VBA alone can do."""
    return finding(Code.N10, _config(machine)) if machine.interpreter is None else None


def interpreter_exists(machine: Machine) -> Finding | None:
    """A Python may have been removed since."""
    if machine.interpreter is None or machine.interpreter in machine.files:
        return None
    return finding(Code.N11, _config(machine), found=machine.interpreter)


def interpreter_is_this_one(machine: Machine) -> Finding | None:
    """All that is checked here is checked of the Python that runs."""
    there = machine.interpreter
    if there is None or there not in machine.files or there == machine.python:
        return None
    return finding(Code.N12, _config(machine), found=there, expected=machine.python)


def path_is_plain(machine: Machine) -> Finding | None:
    """VBA and the command line go through code pages."""
    there = machine.interpreter
    return finding(Code.N13, Place(), found=there) if there and not str(there).isascii() else None


def bridge_is_there(machine: Machine) -> Finding | None:
    """The library of Excel's own bits; those of Python do not matter, which runs by itself."""
    if machine.interpreter not in machine.files or machine.office is None or machine.xlwings is None:
        return None
    paths = bridge_files(machine.interpreter or Path(), machine.office, machine.xlwings)
    if machine.files.intersection(paths):
        return None
    return finding(Code.N16, Place(file=str(paths[0].parent)), expected=paths[0].name)


def script_is_there(machine: Machine) -> Finding | None:
    """On macOS Excel may start Python through this script only."""
    scripts = machine.paths.scripts if machine.paths else None
    if scripts is None or machine.xlwings is None:
        return None
    script = script_file(scripts, machine.xlwings)
    return (
        None if script in machine.files else finding(Code.N17, Place(file=str(scripts)), expected=script.name)
    )


def _addin(machine: Machine) -> Place:
    return Place(file=str(machine.paths.addin) if machine.paths else "")


def _config(machine: Machine) -> Place:
    return Place(file=str(machine.paths.config) if machine.paths else "")
