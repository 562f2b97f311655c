"""Text of cells: plain and rich strings, shared or inline, without phonetic hints, with escapes decoded."""

import re
from collections.abc import Sequence

from zpj.xlsx.limits import Limits
from zpj.xlsx.refusal import Measure, too_large
from zpj.xlsx.xml_parser import MAIN, End, Start, parse, qualified

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


class RichText:
    """Collects the runs of one string item; an element of a larger pass over a part."""

    def __init__(self) -> None:
        self._runs: list[str] = []
        self._phonetic = False
        self.starts: dict[str, Start] = {"rPh": self._start_phonetic}
        self.ends: dict[str, End] = {"t": self._end_run, "rPh": self._end_phonetic}

    def take(self) -> str:
        """The text collected since the last call, as written."""
        text = "".join(self._runs)
        self._runs.clear()
        return text

    def _start_phonetic(self, _: dict[str, str]) -> None:
        self._phonetic = True

    def _end_phonetic(self, _: str) -> None:
        self._phonetic = False

    def _end_run(self, text: str) -> None:
        if not self._phonetic:
            self._runs.append(text)


def unescape(text: str, characters: int) -> str:
    """``_x000D_`` and its like as the character they stand for. X04 beyond ``characters``."""
    if len(text) > characters:
        too_large(Measure.CHARACTERS, characters)
    if "_x" not in text:
        return text
    decoded = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    if not _SURROGATE.search(decoded):
        return decoded
    # Two escapes make one character beyond U+FFFF; half of one is no text and could not be written again.
    return decoded.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def read_shared_strings(part: str, xml: bytes, limits: Limits) -> Sequence[str]:
    """Every shared string, in the order cells refer to them."""
    strings: list[str] = []
    item = RichText()
    ends = item.ends | {"si": lambda _: strings.append(unescape(item.take(), limits.characters))}
    parse(part, xml, "sst", qualified(item.starts, *MAIN), qualified(ends, *MAIN), limits.depth)
    return strings
