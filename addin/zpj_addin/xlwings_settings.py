"""The user's settings of xlwings: a file of ``"NAME","value"`` lines that VBA reads, one setting at a time.

VBA reads bytes in the machine's own code page, so bytes they are here as well: what other people's settings
say stays as it is.
"""

import re


def setting(config: bytes, name: str, encoding: str) -> str | None:
    """The value of ``name``; ``None`` where it is not set."""
    found = _line(name).search(config)
    return found[1].decode(encoding, "replace").strip().strip('"') if found else None


def with_setting(config: bytes, name: str, value: str, encoding: str) -> bytes:
    """``config`` with ``name`` set to ``value`` and every other line as it was.

    Raises:
        UnicodeEncodeError: the value cannot be written in ``encoding``.
    """
    line = f'"{name}","{value}"\r\n'.encode(encoding)
    if _line(name).search(config):
        return _line(name).sub(lambda _: line, config)
    gap = b"" if not config or config.endswith(b"\n") else b"\r\n"
    return config + gap + line


def _line(name: str) -> re.Pattern[bytes]:
    return re.compile(rb'^[ \t]*"?' + name.encode() + rb'"?[ \t]*,([^\r\n]*)(?:\r?\n|\Z)', re.I | re.M)
