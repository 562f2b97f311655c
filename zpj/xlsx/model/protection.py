"""Protection of a sheet, of ranges in it and of the workbook."""

from dataclasses import dataclass

from zpj.xlsx.references import Range

ACTIONS = frozenset({
    "formatCells", "formatColumns", "formatRows", "insertColumns", "insertRows", "insertHyperlinks",
    "deleteColumns", "deleteRows", "selectLockedCells", "selectUnlockedCells", "sort", "autoFilter",
    "pivotTables", "objects", "scenarios", "content",
})  # fmt: skip
"""What a protected sheet may allow; ``objects`` and ``scenarios`` mean editing them, ``content`` is of chart
sheets."""
ALLOWED = frozenset({"selectLockedCells", "selectUnlockedCells", "objects", "scenarios", "content"})
"""What is allowed where the protection says nothing about it."""


@dataclass(frozen=True, slots=True)
class Password:
    """A password as a file keeps it; ``""`` for what it does not say."""

    algorithm: str = ""
    """``SHA-512`` and its like; ``legacy`` for the two bytes of old versions, which stop nobody."""
    hash: str = ""
    salt: str = ""
    spin_count: int = 0


@dataclass(frozen=True, slots=True)
class SheetProtection:
    """The ``sheetProtection`` of a sheet."""

    enabled: bool = False
    """Options without it protect nothing."""
    allows: frozenset[str] = ALLOWED
    """Of :data:`ACTIONS`, those a filler may do."""
    passwords: tuple[Password, ...] = ()
    """None, one, or a legacy one beside a modern one."""
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProtectedRange:
    """Cells that may be changed although the sheet is protected."""

    name: str
    ranges: tuple[Range, ...]
    passwords: tuple[Password, ...] = ()
    """Without one everybody may."""
    descriptors: tuple[str, ...] = ()
    """Windows accounts that may without a password."""


@dataclass(frozen=True, slots=True)
class BookProtection:
    """The ``workbookProtection`` of a workbook."""

    structure: bool = False
    windows: bool = False
    revisions: bool = False
    passwords: tuple[Password, ...] = ()
    revision_passwords: tuple[Password, ...] = ()
    unknown: tuple[str, ...] = ()
