"""The add-in put where Excel finds it, and the setting that names the Python for xlwings."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from zpj.files import write_whole
from zpj.model.codes import Code
from zpj.model.findings import Place, finding
from zpj_addin.addin_errors import CannotInstall
from zpj_addin.build import build_addin
from zpj_addin.excel_paths import ExcelPaths
from zpj_addin.xlwings_settings import setting, with_setting
from zpj_addin.xlwings_vba import mac_scripts


def install(paths: ExcelPaths, interpreter: str, *, encoding: str, force: bool = False) -> Sequence[Path]:
    """The files written: the add-in, the setting, on macOS the script. What is as it should be stays.

    ``encoding`` is the code page VBA reads settings in.

    Raises:
        CannotInstall: N04, xlwings is not installed; N12, it is set to another Python; N14, the path of this
            one cannot be written; N15, Excel has the add-in open.
        OutputExists: X05, another add-in of this name is there; both only without ``force``.
    """
    wanted = {
        paths.addin: build_addin(),
        paths.config: _settings(paths, interpreter, encoding, force),
        **({paths.scripts / name: text for name, text in mac_scripts().items()} if paths.scripts else {}),
    }
    changed = {path: data for path, data in wanted.items() if not _holds(path, data)}
    _write(changed, may_replace={paths.config} if not force else set(changed))
    return tuple(changed)


def _settings(paths: ExcelPaths, interpreter: str, encoding: str, force: bool) -> bytes:
    config = paths.config.read_bytes() if paths.config.exists() else b""
    there = setting(config, paths.setting, encoding)
    place = Place(file=str(paths.config))
    if there and there != interpreter and not force:
        raise CannotInstall([finding(Code.N12, place, found=there, expected=interpreter)])
    if there == interpreter:
        return config
    try:
        return with_setting(config, paths.setting, interpreter, encoding)
    except UnicodeEncodeError as error:
        raise CannotInstall([finding(Code.N14, place, found=interpreter)]) from error


def _write(files: Mapping[Path, bytes], may_replace: set[Path]) -> None:
    for path, data in files.items():
        try:
            write_whole(path, data, force=path in may_replace)
        except PermissionError as error:
            raise CannotInstall([finding(Code.N15, Place(file=str(path)))]) from error


def _holds(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data
