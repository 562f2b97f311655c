"""The properties of a document: which program saved it, what is in it, who and when."""

from collections.abc import Sequence

from lxml import etree

from support.savers.dialect import Dialect
from support.savers.package import DECLARATION
from support.savers.spelling import text_xml

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_VT = f'xmlns:vt="{_OFFICE}/docPropsVTypes"'
_SAVED = "2027-01-15T08:30:00Z"
_CORE = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)


def app_xml(sheets: Sequence[str], names: Sequence[str], dialect: Dialect) -> str:
    """What the document holds: its sheets, and in Excel its names, under Chinese headings."""
    groups = [("工作表", sheets), ("命名范围", names if dialect.revisions else ())]
    shown = [(heading, titles) for heading, titles in groups if titles]
    pairs = "".join(
        f"<vt:variant><vt:lpstr>{heading}</vt:lpstr></vt:variant><vt:variant><vt:i4>{len(titles)}</vt:i4></vt:variant>"
        for heading, titles in shown
    )
    titles = [title for _, each in shown for title in each]
    listed = "".join(f"<vt:lpstr>{text_xml(title)}</vt:lpstr>" for title in titles)
    vectors = (
        f'<HeadingPairs><vt:vector size="{len(shown) * 2}" baseType="variant">{pairs}</vt:vector>'
        f'</HeadingPairs><TitlesOfParts><vt:vector size="{len(titles)}" baseType="lpstr">{listed}</vt:vector>'
        "</TitlesOfParts>"
    )
    head = f'{DECLARATION}<Properties xmlns="{_OFFICE}/extended-properties" {_VT}>'
    if not dialect.revisions:
        return f"{head}<Application>WPS 表格</Application>{vectors}</Properties>"
    return (
        f"{head}<Application>Microsoft Excel</Application><DocSecurity>0</DocSecurity>"
        "<ScaleCrop>false</ScaleCrop>"
        f"{vectors}<Company></Company><LinksUpToDate>false</LinksUpToDate><SharedDoc>false</SharedDoc>"
        "<HyperlinksChanged>false</HyperlinksChanged><AppVersion>16.0300</AppVersion></Properties>"
    )


def core_xml(root: etree._Element | None) -> str:
    """Title, subject and author stay; who saved it last and when are added."""
    dublin = "http://purl.org/dc/elements/1.1/"
    texts = ((name, None if root is None else root.findtext(f"{{{dublin}}}{name}")) for name in _KEPT)
    kept = "".join(f"<dc:{name}>{text_xml(text)}</dc:{name}>" for name, text in texts if text)
    when = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{_SAVED}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    changed = "<cp:lastModifiedBy>填报人</cp:lastModifiedBy>"
    return f"{DECLARATION}<cp:coreProperties {_CORE}>{kept}{changed}{when}</cp:coreProperties>"


_KEPT = ("title", "subject", "creator")


def custom_xml() -> str:
    """What WPS adds: an id of the document, and its build by language."""
    fmtid = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
    values = ("ICV", "053187B9928843B98C117C2A1F8AFEAE_12"), ("KSOProductBuildVer", "2052-12.1.0.21541")
    inside = "".join(
        f'<property fmtid="{fmtid}" pid="{pid}" name="{name}"><vt:lpwstr>{value}</vt:lpwstr></property>'
        for pid, (name, value) in enumerate(values, 2)
    )
    return f'{DECLARATION}<Properties xmlns="{_OFFICE}/custom-properties" {_VT}>{inside}</Properties>'
