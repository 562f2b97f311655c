"""Cell notes added to a sheet that may have notes already: the comments part, and VML shapes to draw them."""

import re
from collections.abc import Iterable, Mapping

from lxml import etree

from zpj.recheck.annotate.marks import Key
from zpj.rendering import workbook_template
from zpj.rendering.cell_text import cell_text
from zpj.texts import wording
from zpj.xlsx.references import cell_name
from zpj.xlsx.refusal import Reason, unreadable
from zpj.xlsx.workbook_copy import Element, WorkbookCopy

_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_SHAPE = re.compile(r"_x0000_s(\d+)")
_SHAPES_PER_SHEET = 1024
_AFTER_LEGACY_DRAWING = (
    "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "AlternateContent",
    "webPublishItems", "tableParts", "extLst",
)  # fmt: skip
"""The schema fixes the order of what a worksheet holds."""


def add_notes(copy: WorkbookCopy, sheet: str, number: int, notes: Mapping[Key, str]) -> None:
    """Put ``notes`` on the part ``sheet``, the ``number``-th of the workbook, from 1.

    A note that somebody wrote there stays, with ours below it.
    """
    if notes:
        drawn = _add_comments(copy, sheet, notes)
        _draw(copy, sheet, number, [key for key in notes if key not in drawn])


def _add_comments(copy: WorkbookCopy, sheet: str, notes: Mapping[Key, str]) -> set[Key]:
    """The comments; returns where there was one before."""
    part = copy.related(sheet, "comments")
    if part is None:
        empty = f'<comments xmlns="{copy.main}"><authors/><commentList/></comments>'
        part = copy.add(sheet, "comments", "xl/comments%s.xml", empty, _COMMENTS_TYPE).part
    authors, listed = copy.element(part, "authors"), copy.element(part, "commentList")
    etree.SubElement(authors, f"{{{copy.main}}}author").text = wording("annotation")["sheet"]["author"]
    before = {comment.get("ref"): comment for comment in listed}
    known: set[Key] = set()
    for key, note in notes.items():
        ref = cell_name(*key)
        if ref in before:
            known.add(key)
            _write(before[ref], f"\n\n{note}", copy.main)
            continue
        comment = etree.SubElement(listed, f"{{{copy.main}}}comment", ref=ref, authorId=str(len(authors) - 1))
        _write(comment, note, copy.main)
    return known


def _write(comment: Element, note: str, space: str) -> None:
    run = etree.Element(f"{{{space}}}r")
    text = etree.SubElement(run, f"{{{space}}}t")
    text.text = cell_text(note)
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    written = comment.find(f"{{{space}}}text")
    if written is None:
        written = etree.SubElement(comment, f"{{{space}}}text")
    runs = written.findall(f"{{{space}}}r")
    # Runs come before phonetic hints; a plain text before them all.
    place = written.index(runs[-1]) + 1 if runs else len(written.findall(f"{{{space}}}t"))
    written.insert(place, run)


def _draw(copy: WorkbookCopy, sheet: str, number: int, keys: Iterable[Key]) -> None:
    """A shape per note, in the drawing the sheet has or in a new one."""
    part = _drawing(copy, sheet, number)
    vml = copy.text(part)
    body, end, rest = vml.rpartition("</xml>")
    if not end:
        unreadable(Reason.XML, part)
    used = [int(found) for found in _SHAPE.findall(vml)]
    first = max(used, default=_SHAPES_PER_SHEET * number) + 1
    render = workbook_template("annotation/note.vml")
    shapes = (
        render({"number": first + index, "row": row - 1, "column": column - 1})
        for index, (row, column) in enumerate(keys)
    )
    copy.put(part, "".join((body, *shapes, end, rest)))


def _drawing(copy: WorkbookCopy, sheet: str, number: int) -> str:
    root, identifier = copy.tree(sheet), f"{{{copy.office}}}id"
    drawing = root.find(f"{{{copy.main}}}legacyDrawing")
    if drawing is not None:
        return copy.target(sheet, drawing.get(identifier, ""))
    empty = workbook_template("annotation/notes.vml")({"data": number})
    added = copy.add(sheet, "vmlDrawing", "xl/drawings/vmlDrawing%s.vml", empty, _VML_TYPE)
    drawing = etree.Element(f"{{{copy.main}}}legacyDrawing")
    drawing.set(identifier, added.identifier)
    later = (
        child for child in root.iterchildren("*") if etree.QName(child).localname in _AFTER_LEGACY_DRAWING
    )
    root.insert(next((root.index(child) for child in later), len(root)), drawing)
    return added.part
