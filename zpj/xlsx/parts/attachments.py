"""What hangs on the relationships of a sheet: links, comments, drawings, controls, tables, pictures."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from zpj.xlsx.archive_reader import Archive
from zpj.xlsx.attributes import Attributes, Spot
from zpj.xlsx.limits import Limits
from zpj.xlsx.model.objects import Comment, DrawnObject, Hyperlink, ObjectKind, Table
from zpj.xlsx.model.sheet import Sheet
from zpj.xlsx.opc_package import Package, Relationships, target
from zpj.xlsx.parts.anchors import Geometry
from zpj.xlsx.parts.comments import read_comments, with_boxes, with_conversations
from zpj.xlsx.parts.controls import merged, read_controls
from zpj.xlsx.parts.drawings import read_drawing
from zpj.xlsx.parts.vml import VmlShape, read_vml
from zpj.xlsx.references import Range, plain_range
from zpj.xlsx.refusal import Reason, TwoViews, ambiguous, hostile
from zpj.xlsx.xml_tree import read_tree

_CONTAINERS = ("controls", "oleObjects")
_REFERRING = frozenset({
    *_CONTAINERS, "hyperlinks", "drawing", "legacyDrawing", "legacyDrawingHF", "picture", "tableParts",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Attachments:
    """Reads what sheets refer to, within one package."""

    archive: Archive
    package: Package
    persons: Mapping[str, str]
    limits: Limits

    def attach(self, sheet: Sheet, elements: Mapping[str, Element]) -> Sheet:
        """The sheet with all that its elements and relationships lead to."""
        related = self.package.relationships(sheet.part)
        if not related and not elements.keys() & _REFERRING:
            return sheet
        vml = self._part(elements.get("legacyDrawing"), related, sheet.part)
        shapes = self._shapes(vml)
        return replace(
            sheet,
            hyperlinks=self._links(elements.get("hyperlinks"), related, sheet.part),
            comments=self._comments(related, shapes or ()),
            objects=tuple(self._objects(sheet, elements, related, vml, shapes)),
            header_pictures=self._header_pictures(elements, related, sheet.part),
            background=self._part(elements.get("picture"), related, sheet.part),
            tables=self._tables(elements.get("tableParts"), related, sheet.part),
        )

    def _part(self, element: Element | None, related: Relationships, part: str) -> str:
        """The part that an element names by relationship; empty for none."""
        if element is None:
            return ""
        key = Attributes(element.attrib, Spot(part, element.tag)).relationship()
        found = related.get(key)
        return hostile(Reason.RELATIONSHIP, f"{part} {element.tag}") if found is None else found.target

    def _read(self, part: str) -> bytes | None:
        # Some programs drop a part and keep what leads to it.
        return self.archive.read(part) if part in self.archive else None

    def _shapes(self, vml: str) -> tuple[VmlShape, ...] | None:
        xml = self._read(vml) if vml else None
        return () if xml is None else read_vml(vml, xml, self.limits)

    def _links(self, element: Element | None, related: Relationships, part: str) -> tuple[Hyperlink, ...]:
        return tuple(self._link(child, related, part) for child in (() if element is None else element))

    def _link(self, element: Element, related: Relationships, part: str) -> Hyperlink:
        if element.tag != "hyperlink":
            ambiguous(TwoViews.SHEET_CONTENT, part, "hyperlinks")
        given = Attributes(element.attrib, Spot(part, "hyperlink"))
        found = related.get(given.relationship())
        return Hyperlink(
            _range(given.take("ref"), part),
            found.target if found else "",
            given.take("location"),
            given.take("display"),
            given.take("tooltip"),
        )

    def _comments(self, related: Relationships, shapes: tuple[VmlShape, ...]) -> tuple[Comment, ...]:
        part, threads = target(related, "comments"), target(related, "threadedComment")
        xml = self._read(part) if part else None
        comments = with_boxes(read_comments(part, xml, self.limits), shapes) if xml else ()
        told = self._read(threads) if threads else None
        return with_conversations(comments, threads, told, self.persons, self.limits) if told else comments

    def _objects(
        self,
        sheet: Sheet,
        elements: Mapping[str, Element],
        related: Relationships,
        vml: str,
        shapes: tuple[VmlShape, ...] | None,
    ) -> list[DrawnObject]:
        containers = [elements[name] for name in _CONTAINERS if name in elements]
        geometry = Geometry(sheet)
        told = read_controls(containers, sheet.part, related, geometry)
        drawing = self._part(elements.get("drawing"), related, sheet.part)
        xml = self._read(drawing) if drawing else None
        drawn = (
            read_drawing(drawing, xml, self.package.relationships(drawing), geometry, self.limits)
            if xml
            else []
        )
        unreadable = [DrawnObject(ObjectKind.UNKNOWN, part=vml)] if shapes is None else []
        return [*merged(told, shapes or (), vml, drawn), *unreadable]

    def _header_pictures(
        self, elements: Mapping[str, Element], related: Relationships, part: str
    ) -> tuple[str, ...]:
        vml = self._part(elements.get("legacyDrawingHF"), related, part)
        shapes = self._shapes(vml)
        pictures: Relationships = self.package.relationships(vml) if vml else {}
        # A part that is there and shows nothing we know still counts.
        found = [pictures[key].target for shape in shapes or () for key in shape.images if key in pictures]
        return tuple(found) or ((vml,) if shapes is None or shapes else ())

    def _tables(self, element: Element | None, related: Relationships, part: str) -> tuple[Table, ...]:
        parts = [self._part(child, related, part) for child in (() if element is None else element)]
        return tuple(self._table(each) for each in parts)

    def _table(self, part: str) -> Table:
        xml = self._read(part)
        if xml is None:
            return Table("", None, part)
        root = read_tree(part, xml, "table", self.limits)
        name = root.get("displayName", root.get("name", ""))
        return Table(name, _range(root.get("ref", ""), part), part, root.get("tableType") == "queryTable")


def _range(text: str, part: str) -> Range:
    try:
        return plain_range(text)
    except ValueError:
        ambiguous(TwoViews.CELL_ADDRESS, part, text)
