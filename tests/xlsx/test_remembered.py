"""What is remembered of one file never shows in another: the same bytes mean the same, nothing else does."""

from pathlib import Path

import pytest

from support.handmade import Parts, workbook_parts, zip_parts
from zpj.model.errors import UnreadableFile
from zpj.xlsx import Limits, Workbook, open_workbook

ROWS = '<row><c r="A1" s="1"><v>0.5</v></c></row>'
STYLES = '<xf/><xf numFmtId="{}"><protection locked="{}"/></xf>'
PERCENT, PLAIN = 9, 2


def parts(number_format: int, locked: int) -> Parts:
    return workbook_parts(ROWS, styles=STYLES.format(number_format, locked))


def opened(folder: Path, content: Parts, limits: Limits = Limits()) -> Workbook:  # noqa: B008 - frozen
    return open_workbook(zip_parts(folder / "a.xlsx", content), limits)


def test_parts_of_one_name_and_length_are_told_apart(tmp_path: Path) -> None:
    told = [
        (cell.text, cell.locked)
        for style in ((PERCENT, 0), (PLAIN, 1), (PERCENT, 0))
        for cell in opened(tmp_path, parts(*style)).sheets[0].cells.values()
    ]
    assert told == [("50%", False), ("0.50", True), ("50%", False)]


def test_a_name_that_a_file_gives_a_cell_is_no_name_in_the_next(tmp_path: Path) -> None:
    plain = parts(PERCENT, 0)
    named = str(plain["xl/workbook.xml"]).replace(
        "</workbook>", '<definedNames><definedName name="甲">1</definedName></definedNames></workbook>'
    )
    assert opened(tmp_path, plain | {"xl/workbook.xml": named}).defined_names == {"甲": "1"}
    assert opened(tmp_path, plain).defined_names == {}


@pytest.mark.parametrize("limits", [Limits(styles=1), Limits(tags=30), Limits(inflated_bytes=1500)])
def test_what_is_remembered_counts_against_the_limits_like_what_is_read(
    limits: Limits, tmp_path: Path
) -> None:
    content = parts(PERCENT, 0)
    opened(tmp_path, content)
    with pytest.raises(UnreadableFile) as refused:
        opened(tmp_path, content, limits)
    assert [found.code for found in refused.value.findings] == ["X04"]


def test_a_refusal_is_given_again(tmp_path: Path) -> None:
    damaged = parts(PERCENT, 0)
    damaged["xl/styles.xml"] = str(damaged["xl/styles.xml"]).replace("</cellXfs>", "")
    for _ in range(2):
        with pytest.raises(UnreadableFile):
            opened(tmp_path, damaged)
