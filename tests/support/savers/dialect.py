"""What differs between the two programs that officers fill forms with: Excel and WPS (its part et)."""

from collections.abc import Callable
from dataclasses import dataclass

from support.savers.package import MC, R, S
from support.savers.spelling import fifteen, plain, seventeen

_X14AC = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"
_REVISION = "http://schemas.microsoft.com/office/spreadsheetml/201"
_XR = (
    f'xmlns:xr="{_REVISION}4/revision" xmlns:xr2="{_REVISION}5/revision2" xmlns:xr3="{_REVISION}6/revision3"'
)
_DRAWING = (
    'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"'
)


@dataclass(frozen=True, slots=True)
class Dialect:
    """One program's habits."""

    name: str
    sheet_root: str
    """Attributes of ``<worksheet>``, without the id of the revision."""
    revisions: bool
    """Whether things carry ``xr:uid`` and rows ``x14ac:dyDescent``."""
    number: Callable[[str], str]
    width: Callable[[str], str]
    first_format: int
    """Numbers of own formats start here: 164 to 175 are taken by Chinese built-in ones."""
    format_names: bool
    """Whether built-in formats get their built-in numbers."""
    default_columns: str
    families: bool
    """Whether fonts say their family."""


def _pixels(value: str) -> str:
    """A width in whole pixels of the default font, 7 a digit for 宋体 10: 8.5 is 8.57142857142857."""
    return f"{round(float(value) * 7) / 7:.15g}"


EXCEL = Dialect(
    "excel",
    f'xmlns="{S}" xmlns:r="{R}" {_DRAWING} xmlns:mc="{MC}" mc:Ignorable="x14ac xr xr2 xr3" '
    f'xmlns:x14ac="{_X14AC}" {_XR}',
    revisions=True,
    number=seventeen,
    width=plain,
    first_format=176,
    format_names=True,
    default_columns="",
    families=True,
)
# As WPS 10.2 to 12.1 write: these namespaces, no mc:Ignorable although mc is declared, no revisions.
WPS = Dialect(
    "wps",
    f'xmlns="{S}" xmlns:r="{R}" {_DRAWING} xmlns:mc="{MC}" '
    'xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"',
    revisions=False,
    number=fifteen,
    width=_pixels,
    first_format=176,
    format_names=True,
    default_columns="9",
    families=False,
)
