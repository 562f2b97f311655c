"""Values of a project's PROJECT stream that Office writes obfuscated (MS-OVBA 2.4.3)."""


class NotObfuscated(ValueError):
    """A value that no Office program wrote."""


def deobfuscated(text: str) -> bytes:
    """The bytes behind ``CMG``, ``DPB`` or ``GC``.

    Raises:
        NotObfuscated: ``text`` is not such a value.
    """
    try:
        seed, *rest = bytes.fromhex(text)
        version, key = rest[:2]
    except ValueError as error:
        raise NotObfuscated from error
    ignored = (seed & 6) // 2
    last, before, plain = key, version, seed ^ key
    clear: list[int] = []
    for byte in rest[2:]:
        plain = byte ^ ((before + plain) & 0xFF)
        before, last = last, byte
        clear.append(plain)
    length, data = bytes(clear[ignored : ignored + 4]), bytes(clear[ignored + 4 :])
    if seed ^ version != _VERSION or int.from_bytes(length, "little") != len(data):
        raise NotObfuscated
    return data


_VERSION = 2
