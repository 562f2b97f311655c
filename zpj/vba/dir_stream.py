"""The ``dir`` stream of a VBA project (MS-OVBA 2.3.4.2): what pyOpenVBA does not tell of it."""

import struct
from collections.abc import Iterator

from pyopenvba.cfb import CFB
from pyopenvba.vba import decompress

VBA, DIRECTORY = "VBA", "dir"
_VERSION, _CONSTANTS, _REFERENCES, _STREAM, _OFFSET = 0x0009, 0x000C, 0x000F, 0x001A, 0x0031
_CHUNK = 4096
"""Bytes that each compressed piece of a stream unpacks to, at most."""


class TooLarge(ValueError):
    """A project that unpacks to more than anybody would write."""


def require_size(box: CFB, most: int) -> None:
    """Check, without unpacking them, that the sources in ``box`` have no more than ``most`` bytes.

    Raises:
        TooLarge: they have more.
    """
    packed = box.get_stream_at((VBA,), DIRECTORY)
    size = _unpacked(packed, 0)
    if size <= most:
        name = b""
        for record, data in _records(decompress(packed)):
            if record == _STREAM:
                name = data
            elif record == _OFFSET:
                source = box.get_stream_at((VBA,), name.decode("latin-1"))
                size += _unpacked(source, int.from_bytes(data, "little"))
    if size > most:
        raise TooLarge


def constants(directory: bytes) -> str:
    """The constants for conditional compilation, from the unpacked stream."""
    for record, data in _records(directory):
        if record == _CONSTANTS:
            return data.decode("latin-1")
        if record == _REFERENCES:
            break
    return ""


def _records(directory: bytes) -> Iterator[tuple[int, bytes]]:
    place = 0
    while place + 6 <= len(directory):
        record, size = struct.unpack_from("<HI", directory, place)
        # The record of the version gives a size that is not its own.
        size = 6 if record == _VERSION else size
        yield record, directory[place + 6 : place + 6 + size]
        place += 6 + size


def _unpacked(packed: bytes, place: int) -> int:
    """How many bytes the compressed stream that starts at ``place`` has at most (MS-OVBA 2.4.1.1)."""
    chunks, place = 0, place + 1
    while place + 2 <= len(packed):
        place += (int.from_bytes(packed[place : place + 2], "little") & 0x0FFF) + 3
        chunks += 1
    return chunks * _CHUNK
