"""VBA projects as they come back: changed by hand, or by what a program does when it saves."""

import struct
from collections.abc import Iterable, Iterator, Mapping

from pyopenvba.cfb import CFB
from pyopenvba.vba import compress, decompress

from zpj.vba import Module

REGISTERED, OF_A_PROJECT = 0x000D, 0x000E
_VERSION, _MODULES = 0x0009, 0x000F


def replaced(modules: Iterable[Module], name: str, old: str, new: str) -> list[Module]:
    """The modules with the first ``old`` in the source of ``name`` replaced; it must be there."""
    changed = []
    for each in modules:
        if each.name == name:
            assert old in each.source, f"{name} has no {old!r}"
            each = Module(each.name, each.source.replace(old, new, 1), each.is_class)
        changed.append(each)
    return changed


def with_streams(project: bytes, streams: Mapping[tuple[str, str], bytes]) -> bytes:
    """``project`` with streams written, by storage and name; the storage of those beside VBA is empty."""
    box = CFB.from_bytes(project)
    for (storage, name), data in streams.items():
        path = (storage,) if storage else ()
        if name in box.list_streams_at(path):
            box.write_stream_at(path, name, data)
        else:
            box.add_stream_at(path, name, data)
    return box.to_bytes()


def with_storage(project: bytes, name: str) -> bytes:
    """``project`` with one more storage, as a UserForm has it."""
    box = CFB.from_bytes(project)
    box.add_substorage_at((), name)
    box.add_stream_at((name,), "f", b"form")
    return box.to_bytes()


def with_listing(project: bytes, old: str, new: str) -> bytes:
    """``project`` with a text of its PROJECT stream replaced; it must be there."""
    listing = CFB.from_bytes(project).get_stream_at((), "PROJECT")
    assert old.encode() in listing, f"PROJECT has no {old!r}"
    return with_streams(project, {("", "PROJECT"): listing.replace(old.encode(), new.encode(), 1)})


def with_record(project: bytes, number: int, data: bytes) -> bytes:
    """``project`` with another value of a record of its directory (MS-OVBA 2.3.4.2), which must be there."""
    raw = decompress(CFB.from_bytes(project).get_stream_at(("VBA",), "dir"))
    for record, size, place in _records(raw):
        if record == number:
            changed = raw[:place] + struct.pack("<HI", record, len(data)) + data + raw[place + 6 + size :]
            return with_streams(project, {("VBA", "dir"): compress(changed)})
    raise AssertionError(f"no record {number:#x}")


def with_reference(project: bytes, kind: int, libid: str) -> bytes:
    """``project`` that refers to one more library: a registered one (0x0D) or another project (0x0E)."""
    raw = decompress(CFB.from_bytes(project).get_stream_at(("VBA",), "dir"))
    place = next(at for record, _, at in _records(raw) if record == _MODULES)
    name, path = b"Extra", libid.encode()
    body = struct.pack("<I", len(path)) + path
    body += struct.pack("<IH", 0, 0) if kind == REGISTERED else body + bytes(6)
    block = b"".join(
        struct.pack("<HI", record, len(data)) + data
        for record, data in ((0x16, name), (0x3E, name.decode().encode("utf-16-le")), (kind, body))
    )
    return with_streams(project, {("VBA", "dir"): compress(raw[:place] + block + raw[place:])})


def _records(raw: bytes) -> Iterator[tuple[int, int, int]]:
    """Number, size and place of each record."""
    place = 0
    while place + 6 <= len(raw):
        record, size = struct.unpack_from("<HI", raw, place)
        # The record of the version gives a size that is not its own.
        size = 6 if record == _VERSION else size
        yield record, size, place
        place += 6 + size
