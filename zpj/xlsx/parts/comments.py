"""Comments on cells: the notes, where their boxes lie, and the conversations of newer programs."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from xml.etree.ElementTree import Element

from zpj.xlsx.limits import Limits
from zpj.xlsx.model.objects import Comment
from zpj.xlsx.parts.colors import Colors
from zpj.xlsx.parts.shared_strings import characters_of
from zpj.xlsx.parts.texts import read_text
from zpj.xlsx.parts.vml import NOTE, VmlShape
from zpj.xlsx.references import parse_cell
from zpj.xlsx.refusal import TwoViews, ambiguous
from zpj.xlsx.xml_tree import local_name, read_tree


def read_comments(part: str, xml: bytes, limits: Limits) -> tuple[Comment, ...]:
    """The notes of a comments part, without their boxes."""
    root = read_tree(part, xml, "comments", limits)
    authors: list[str] = []
    found: list[Comment] = []
    for child in root:
        if child.tag == "authors":
            authors += [author.text or "" for author in child]
        elif child.tag == "commentList":
            if any(each.tag != "comment" for each in child):
                ambiguous(TwoViews.SHEET_CONTENT, part, "commentList")
            found += [_comment(each, authors, part, limits) for each in child]
    return tuple(found)


def _comment(element: Element, authors: list[str], part: str, limits: Limits) -> Comment:
    reference = element.get("ref", "")
    texts = [child for child in element if child.tag == "text"]
    if len(texts) > 1:
        ambiguous(TwoViews.VALUE_TWICE, part, reference)
    text = characters_of(read_text(texts[0], Colors(), limits, part, reference)) if texts else ""
    number = element.get("authorId", "")
    index = (
        int(number)
        if number.isascii() and number.isdigit() and len(number) < len("1000000")
        else len(authors)
    )
    return Comment(_place(reference, part), text, authors[index] if index < len(authors) else "")


def _place(reference: str, part: str) -> tuple[int, int]:
    try:
        return parse_cell(reference)
    except ValueError:
        ambiguous(TwoViews.CELL_ADDRESS, part, reference)


def with_boxes(comments: Iterable[Comment], shapes: Iterable[VmlShape]) -> tuple[Comment, ...]:
    """The notes with where their boxes lie and whether they are always shown."""
    boxes = {shape.cell: shape for shape in shapes if shape.kind == NOTE}
    return tuple(
        replace(comment, always_shown=box.visible, covers=box.cells)
        if (box := boxes.get(comment.cell))
        else comment
        for comment in comments
    )


def read_persons(part: str, xml: bytes, limits: Limits) -> Mapping[str, str]:
    """Names by id."""
    root = read_tree(part, xml, "personList", limits)
    return {each.get("id", ""): each.get("displayName", "") for each in root}


def with_conversations(
    comments: tuple[Comment, ...], part: str, xml: bytes, persons: Mapping[str, str], limits: Limits
) -> tuple[Comment, ...]:
    """The notes with the conversations of a part; one that no note stands for is a comment of its own."""
    replies: dict[tuple[int, int], list[str]] = {}
    for element in read_tree(part, xml, "ThreadedComments", limits):
        text = "".join(child.text or "" for child in element if local_name(child.tag) == "text")
        person = persons.get(element.get("personId", ""), "")
        replies.setdefault(_place(element.get("ref", ""), part), []).append(f"{person}: {text}")
    with_note = {comment.cell for comment in comments}
    threaded = tuple(
        replace(comment, threaded=True, replies=tuple(replies[comment.cell]))
        if comment.cell in replies
        else comment
        for comment in comments
    )
    others = [cell for cell in replies if cell not in with_note]
    return (*threaded, *(Comment(cell, "", threaded=True, replies=tuple(replies[cell])) for cell in others))
