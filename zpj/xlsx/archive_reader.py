"""The zip archive of a workbook: its directory checked first, its parts inflated on demand and within bounds.

``zipfile`` reads the directory only. Parts are inflated here, because a bound must hold while inflating:
what an archive declares about sizes is written by whoever made it.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from operator import attrgetter
from typing import NamedTuple

from zpj.xlsx.limits import MIB, Limits
from zpj.xlsx.refusal import Measure, Reason, TwoViews, ambiguous, hostile, too_large, unreadable

DIRECTORY_ENTRY, LOCAL_ENTRY, END = b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06"
LOCAL_HEADER = struct.Struct("<4s2xHH4xIIIHH")
_ELSEWHERE = 0xFFFFFFFF
BYTES_PER_CHARACTER = len("&#x10FFFF;")
ENCRYPTED_FLAG, SIZES_FOLLOW_FLAG, UTF8_FLAG = 0x1, 0x8, 0x800


class Packed(NamedTuple):
    """A part as it lies in an archive. ``size`` is what the archive declares."""

    name: str
    method: int
    data: bytes
    crc: int
    size: int


class Archive:
    """The parts of one archive. Part names are without a leading slash and found in any letter case."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._data = data
        self._limits = limits
        self._bytes_left = limits.inflated_bytes
        self._tags_left = limits.tags
        # Counted before zipfile builds an object of a kilobyte for every entry.
        if data.count(DIRECTORY_ENTRY) > limits.entries:
            too_large(Measure.ENTRIES, limits.entries)
        listed = _directory(data)
        self._entries = _by_name(listed)
        _check_all_is_listed(data, listed)
        self.names = tuple(
            _normal(entry.orig_filename) for entry in self._entries.values() if not entry.is_dir()
        )

    def __contains__(self, part: str) -> bool:
        return part.lower() in self._entries

    def read(self, part: str) -> bytes:
        """The inflated part. X02 where it is missing, X01 where it is damaged, X04 beyond the limits."""
        entry = self._entries.get(part.lower())
        if entry is None:
            hostile(Reason.MISSING_PART, part)
        content = self._inflate(part, entry)
        if zlib.crc32(content) != entry.CRC:
            unreadable(Reason.CHECKSUM, part)
        self._bytes_left -= len(content)
        self._check_markup(content)
        return content

    def packed(self, part: str) -> Packed:
        """The part as it is packed, to be copied into another archive; nothing is inflated."""
        entry = self._entries[part.lower()]
        raw = bytes(self._raw(part, entry))
        return Packed(part, entry.compress_type, raw, entry.CRC, entry.file_size)

    def _check_markup(self, xml: bytes) -> None:
        """Bound what a parser will hold at once, before one sees the part."""
        self._tags_left -= xml.count(b"<")
        if self._tags_left < 0:
            too_large(Measure.TAGS, self._limits.tags)
        # One tag of a million attributes takes hundreds of bytes for each. A block without the start of a tag
        # is longer than any text allowed, however its characters are written.
        block = BYTES_PER_CHARACTER * self._limits.characters
        for start in range(0, len(xml) - block, block):
            if xml.find(b"<", start, start + block) < 0:
                too_large(Measure.CHARACTERS, self._limits.characters)

    def _inflate(self, part: str, entry: zipfile.ZipInfo) -> bytes:
        raw = self._raw(part, entry)
        room = self._bytes_left
        if entry.compress_type == zipfile.ZIP_STORED:
            content, complete = bytes(raw[: room + 1]), True
        elif entry.compress_type == zipfile.ZIP_DEFLATED:
            inflater = zlib.decompressobj(-zlib.MAX_WBITS)
            try:
                content = inflater.decompress(raw, room + 1)
            except zlib.error:
                unreadable(Reason.CHECKSUM, part)
            complete = inflater.eof
        else:
            unreadable(Reason.COMPRESSION, part)
        if len(content) > room:
            too_large(Measure.INFLATED, self._limits.inflated_bytes // MIB)
        if not complete:
            unreadable(Reason.CHECKSUM, part)
        return content

    def _raw(self, part: str, entry: zipfile.ZipInfo) -> memoryview:
        """The compressed bytes. Readers that go by the local header must see the same part as we do."""
        if entry.flag_bits & ENCRYPTED_FLAG:
            unreadable(Reason.ENCRYPTED)
        header = self._data[entry.header_offset : entry.header_offset + LOCAL_HEADER.size]
        if len(header) < LOCAL_HEADER.size or not header.startswith(LOCAL_ENTRY):
            unreadable(Reason.ARCHIVE)
        _, flags, method, crc, packed, size, name_length, extra_length = LOCAL_HEADER.unpack(header)
        start = entry.header_offset + LOCAL_HEADER.size
        same = self._data[start : start + name_length] == _name_bytes(entry)
        if not flags & SIZES_FOLLOW_FLAG:
            # Some writers keep room for sizes beyond 4 GB, in another field.
            same = same and crc == entry.CRC
            same = (
                same and packed in (entry.compress_size, _ELSEWHERE) and size in (entry.file_size, _ELSEWHERE)
            )
        if not same or method != entry.compress_type:
            ambiguous(TwoViews.ENTRY_HEADERS, part)
        start += name_length + extra_length
        raw = memoryview(self._data)[start : start + entry.compress_size]
        if len(raw) < entry.compress_size:
            unreadable(Reason.ARCHIVE)
        return raw


def _directory(data: bytes) -> list[zipfile.ZipInfo]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.infolist()
    # zipfile's answers to a damaged directory; it documents only the first.
    except (zipfile.BadZipFile, ValueError, struct.error, IndexError, OSError, NotImplementedError):
        unreadable(Reason.ARCHIVE)


def _by_name(entries: Iterable[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    """Entries by lower-cased name. X02 for a name that leads outside, X06 for one that comes twice."""
    found: dict[str, zipfile.ZipInfo] = {}
    for entry in entries:
        name = _normal(entry.orig_filename)
        if name.startswith("/") or ":" in name or ".." in name.split("/") or min(name, default="") < " ":
            hostile(Reason.ENTRY_NAME, name)
        if found.setdefault(name.lower(), entry) is not entry:
            ambiguous(TwoViews.ENTRY_TWICE, name)
    return found


def _check_all_is_listed(data: bytes, entries: Iterable[zipfile.ZipInfo]) -> None:
    """X06 for what a reader finds who goes through the file instead of by its directory."""
    reached = 0
    for entry in sorted(entries, key=attrgetter("header_offset")):
        if data.find(LOCAL_ENTRY, reached, entry.header_offset) >= 0:
            ambiguous(TwoViews.ENTRY_UNLISTED)
        name = _name_bytes(entry)
        if not data.startswith(name, entry.header_offset + LOCAL_HEADER.size):
            ambiguous(TwoViews.ENTRY_HEADERS, entry.orig_filename)
        reached = entry.header_offset + LOCAL_HEADER.size + len(name) + entry.compress_size
    # A second directory, or a whole archive in the comment, would be another file for some readers.
    directory = max(reached, data.find(DIRECTORY_ENTRY, reached))
    if data.find(LOCAL_ENTRY, directory) >= 0 or data.count(END, directory) > 1:
        ambiguous(TwoViews.ENTRY_UNLISTED)


def _name_bytes(entry: zipfile.ZipInfo) -> bytes:
    """The name as it is written in the archive."""
    return entry.orig_filename.encode("utf-8" if entry.flag_bits & UTF8_FLAG else "cp437")


def _normal(name: str) -> str:
    # Some writers on Windows put backslashes between folders, against the zip specification.
    return name.replace("\\", "/")
