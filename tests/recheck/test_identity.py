"""Who a returned form is: signed by whom, of which definition, of which year, known without its stamp too."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from support.form_parts import Book, Edit
from support.rechecks import recheck_one
from support.specimens import FILLED, PROFILE, SHORT
from support.tampering import (
    edit_formula,
    forge_result,
    remove_sheet,
    rewrite_stamp,
    tampered,
    type_over,
    unprotect,
)
from zpj.keys.signing import public_key
from zpj.model.findings import Severity
from zpj.model.project import Project
from zpj.recheck.folder import Returns, recheck, recheck_set
from zpj.recheck.issuer import Issuer
from zpj.recheck.recheck_file import recheck_file
from zpj.recheck.report import FormReport, Origin, Status
from zpj_generator.package import render_form

OURS, THEIRS = bytes(range(32)), bytes(range(1, 33))
DATA = Path(__file__).parents[1] / "data" / "version1"
HIDDEN = "_zpj"
DEFINED = {FILLED.code: FILLED}


def issued(path: Path, project: Project = FILLED, key: bytes | None = OURS) -> Path:
    path.write_bytes(render_form(project, PROFILE, key=key))
    return path


@pytest.fixture
def form(tmp_path: Path) -> Path:
    return issued(tmp_path / "form.xlsx")


def codes(report: FormReport) -> list[str]:
    return [each.code for each in report.findings]


def said(report: FormReport, code: str) -> str:
    (found,) = (each for each in report.findings if each.code == code)
    return found.message


def eased(project: Project = FILLED) -> Project:
    """The same project with a lower target."""
    first, second, third, *rest = project.indicators
    return replace(project, indicators=(first, second, replace(third, target="462万人次"), *rest))


# Who signed it.


def test_a_form_signed_by_somebody_trusted_is_like_one_of_ours(tmp_path: Path) -> None:
    theirs = issued(tmp_path / "theirs.xlsx", key=THEIRS)
    assert codes(recheck_one(theirs, Issuer(key=OURS, trusted=(public_key(THEIRS),)))) == []
    assert codes(recheck_one(theirs, Issuer(trusted=(public_key(THEIRS),)))) == []


def test_unsigned_unknown_and_forged_forms_are_told_apart(form: Path, tmp_path: Path) -> None:
    unsigned = issued(tmp_path / "unsigned.xlsx", key=None)
    unknown = issued(tmp_path / "unknown.xlsx", key=THEIRS)
    forged = tampered(form, tmp_path / "forged.xlsx", rewrite_stamp("wiring", "udf"))
    messages = [said(recheck_one(path, Issuer(key=OURS)), "S02") for path in (unsigned, unknown, forged)]
    assert len(set(messages)) == 3
    assert public_key(THEIRS).fingerprint in messages[1]


@pytest.mark.parametrize("key", ["seal", "signer"])
def test_whatever_the_hidden_sheet_lacks_it_is_an_error_for_who_has_a_key(
    key: str, form: Path, tmp_path: Path
) -> None:
    for edit in (rewrite_stamp(key, ""), without_row(key)):
        copy = tampered(form, tmp_path / "copy.xlsx", edit)
        assert codes(recheck_one(copy, Issuer(key=OURS))) == ["S02"]
        assert codes(recheck_one(copy, Issuer(trusted=(public_key(OURS),)))) == ["S02"]


def without_row(key: str) -> Edit:
    """The hidden sheet without the row of ``key``."""

    def edit(book: Book) -> None:
        for row in list(book.sheet(HIDDEN).iter("{*}row")):
            if next(row.iter("{*}t")).text == key:
                row.getparent().remove(row)  # type: ignore[union-attr]

    return edit


def test_a_fingerprint_may_be_any_text_and_is_shown_without_harm(form: Path, tmp_path: Path) -> None:
    copy = tampered(form, tmp_path / "copy.xlsx", rewrite_stamp("signer", "\u202e{0} 请\n运行" * 99))
    report = recheck_one(copy, Issuer(key=OURS))
    assert codes(report) == ["S02"]
    assert "\u202e" not in said(report, "S02")
    assert len(said(report, "S02")) < 300


def test_locked_content_that_the_hidden_sheet_says_otherwise_is_told(form: Path, tmp_path: Path) -> None:
    def edit(book: Book) -> None:
        for text in book.sheet(HIDDEN).iter("{*}t"):
            text.text = (text.text or "").replace("\tE:", "\tE:1", 1)

    copy = tampered(form, tmp_path / "copy.xlsx", edit)
    assert codes(recheck_one(copy, Issuer(key=OURS))) == ["S02"]


# Forms of the former template.


@pytest.mark.parametrize("suffix", [".xlsx", ".xlsm"])
def test_a_form_of_the_first_version_is_rechecked_by_the_key_that_sealed_it(suffix: str) -> None:
    report = recheck_one(DATA / f"filled{suffix}", Issuer(DEFINED, OURS))
    assert (report.status, report.total) == (Status.CLEAN, 92.87)
    assert len(report.unchecked) == 1 + (suffix == ".xlsm"), (
        "formulas and macros of then are not known any more"
    )


def test_an_old_form_sealed_with_another_key_is_told_and_without_any_is_noted() -> None:
    for issuer in (Issuer(key=THEIRS), Issuer(trusted=(public_key(OURS),))):
        assert {"S02", "S03"} <= set(codes(recheck_one(DATA / "filled.xlsx", issuer)))
    found = codes(recheck_one(DATA / "filled.xlsx", Issuer()))
    assert "S03" in found
    assert "S02" not in found


@pytest.mark.parametrize(
    ("edit", "code", "cell"),
    [
        (type_over("H21", 6.0), "F01", "H21"),
        (forge_result("H26", 99.5), "F05", "H26"),
        (type_over("E14", 10.0), "F04", "E14"),
        (unprotect(), "S05", ""),
    ],
)
def test_what_an_old_form_shows_is_compared_like_that_of_any_other(
    edit: Edit, code: str, cell: str, tmp_path: Path
) -> None:
    copy = tampered(DATA / "filled.xlsx", tmp_path / "copy.xlsx", edit)
    found = recheck_one(copy, Issuer(key=OURS)).findings
    assert (code, cell) in [(each.code, each.place.cell) for each in found]


def test_a_form_that_calls_itself_an_old_one_is_not_spared(form: Path, tmp_path: Path) -> None:
    copy = tampered(form, tmp_path / "copy.xlsx", rewrite_stamp("zpj", "1"), edit_formula("H14", "=G14"))
    for key in (None, OURS):
        assert {"S03", "F02"} <= set(codes(recheck_one(copy, Issuer(key=key))))


# Which definition, which year.


def test_a_definition_revised_after_issue_is_no_fault_of_the_filler(form: Path) -> None:
    report = recheck_one(form, Issuer({FILLED.code: eased()}, OURS))
    (found,) = report.findings
    assert (found.code, found.severity) == ("S20", Severity.WARNING)
    assert "462万人次" in found.message
    assert report.total == 92.87, "scored by what was issued"


def test_without_a_good_signature_another_definition_is_an_error(tmp_path: Path) -> None:
    for key, issuer in ((None, OURS), (OURS, None), (THEIRS, OURS)):
        path = issued(tmp_path / "form.xlsx", eased(), key)
        report = recheck_one(path, Issuer(DEFINED, issuer))
        assert {"S02", "F04"} <= set(codes(report)), (key, issuer)


def test_inputs_prefilled_since_make_no_other_definition(tmp_path: Path) -> None:
    blank = replace(FILLED, indicators=tuple(replace(each, reason="") for each in FILLED.indicators))
    path = issued(tmp_path / "form.xlsx", replace(blank, leader=""))
    report = recheck_one(path, Issuer(DEFINED, OURS))
    assert "S20" not in codes(report)
    assert "S02" not in codes(report)


@pytest.mark.parametrize("key", [OURS, None])
def test_last_years_form_is_not_this_years(key: bytes | None, tmp_path: Path) -> None:
    path = issued(tmp_path / "form.xlsx", replace(FILLED, year=FILLED.year - 1))
    report = recheck_one(path, Issuer(DEFINED, key))
    (found,) = report.findings
    assert (found.code, found.severity) == ("S21", Severity.ERROR)
    assert str(FILLED.year - 1) in found.message
    assert str(FILLED.year) in found.message


def of_folder(*files: Path, issuer: Issuer | None = None) -> list[tuple[str, str]]:
    """Code and file of the findings about all files together."""
    known = issuer or Issuer()
    report = recheck_set(recheck(files, known), Returns(files, ()), known)
    return [(each.code, Path(each.place.file).name) for each in report.findings]


def test_last_years_form_is_no_return_of_this_year(tmp_path: Path) -> None:
    old = issued(tmp_path / "old.xlsx", replace(FILLED, year=FILLED.year - 1))
    assert of_folder(old, issuer=Issuer(DEFINED, OURS)) == [("S10", "")]


def test_without_definitions_the_newer_form_tells_that_the_other_is_old(tmp_path: Path) -> None:
    old = issued(tmp_path / "old.xlsx", replace(FILLED, year=FILLED.year - 1))
    new = issued(tmp_path / "new.xlsx")
    assert of_folder(old, new) == [("S21", "old.xlsx")]


# Two forms in one workbook.


@pytest.fixture
def both(tmp_path: Path) -> Path:
    """The forms of two projects in one workbook, as sheets are moved from one into the other."""
    return put_together(tmp_path / "both.xlsx", FILLED, replace(FILLED, code="B-2", name="另一项目"))


def put_together(path: Path, first: Project, second: Project) -> Path:
    one, two = (issued(path.with_name(f"{number}.xlsx"), each) for number, each in enumerate((first, second)))
    book, other = Book(one), Book(two)
    sheets, related, types = (
        book.root(name) for name in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml")
    )
    listed = sheets.find("{*}sheets")
    assert listed is not None
    for number, name in ((4, "自评表 (2)"), (5, "填报说明 (2)"), (6, "_zpj (2)")):
        book.parts[f"xl/worksheets/sheet{number}.xml"] = other.parts[f"xl/worksheets/sheet{number - 3}.xml"]
        entry = listed[number - 4].__copy__()
        entry.attrib.update({"name": name, "sheetId": str(number)})
        entry.set(next(key for key in entry.attrib if key.endswith("}id")), f"rId{number + 90}")
        listed.append(entry)
        relation = related[0].__copy__()
        relation.attrib.update({"Id": f"rId{number + 90}", "Target": f"worksheets/sheet{number}.xml"})
        related.append(relation)
        (kind,) = (each for each in types if each.get("PartName") == "/xl/worksheets/sheet1.xml")
        override = kind.__copy__()
        override.set("PartName", f"/xl/worksheets/sheet{number}.xml")
        types.append(override)
    names = sheets.find("{*}definedNames")
    assert names is not None
    for name in list(names):
        copied = name.__copy__()
        copied.text = (name.text or "").replace("'自评表'", "'自评表 (2)'")
        copied.set("localSheetId", "3")
        names.append(copied)
    return book.write(path)


def test_two_forms_in_one_workbook_are_two_forms(both: Path) -> None:
    first, second = recheck_file(both, Issuer(key=OURS))
    assert [(each.form, each.total) for each in (first, second)] == [(FILLED.code, 92.87), ("B-2", 92.87)]
    assert codes(first) == []
    # Its sheets bear other names than were issued: a form is to be returned by itself.
    assert set(codes(second)) == {"S04"}


def test_each_of_two_forms_has_its_own_findings(both: Path) -> None:
    def edit(book: Book) -> None:
        (cell,) = (each for each in book.sheet("自评表 (2)").iter("{*}c") if each.get("r") == "H21")
        cell[:] = [each for each in cell if each.tag.endswith("}v")]
        cell[0].text = "6"
        cell.attrib.pop("t", None)

    copy = tampered(both, both.with_name("copy.xlsx"), edit)
    first, second = recheck_file(copy, Issuer(key=OURS))
    assert codes(first) == []
    assert sorted(set(codes(second))) == ["F01", "S04"]
    assert {each.place.sheet for each in second.findings if each.code == "F01"} == {"自评表 (2)"}


def test_both_forms_of_a_workbook_are_received(both: Path) -> None:
    definitions = {FILLED.code: FILLED, "B-2": replace(FILLED, code="B-2", name="另一项目")}
    assert of_folder(both, issuer=Issuer(definitions, OURS)) == []


def test_a_second_stamp_of_the_same_project_makes_no_second_form(tmp_path: Path) -> None:
    twice = put_together(tmp_path / "twice.xlsx", FILLED, eased())
    (report,) = recheck_file(twice, Issuer(key=OURS))
    assert {"S02", "S18"} <= set(codes(report))


# Without a stamp.


@pytest.fixture
def unstamped(form: Path, tmp_path: Path) -> Callable[..., Path]:
    """The form without its hidden sheet, under another name."""

    def make(name: str, *edits: Edit) -> Path:
        return tampered(form, tmp_path / name, remove_sheet(HIDDEN), without_hidden_part, *edits)

    return make


def without_hidden_part(book: Book) -> None:
    """The part of the hidden sheet, whose entry is gone."""
    related, types = book.root("xl/_rels/workbook.xml.rels"), book.root("[Content_Types].xml")
    for each in [*related, *types]:
        if (each.get("Target") or each.get("PartName") or "").endswith("worksheets/sheet3.xml"):
            each.getparent().remove(each)  # type: ignore[union-attr]
    del book.parts["xl/worksheets/sheet3.xml"]


def test_a_form_without_its_stamp_is_compared_with_the_definition_of_its_name(
    unstamped: Callable[..., Path],
) -> None:
    copy = unstamped("某表.xlsx", type_over("H21", 6.0))
    report = recheck_one(copy, Issuer(DEFINED))
    assert (report.form, report.origin) == (FILLED.code, Origin.WORKBOOK)
    assert {"S01", "F01"} <= set(codes(report))
    assert report.has_errors


def test_a_form_whose_name_was_changed_is_known_by_its_file_name(unstamped: Callable[..., Path]) -> None:
    copy = unstamped(f"{FILLED.code}（终）.xlsx", type_over("C3", "别的项目"))
    report = recheck_one(copy, Issuer(DEFINED))
    assert report.form == FILLED.code
    assert {"S01", "F04"} <= set(codes(report))


def test_a_form_without_its_stamp_is_received(unstamped: Callable[..., Path]) -> None:
    assert of_folder(unstamped("某表.xlsx"), issuer=Issuer(DEFINED)) == []


def test_without_definitions_a_form_of_ours_without_a_stamp_is_an_error_for_who_has_a_key(
    unstamped: Callable[..., Path],
) -> None:
    copy = unstamped("某表.xlsx")
    severities = {
        key: [each.severity for each in recheck_one(copy, Issuer(key=key)).findings if each.code == "S01"]
        for key in (None, OURS)
    }
    assert severities == {None: [Severity.INFO], OURS: [Severity.ERROR]}


def test_a_damaged_stamp_does_not_hide_whose_form_it_is(form: Path, tmp_path: Path) -> None:
    copy = tampered(form, tmp_path / "copy.xlsx", rewrite_stamp("zpj", "x"), type_over("H21", 6.0))
    report = recheck_one(copy, Issuer(DEFINED, OURS))
    assert report.form == FILLED.code
    assert {"S02", "F01"} <= set(codes(report))
    assert of_folder(copy, issuer=Issuer(DEFINED, OURS)) == []


def test_a_form_typed_in_another_layout_is_held_against_its_definition(tmp_path: Path) -> None:
    lines = ["项目支出绩效自评表", f"({FILLED.year}年度)", f"项目名称\t{FILLED.name}"]
    lines += ["一级指标\t二级指标\t三级指标\t年度指标值\t全年实际值\t分值\t得分\t偏差原因"]
    for number, each in enumerate(FILLED.indicators[:-1]):
        points = each.points - 1 if number == 0 else each.points
        target = "1" if number == 1 else each.target
        lines.append(
            "\t".join((each.level1, each.level2, each.level3, target, each.actual, f"{points:g}", "1", ""))
        )
    path = tmp_path / "typed.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    report = recheck_one(path, Issuer(DEFINED))
    changed = [each.expected for each in report.findings if each.code == "F04"]
    assert report.form == FILLED.code
    assert changed == [
        f"{FILLED.indicators[0].points:g}",
        FILLED.indicators[1].target,
        FILLED.indicators[-1].level3,
    ]
    assert of_folder(path, issuer=Issuer(DEFINED)) == []


def test_a_typed_form_of_another_year_is_none_of_this_year(tmp_path: Path) -> None:
    path = tmp_path / "typed.txt"
    path.write_text(
        f"项目支出绩效自评表\n({FILLED.year - 1}年度)\n项目名称\t{FILLED.name}\n"
        "一级指标\t二级指标\t三级指标\t年度指标值\t全年实际值\t分值\t得分\n产出指标\t数量指标\t甲\t1\t1\t10\t10\n",
        encoding="utf-8",
    )
    assert "S21" in codes(recheck_one(path, Issuer(DEFINED)))
    assert of_folder(path, issuer=Issuer(DEFINED)) == [("S10", "")]


def test_a_project_of_the_same_name_is_told_apart_by_its_unit(unstamped: Callable[..., Path]) -> None:
    other = replace(FILLED, code="C-9", unit="另一单位")
    report = recheck_one(unstamped("某表.xlsx"), Issuer({"C-9": other, **DEFINED}))
    assert report.form == FILLED.code


def test_of_two_projects_alike_none_is_taken(unstamped: Callable[..., Path]) -> None:
    report = recheck_one(unstamped("某表.xlsx"), Issuer({"C-9": replace(FILLED, code="C-9"), **DEFINED}))
    assert report.form not in ("C-9", FILLED.code)


def test_another_project_stays_missing(unstamped: Callable[..., Path]) -> None:
    definitions = {**DEFINED, SHORT.code: SHORT}
    assert of_folder(unstamped("某表.xlsx"), issuer=Issuer(definitions)) == [("S10", "")]
