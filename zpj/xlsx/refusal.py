"""Why a file is refused: the words inside the findings X01 to X04, and the exception that carries them."""

from enum import StrEnum
from typing import NoReturn

from zpj.model.codes import Code


class Reason(StrEnum):
    """What is wrong with a file, as a phrase for ``{found}``."""

    NOT_A_FILE = "文件不存在或无权读取"
    EMPTY = "文件是空的"
    ENCRYPTED = "文件已加密"
    ARCHIVE = "压缩包已损坏"
    CHECKSUM = "部件已损坏"
    COMPRESSION = "压缩方式不支持"
    XML = "XML 有误"
    CONTENT = "内容有误"
    ENCODING = "文字编码不是 UTF-8、UTF-16 或 GB18030"
    DOCTYPE = "含有 DOCTYPE 声明"
    NESTING = "XML 嵌套过深"
    ENTRY_NAME = "压缩包内文件名不安全"
    ENTRY_TWICE = "压缩包内文件重名"
    ENTRY_HEADERS = "压缩包目录与内容不一致"
    MISSING_PART = "缺少部件"
    WRONG_PART = "部件类型不符"
    OUTSIDE = "关系指向工作簿之外"
    RELATIONSHIP = "缺少关系"
    SAME_PART = "多个工作表指向同一部件"
    SAME_SHEET = "工作表重名"
    SAME_CELL = "单元格重复"


class Measure(StrEnum):
    """What there is too much of, as a phrase for ``{found}``; its limit is ``{expected}``."""

    FILE = "文件大小(MB)"
    INFLATED = "解压后大小(MB)"
    ENTRIES = "压缩包内文件数"
    TAGS = "XML 标签数"
    SHEETS = "工作表数"
    CELLS = "单元格数"
    CHARACTERS = "一个单元格的字数"
    SHARED_CHARACTERS = "共享公式的总字数"
    STYLES = "单元格格式数"
    NUMBER_FORMATS = "数字格式数"
    FORMAT_CHARACTERS = "一个数字格式的字数"
    MERGES = "合并区域数"


class Refused(Exception):
    """The file is not read; becomes the one finding of ``UnreadableFile``."""

    def __init__(self, code: Code, found: str, expected: str = "") -> None:
        super().__init__(code, found, expected)
        self.code = code
        self.found = found
        self.expected = expected


def unreadable(reason: Reason, where: str = "") -> NoReturn:
    """X01: missing, damaged or encrypted."""
    raise Refused(Code.X01, _phrase(reason, where))


def hostile(reason: Reason, where: str = "") -> NoReturn:
    """X02: a structure that no spreadsheet program writes."""
    raise Refused(Code.X02, _phrase(reason, where))


def foreign(file_type: str, instead: str = ".xlsx") -> NoReturn:
    """X03: a sound file, perhaps, but not one we read; saved as ``instead`` it may be."""
    raise Refused(Code.X03, file_type, instead)


def too_large(measure: Measure, limit: int) -> NoReturn:
    """X04: more than ``limit`` of something."""
    raise Refused(Code.X04, measure.value, f"{limit:,}")


def _phrase(reason: Reason, where: str) -> str:
    # A name from inside the file is untrusted: shown short and without control characters.
    shown = "".join(char for char in where[:80] if char.isprintable())
    return f"{reason}（{shown}）" if shown else reason.value
