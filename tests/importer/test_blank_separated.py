"""Blanks in place of a tab part cells, blanks in a sentence do not."""

from pathlib import Path

from support.typed_form import HEADER, N
from support.typed_imports import (
    FIRST,
    FORM,
    PROFILE,
    figures,
    import_typed,
)
from zpj.importer import import_forms


def test_blanks_in_place_of_a_tab_part_two_cells_of_a_text(tmp_path: Path) -> None:
    width = len(HEADER)
    lines = [
        "\t".join("" if c is None else str(c).replace("\n", "") for c in [*line, *[N] * (width - len(line))])
        for line in FORM
    ]
    lines[FIRST - 1] = lines[FIRST - 1].replace("甲数\t", "甲数    ")
    lines[11] = lines[11].replace("做好甲事", "做好  甲事")
    (tmp_path / "甲.txt").write_text("\n".join(lines), encoding="utf-8")
    form = import_forms(tmp_path / "甲.txt", PROFILE)
    assert figures(form) == figures(import_typed(tmp_path, FORM))
    assert form.projects[0].goal == "做好  甲事"
