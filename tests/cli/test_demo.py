"""``zpj demo``: the bundled samples through the whole round, and never over what is there."""

from pathlib import Path

from support.command import zpj
from support.specimens import FILLED, PROFILE
from zpj.scoring import score_project
from zpj.xlsx import open_workbook
from zpj_generator.definitions import load_projects, samples


def test_the_round_ends_in_forms_that_open_and_a_total_that_is_explained(tmp_path: Path) -> None:
    done = zpj("demo", tmp_path / "out")
    assert (done.status, done.err) == (0, "")
    assert load_projects([tmp_path / "out/定义.xlsx"]) == load_projects(samples())
    forms = sorted((tmp_path / "out/自评表").iterdir())
    assert [open_workbook(form).sheets[0].name for form in forms] == ["自评表"] * 3
    score = score_project(PROFILE, FILLED)
    for indicator, row in zip(FILLED.indicators, score.rows, strict=True):
        (line,) = (line for line in done.out.splitlines() if f"  {indicator.level3}：" in line)
        assert line.split()[0] == f"{row.score:.2f}"
    assert f"{score.total:.2f}" in done.out


def test_a_second_round_is_refused_unless_forced(tmp_path: Path) -> None:
    zpj("demo", tmp_path)
    form = next((tmp_path / "自评表").iterdir())
    form.write_bytes(b"mine")
    refused = zpj("demo", tmp_path)
    assert (refused.status, form.read_bytes()) == (2, b"mine")
    assert "[X05]" in refused.err
    assert zpj("demo", tmp_path, "--force").status == 0
    assert form.read_bytes() != b"mine"
