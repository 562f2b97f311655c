"""The Open XML validator tells a sound workbook from a broken one or one it could not open."""

from pathlib import Path
from types import ModuleType

from support.package import write_package


def test_errors_are_told_per_file(validator: ModuleType, tmp_path: Path) -> None:
    sound, broken, damaged = (tmp_path / f"{name}.xlsx" for name in ("sound", "broken", "damaged"))
    write_package(sound, '<row r="1"><c r="A1"><v>1</v></c></row>')
    write_package(broken, '<line r="1"/>')
    damaged.write_bytes(sound.read_bytes()[:500])

    errors = validator.validate([sound, broken, damaged])

    assert errors[sound] == []
    assert "line" in " ".join(errors[broken])
    assert errors[damaged]
