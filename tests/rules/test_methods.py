"""A scoring method is whole or it does not get in: words, explanations, formula, VBA."""

from dataclasses import replace
from importlib import reload
from pathlib import Path
from shutil import copytree

import pytest

from zpj.model.project import Kind
from zpj.rendering import templates_folder
from zpj.rules import load_profile
from zpj.rules import methods as package
from zpj.rules.methods import (
    METHODS,
    IncompleteMethod,
    Method,
    Part,
    execution_steps,
    measured_method,
    method_names,
    positive_ratio,
    reverse_inverse,
    rounding_rows,
    total_sum,
)
from zpj.rules.methods.registry import require_words
from zpj.texts import wording
from zpj.vba.method_sources import require_sources
from zpj_generator.formulas import method_formulas

SOURCES = templates_folder() / "vba/methods"
TABLES = wording("rules")["method"]
DUMMIES: tuple[Method, ...] = (
    replace(reverse_inverse.METHOD, name="dummy"),
    replace(execution_steps.METHOD, name="dummy"),
    replace(rounding_rows.METHOD, name="dummy"),
    replace(total_sum.METHOD, name="dummy"),
)

each_dummy = pytest.mark.parametrize("dummy", DUMMIES, ids=[method.part for method in DUMMIES])


def with_words(dummy: Method, **words: object) -> dict[str, dict[str, dict[str, object]]]:
    """The words of all methods, and these of the dummy."""
    return TABLES | {dummy.part: TABLES[dummy.part] | {dummy.name: words}}


@each_dummy
def test_a_method_without_words_is_refused(dummy: Method) -> None:
    for tables in (TABLES, with_words(dummy, other="…")):
        with pytest.raises(IncompleteMethod, match=rf"no words for {dummy.part}\.dummy"):
            require_words([*METHODS, dummy], tables)


def test_a_method_without_the_sentence_of_one_of_its_cases_is_refused() -> None:
    dummy = DUMMIES[0]
    for why in ({}, {"kept": "…"}, {"kept": "…", "above": "…", "further": "…"}):
        with pytest.raises(IncompleteMethod, match=r"reverse\.dummy"):
            require_words([*METHODS, dummy], with_words(dummy, rule="…", why=why))
    require_words([*METHODS, dummy], with_words(dummy, rule="…", why={"kept": "…", "above": "…"}))


def test_words_without_a_method_are_refused() -> None:
    with pytest.raises(IncompleteMethod, match=r"without a method: reverse\.dummy"):
        require_words(METHODS, with_words(DUMMIES[0], rule="…"))


@each_dummy
def test_a_method_without_a_formula_stops_the_import_of_the_formulas(
    dummy: Method, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(package, "METHODS", (*METHODS, dummy))
        with pytest.raises(IncompleteMethod, match=rf"no formula for {dummy.part}\.dummy"):
            reload(method_formulas)
    reload(method_formulas)


@each_dummy
def test_a_method_without_vba_is_refused(dummy: Method) -> None:
    with pytest.raises(IncompleteMethod, match=rf"no VBA for {dummy.part}\.dummy"):
        require_sources([*METHODS, dummy], SOURCES)


@each_dummy
def test_a_method_whose_vba_lacks_a_macro_is_refused(dummy: Method, tmp_path: Path) -> None:
    sources = copytree(SOURCES, tmp_path / "methods")
    written = sources / f"{dummy.part}_dummy.bas"
    written.write_text("{% macro other() %}{% endmacro %}", encoding="utf-8")
    with pytest.raises(IncompleteMethod, match=f"{written.name} lacks the macros"):
        require_sources([*METHODS, dummy], sources)
    (genuine,) = sources.glob(f"{dummy.part}_{method_names(dummy.part)[0]}.bas")
    written.write_bytes(genuine.read_bytes())
    require_sources([*METHODS, dummy], sources)


def test_vba_without_a_method_is_refused(tmp_path: Path) -> None:
    sources = copytree(SOURCES, tmp_path / "methods")
    (sources / "reverse_dummy.bas").touch()
    with pytest.raises(IncompleteMethod, match="VBA without a method: reverse_dummy"):
        require_sources(METHODS, sources)


def test_no_field_of_a_method_may_be_left_out() -> None:
    with pytest.raises(TypeError, match="explain"):
        type(positive_ratio.METHOD)(  # type: ignore[call-arg]
            part=Part.POSITIVE,
            name="dummy",
            points=positive_ratio.METHOD.points,
            cases=(),
            clause=positive_ratio.METHOD.clause,
            words=positive_ratio.METHOD.words,
            problems=positive_ratio.METHOD.problems,
        )


def test_no_two_methods_of_a_part_have_one_name() -> None:
    keys = [(method.part, method.name) for method in METHODS]
    assert len(keys) == len(set(keys))
    assert {part for part, _ in keys} == set(Part)


def test_what_is_judged_is_not_measured() -> None:
    with pytest.raises(ValueError, match=Kind.QUALITATIVE):
        measured_method(load_profile("beijing-2020"), Kind.QUALITATIVE, zero_target=False)
