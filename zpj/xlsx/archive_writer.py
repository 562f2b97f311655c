"""A zip file from deflated parts: always the same bytes, and parts that never vary are deflated once.

``zipfile`` deflates every entry anew, which is most of the time a form takes; the container itself is two
small records per part.
"""

import struct
import zlib
from collections.abc import Sequence
from typing import NamedTuple

LEVEL = 6
_DOS_EPOCH = 0x0021
"""1980-01-01, the earliest date a zip entry can carry: forms have no date of their own."""
_UTF8_NAMES = 0x0800
_DEFLATED = 8
_VERSION = 20
_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_CENTRAL = struct.Struct("<4sHHHHHHIIIHHHHHII")
_END = struct.Struct("<4sHHHHIIH")


class Part(NamedTuple):
    """A part ready to be packed."""

    name: bytes
    deflated: bytes
    crc: int
    size: int


def deflate(name: str, data: bytes) -> Part:
    """The part ``name`` with ``data``."""
    squeeze = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Part(name.encode(), squeeze.compress(data) + squeeze.flush(), zlib.crc32(data), len(data))


def pack(parts: Sequence[Part]) -> bytes:
    """The zip file of ``parts``, in their order."""
    chunks: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for part in parts:
        about = (_VERSION, _UTF8_NAMES, _DEFLATED, 0, _DOS_EPOCH, part.crc, len(part.deflated), part.size)
        local = _LOCAL.pack(b"PK\x03\x04", *about, len(part.name), 0)
        chunks += (local, part.name, part.deflated)
        directory += (
            _CENTRAL.pack(b"PK\x01\x02", _VERSION, *about, len(part.name), 0, 0, 0, 0, 0, offset),
            part.name,
        )
        offset += len(local) + len(part.name) + len(part.deflated)
    size = sum(map(len, directory))
    end = _END.pack(b"PK\x05\x06", 0, 0, len(parts), len(parts), size, offset, 0)
    return b"".join((*chunks, *directory, end))
