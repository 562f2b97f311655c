"""A form opened for edits that leave everything else byte for byte as it is."""

import posixpath
from collections.abc import Iterator

from lxml import etree

from support.savers.grid import cells
from support.savers.package import (
    CONTENT_TYPES,
    DECLARATION,
    C,
    P,
    R,
    main,
    pack,
    parse,
    related,
    relations,
    relations_name,
    unpack,
)

# Where the schema wants the elements that a lawful change may add, each before those that follow.
TAIL = [
    "ignoredErrors",
    "drawing",
    "legacyDrawing",
    "legacyDrawingHF",
    "AlternateContent",
    "controls",
    "tableParts",
]
TAIL.append("extLst")


class Edits:
    """The parts of a form; those that are asked for as trees are written again, the others kept."""

    def __init__(self, data: bytes) -> None:
        self.parts: dict[str, bytes] = unpack(data)
        self._trees: dict[str, etree._Element] = {}
        self.book = related(self.parts, "", "officeDocument") or ""

    def tree(self, part: str) -> etree._Element:
        if part not in self._trees:
            self._trees[part] = parse(self.parts[part])
        return self._trees[part]

    def sheet(self, at: int = 0) -> str:
        """The part of a sheet, the form being the first."""
        targets = {each.id: each.target for each in relations(self.parts, self.book)}
        entries = list(self.tree(self.book).iter(main("sheet")))
        return targets[entries[at].get(f"{{{R}}}id", "")]

    def styles(self) -> etree._Element:
        return self.tree(related(self.parts, self.book, "styles") or "")

    def names(self) -> dict[str, str]:
        """The cell of every name that stands for one."""
        return {
            each.get("name", ""): (each.text or "").rpartition("!")[2].replace("$", "")
            for each in self.tree(self.book).iter(main("definedName"))
        }

    def inputs(self) -> Iterator[etree._Element]:
        """The unlocked cells of the form."""
        xfs = self.styles().find(main("cellXfs"))
        assert xfs is not None
        open_ = [_is_open(xf) for xf in xfs]
        return (cell for cell in cells(self.tree(self.sheet())) if open_[int(cell.get("s", "0"))])

    def relate(self, part: str, kind: str, target: str) -> str:
        """The id of a new relationship of ``part``; a kind without a colon is one of the usual ones."""
        name = relations_name(part)
        if name not in self.parts:
            self.parts[name] = f'{DECLARATION}<Relationships xmlns="{P}"/>'.encode()
        root = self.tree(name)
        taken = {each.get("Id") for each in root}
        new = next(f"rId{at}" for at in range(1, len(taken) + 2) if f"rId{at}" not in taken)
        target = posixpath.relpath("/" + target, "/" + posixpath.dirname(part))
        kind = kind if ":" in kind else f"{R}/{kind}"
        etree.SubElement(root, f"{{{P}}}Relationship", {"Id": new, "Type": kind, "Target": target})
        return new

    def add(self, part: str, data: bytes | str, content_type: str, extension: str = "") -> str:
        """A new part, typed by its ``extension`` if one is given, else by its name."""
        self.parts[part] = data if isinstance(data, bytes) else data.encode()
        root = self.tree(CONTENT_TYPES)
        if not extension:
            entry = {"PartName": "/" + part, "ContentType": content_type}
            etree.SubElement(root, f"{{{C}}}Override", entry)
        elif all(each.get("Extension") != extension for each in root):
            entry = {"Extension": extension, "ContentType": content_type}
            root.insert(0, etree.Element(f"{{{C}}}Default", entry))
        return part

    def point(self, name: str, relation: str, at: int = 0) -> None:
        """Adds an element to the sheet that points at a relationship, where the schema wants it."""
        root = self.tree(self.sheet(at))
        later = TAIL[TAIL.index(name) + 1 :]
        place = next((i for i, each in enumerate(root) if etree.QName(each).localname in later), len(root))
        root.insert(place, etree.Element(main(name), {f"{{{R}}}id": relation}))

    def save(self) -> bytes:
        changed = {
            part: DECLARATION.encode() + etree.tostring(root, encoding="UTF-8")
            for part, root in self._trees.items()
        }
        return pack({**self.parts, **changed})


def _is_open(xf: etree._Element) -> bool:
    protection = xf.find(main("protection"))
    return protection is not None and protection.get("locked") in ("0", "false")
