"""Every scoring method there is, by part and name, and the check that none lacks a word."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache

from zpj.model.project import Kind
from zpj.rules.methods import (
    execution_ratio,
    execution_steps,
    judged_ratio,
    positive_ratio,
    reverse_distance,
    reverse_inverse,
    rounding_rows,
    rounding_total,
    total_capped_by_execution,
    total_sum,
    zero_target_met_or_nothing,
)
from zpj.rules.methods.method import (
    ExecutionMethod,
    MeasuredRow,
    Method,
    Part,
    RoundingMethod,
    RowMethod,
    Sentences,
    TotalMethod,
)
from zpj.rules.profile import Profile
from zpj.texts import wording

Measured = RowMethod[MeasuredRow]

JUDGED = judged_ratio.METHOD
"""The one method of 定性 rows: no profile chooses another."""

_MEASURED: tuple[Measured, ...] = (
    positive_ratio.METHOD,
    reverse_inverse.METHOD,
    reverse_distance.METHOD,
    zero_target_met_or_nothing.METHOD,
)
_EXECUTION: tuple[ExecutionMethod, ...] = (execution_ratio.METHOD, execution_steps.METHOD)
_ROUNDING: tuple[RoundingMethod, ...] = (rounding_rows.METHOD, rounding_total.METHOD)
_TOTAL: tuple[TotalMethod, ...] = (total_sum.METHOD, total_capped_by_execution.METHOD)

METHODS: tuple[Method, ...] = (*_EXECUTION, *_MEASURED, JUDGED, *_ROUNDING, *_TOTAL)
"""All of them, part by part."""


class IncompleteMethod(Exception):
    """A method lacks something that every method must have: a mistake in this project, never a user's."""


def measured_method(profile: Profile, kind: Kind, *, zero_target: bool) -> Measured:
    """The method that scores a row of ``kind``, whose target is 0 or not.

    Raises:
        ValueError: a 定性 row is not measured but judged.
    """
    match kind:
        case Kind.QUALITATIVE:
            raise ValueError(kind)
        case Kind.POSITIVE | Kind.REVERSE if zero_target:
            return _BY_NAME[Part.ZERO_TARGET, profile.zero_target.method]
        case Kind.POSITIVE:
            return _BY_NAME[Part.POSITIVE, profile.positive.method]
        case Kind.REVERSE:
            return _BY_NAME[Part.REVERSE, profile.reverse.method]


def execution_method(profile: Profile) -> ExecutionMethod:
    """The method that scores the execution rate."""
    return _EXECUTION_BY_NAME[profile.execution.method]


def rounding_method(profile: Profile) -> RoundingMethod:
    """The method that says which scores are rounded."""
    return _ROUNDING_BY_NAME[profile.rounding.of]


def total_method(profile: Profile) -> TotalMethod:
    """The method that makes the total."""
    return _TOTAL_BY_NAME[profile.total.method]


def method_names(part: Part) -> tuple[str, ...]:
    """What a profile may choose from for ``part``."""
    return tuple(method.name for method in METHODS if method.part is part)


def chosen_methods(profile: Profile) -> Iterator[Method]:
    """The methods of ``profile`` in the order in which a form applies them."""
    yield execution_method(profile)
    yield _BY_NAME[Part.POSITIVE, profile.positive.method]
    yield _BY_NAME[Part.REVERSE, profile.reverse.method]
    yield _BY_NAME[Part.ZERO_TARGET, profile.zero_target.method]
    yield JUDGED
    yield rounding_method(profile)
    yield total_method(profile)


@cache
def sentences(part: Part, name: str) -> Sentences:
    """The words of a method."""
    says: Sentences = wording("rules")["method"][part][name]
    return says


def require_writings(what: str, written: Collection[tuple[Part, str]], methods: Iterable[Method]) -> None:
    """Check that ``what`` (formula, VBA) is written for each of ``methods`` and for nothing else.

    Raises:
        IncompleteMethod: with the methods that lack one, or what has no method.
    """
    keys = {(method.part, method.name) for method in methods}
    if missing := sorted(keys - set(written)):
        raise IncompleteMethod(f"no {what} for {_listed(missing)}")
    if unknown := sorted(set(written) - keys):
        raise IncompleteMethod(f"{what} without a method: {_listed(unknown)}")


def require_words(methods: Iterable[Method], tables: Mapping[str, Mapping[str, Sentences]]) -> None:
    """Check that ``tables`` has the words of each method, and a sentence for each case it explains.

    Raises:
        IncompleteMethod: with the method and what it lacks.
    """
    methods = tuple(methods)
    written = [(Part(part), name) for part, names in tables.items() for name in names]
    require_writings("words", written, methods)
    for method in methods:
        says = tables[method.part][method.name]
        if "rule" not in says:
            raise IncompleteMethod(f"no words for {_listed([(method.part, method.name)])}")
        cases = method.cases if isinstance(method, RowMethod) else ()
        if set(cases) != set(says.get("why", ())):
            raise IncompleteMethod(f"explanations of {_listed([(method.part, method.name)])} are not {cases}")


def _listed(keys: Iterable[tuple[Part, str]]) -> str:
    return ", ".join(f"{part}.{name}" for part, name in keys)


_BY_NAME: Mapping[tuple[Part, str], Measured] = {(method.part, method.name): method for method in _MEASURED}
_EXECUTION_BY_NAME = {method.name: method for method in _EXECUTION}
_ROUNDING_BY_NAME = {method.name: method for method in _ROUNDING}
_TOTAL_BY_NAME = {method.name: method for method in _TOTAL}

require_words(METHODS, wording("rules")["method"])
