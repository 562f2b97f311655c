"""An Office file opened, before anybody asks what is in it: its main part and the parts that leads to."""

from zpj.xlsx.archive_reader import Archive
from zpj.xlsx.file_type import expect_office, expect_zip
from zpj.xlsx.limits import Limits
from zpj.xlsx.opc_package import PACKAGE, Package, target
from zpj.xlsx.refusal import Reason, hostile


class Office:
    """A workbook, a document or a presentation: ``content_type`` is that of its main part, ``part``."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        expect_zip(data)
        self.archive = Archive(data, limits)
        expect_office(self.archive.names)
        self.package = Package(self.archive, limits)
        self.part = target(self.package.relationships(PACKAGE), "officeDocument")
        if not self.part:
            hostile(Reason.RELATIONSHIP, "officeDocument")
        self.content_type = self.package.content_type(self.part)
        self.related = self.package.relationships(self.part)
