"""Profiles as data: every number has a clause, nothing contradicts, and the words say every number."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import pairwise

import pytest

from support.profiles import ALTERNATIVES, own_profile
from zpj.model.project import DEFAULT_PROFILE
from zpj.rules import Profile, Source, compare_profiles, describe, load_profile, profile_ids

SHIPPED = [load_profile(profile_id) for profile_id in profile_ids()]
OTHERS = [own_profile(path.stem) for path in sorted(ALTERNATIVES.glob("*.toml"))]


def each(profiles: list[Profile]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("profile", profiles, ids=[profile.id for profile in profiles])


def tables(item: object) -> Iterator[object]:
    """Every table of a profile, the profile itself left out."""
    for value in (getattr(item, field.name) for field in fields(item)):  # type: ignore[arg-type]
        for table in value if isinstance(value, tuple) else (value,):
            if is_dataclass(table):
                yield table
                yield from tables(table)


def test_the_default_profile_ships() -> None:
    assert DEFAULT_PROFILE in profile_ids()


@each(SHIPPED + OTHERS)
def test_every_table_cites_its_clause(profile: Profile) -> None:
    with_numbers = (table for table in tables(profile) if not isinstance(table, Source))
    assert [table for table in with_numbers if not getattr(table, "clause", "").strip()] == []


@each(SHIPPED + OTHERS)
def test_points_add_up_to_full_marks(profile: Profile) -> None:
    blocks = sum(block.points or 0 for block in profile.blocks)
    assert profile.execution.points + blocks == profile.total.points == profile.total_points


@each(SHIPPED + OTHERS)
def test_bands_ascend_and_tiers_leave_no_gap(profile: Profile) -> None:
    for lows in (
        [grade.low for grade in profile.grades],
        [band.low for band in profile.positive.over_completion],
        [step.low for step in profile.execution.steps],
        [band.low for band in profile.tiers],
    ):
        assert lows == sorted(set(lows))
    assert all(below.high == above.low for below, above in pairwise(profile.tiers))
    assert (profile.tiers[0].low, profile.tiers[-1].high, profile.grades[0].low) == (0, 1, 0)


@each(SHIPPED)
def test_the_source_says_who_issued_it_and_when_it_was_checked(profile: Profile) -> None:
    assert profile.source.document
    assert profile.source.issuer
    assert profile.source.checked.year >= profile.source.year


@each(SHIPPED + OTHERS)
def test_the_words_say_every_number(profile: Profile) -> None:
    told = "".join(describe(profile))
    points = [
        profile.total.points,
        profile.execution.points,
        *(block.points or 0 for block in profile.blocks),
        *(step.points for step in profile.execution.steps),
        *(grade.low for grade in profile.grades[1:]),
    ]
    shares = [
        profile.reason.over_completion,
        *(edge for band in profile.positive.over_completion for edge in (band.low, band.deduct)),
        *(edge for band in profile.tiers for edge in (band.low, band.high)),
        *(step.low for step in profile.execution.steps),
    ]
    numbers = {f"{number:g} 分" for number in points} | {f"{share * 100:g}%" for share in shares}
    assert {number for number in numbers if number not in told} == set()
    assert f"保留 {profile.rounding.decimals} 位小数" in told


def test_a_profile_equals_itself() -> None:
    assert compare_profiles(load_profile(DEFAULT_PROFILE), load_profile(DEFAULT_PROFILE)) == ()


def test_a_comparison_names_every_changed_key_and_no_other() -> None:
    differences = compare_profiles(load_profile(DEFAULT_PROFILE), own_profile("capped-total"))
    assert [(difference.key, difference.left, difference.right) for difference in differences[:1]] == [
        ("id", DEFAULT_PROFILE, "capped-total")
    ]
    assert {difference.key for difference in differences} == {"id", "title", "total.method", "total.clause"}


def test_a_comparison_shows_rows_that_only_one_side_has() -> None:
    differences = compare_profiles(load_profile(DEFAULT_PROFILE), own_profile("other-numbers"))
    found = {difference.key: (difference.left, difference.right) for difference in differences}
    assert found["positive.over_completion[2.0].deduct"] == ("0.1", "")
    assert found["blocks[成本指标].points"] == ("", "20")
    assert found["grades[优].low"] == ("90", "80")
    assert all(left != right for left, right in found.values())
