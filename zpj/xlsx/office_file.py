"""An Office file opened, before anybody asks what is in it: its main part and the parts that leads to."""

from collections.abc import Mapping

from zpj.xlsx.archive_reader import Archive
from zpj.xlsx.file_type import expect_office, expect_zip
from zpj.xlsx.limits import Limits
from zpj.xlsx.opc_package import PACKAGE, Package, Relationship
from zpj.xlsx.refusal import Reason, hostile


class Office:
    """A workbook, a document or a presentation: ``content_type`` is that of its main part, ``part``."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        expect_zip(data)
        self.archive = Archive(data, limits)
        expect_office(self.archive.names)
        package = Package(self.archive, limits)
        self.part = first_part(package.relationships(PACKAGE), "officeDocument")
        if not self.part:
            hostile(Reason.RELATIONSHIP, "officeDocument")
        self.content_type = package.content_type(self.part)
        self.related = package.relationships(self.part)


def first_part(relationships: Mapping[str, Relationship], kind: str) -> str:
    """The part of the first relationship of ``kind``; empty where there is none."""
    return next((related.target for related in relationships.values() if related.kind == kind), "")
