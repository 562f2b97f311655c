"""Types of relationships by their full names, and the content types that go with them."""

from zpj.xlsx.refusal import TwoViews, ambiguous
from zpj.xlsx.xml_tree import OFFICE_RELATIONSHIPS

_OFFICE = tuple(f"{space}/" for space in OFFICE_RELATIONSHIPS)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships/"
_MICROSOFT = "http://schemas.microsoft.com/office/"
_MICROSOFT_KINDS = {
    "http://schemas.microsoft.com/office/2006/relationships/vbaProject": "vbaProject",
    "http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet": "xlMacrosheet",
    "http://schemas.microsoft.com/office/2006/relationships/xlIntlMacrosheet": "xlIntlMacrosheet",
    "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment": "threadedComment",
    "http://schemas.microsoft.com/office/2017/10/relationships/person": "person",
}
# Some writers spell it without a capital; only the name of the author hangs on it.
_CORE_PROPERTIES = (
    "http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata/core-properties"
)

_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_EXCEL = "application/vnd.ms-excel."
_DRAWING = "application/vnd.openxmlformats-officedocument.drawing"
CONTENT_TYPES: dict[str, tuple[str, ...]] = {
    "worksheet": (f"{_SHEET}worksheet+xml",),
    "chartsheet": (f"{_SHEET}chartsheet+xml",),
    "dialogsheet": (f"{_SHEET}dialogsheet+xml",),
    "xlMacrosheet": (f"{_EXCEL}macrosheet+xml",),
    "xlIntlMacrosheet": (f"{_EXCEL}intlmacrosheet+xml",),
    "styles": (f"{_SHEET}styles+xml",),
    "sharedStrings": (f"{_SHEET}sharedStrings+xml".lower(),),
    "theme": ("application/vnd.openxmlformats-officedocument.theme+xml",),
    "comments": (f"{_SHEET}comments+xml",),
    "threadedComment": (f"{_EXCEL}threadedcomments+xml",),
    "person": (f"{_EXCEL}person+xml",),
    "drawing": (f"{_DRAWING}+xml",),
    "table": (f"{_SHEET}table+xml",),
    "externalLink": (f"{_SHEET}externallink+xml",),
    "vbaProject": ("application/vnd.ms-office.vbaproject",),
}
"""Of parts that decide what a person sees: the content types they must have, in lower case."""
STRUCTURAL = frozenset(CONTENT_TYPES) | {"officeDocument", "vmlDrawing"}
OF_ONE_STANDARD = STRUCTURAL - {*_MICROSOFT_KINDS.values(), "vmlDrawing"}
"""Kinds that a workbook has of one standard; VML is transitional in strict ones too."""
SINGLE = (
    "officeDocument",
    "styles",
    "sharedStrings",
    "theme",
    "vbaProject",
    "comments",
    "threadedComment",
    "drawing",
)
"""Kinds of which a part has one at most."""

_LOOK_ALIKES = {kind.lower() for kind in STRUCTURAL}


def kind_of(kind: str, part: str) -> str:
    """The short name of a type: ``worksheet``; ``?`` and the type where it is not known.

    X06 for a type that only looks like one of those that matter: some programs go by its last word.
    """
    if known := _MICROSOFT_KINDS.get(kind):
        return known
    last = kind.rpartition("/")[2]
    for prefix in _OFFICE:
        if kind.startswith(prefix):
            short = kind[len(prefix) :]
            if short in STRUCTURAL or last.lower() not in _LOOK_ALIKES:
                return short
    if last.lower() in _LOOK_ALIKES:
        ambiguous(TwoViews.RELATIONSHIP_TYPE, part)
    if kind.startswith(_PACKAGE):
        return kind[len(_PACKAGE) :]
    if kind == _CORE_PROPERTIES:
        return "metadata/core-properties"
    return last if kind.startswith(_MICROSOFT) else f"?{kind}"


def is_strict(kind: str) -> bool:
    """Whether this is a type of the strict standard."""
    return kind.startswith(_OFFICE[1])


def contradicts(kind: str, content_type: str) -> bool:
    """Whether a part reached by ``kind`` says by its content type that it is something else."""
    return kind in CONTENT_TYPES and content_type.lower() not in CONTENT_TYPES[kind]
