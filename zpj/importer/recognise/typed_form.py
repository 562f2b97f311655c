"""What recognition hands on: a form as it was typed, every figure with its place, nothing judged yet."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from zpj.model.findings import Finding, Place
from zpj.model.project import Indicator, Project
from zpj.texts import wording


class TableColumn(StrEnum):
    """The columns an indicator table may have, by the keys of their words."""

    LEVEL1 = "level1"
    LEVEL2 = "level2"
    LEVEL3 = "level3"
    TARGET = "target"
    ACTUAL = "actual"
    POINTS = "points"
    SCORE = "score"
    REASON = "reason"
    EVIDENCE = "evidence"

    @property
    def heading(self) -> str:
        """What findings call the column."""
        heading: str = wording("importer")["column"][self.value]
        return heading


@dataclass(frozen=True, slots=True)
class TypedRow:
    """An indicator as printed, and the place of each of its columns (only those that are filled in)."""

    indicator: Indicator
    places: Mapping[TableColumn, Place]
    is_placed: bool = False
    """Whether its levels were inferred from its content, because no label of its own was printed."""
    is_doubtful: bool = False
    """Whether it may have lost its label, and only stays under the one above."""

    def place(self, column: TableColumn) -> Place:
        """The place of ``column``; the row's first cell where nothing is written in it."""
        return self.places.get(column) or next(iter(self.places.values()))


@dataclass(frozen=True, slots=True)
class PrintedFigure:
    """A printed number and its place."""

    value: float
    place: Place


@dataclass(frozen=True, slots=True)
class PrintedWord:
    """A printed word and its place."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class TypedForm:
    """A form as printed: ``project`` has no indicators yet, ``rows`` has them with their places."""

    project: Project
    place: Place
    """Where the form begins."""
    rows: tuple[TypedRow, ...]
    execution: PrintedFigure | None
    """Printed score of the execution rate."""
    points: PrintedFigure | None
    """Printed sum of the points."""
    total: PrintedFigure | None
    findings: tuple[Finding, ...]
    """What has no place in the form or is doubtful about its reading."""
    rate: PrintedFigure | None = None
    """Printed execution rate as a fraction."""
    grade: PrintedWord | None = None
    amounts: Mapping[tuple[str, str], Place] = field(default_factory=dict[tuple[str, str], Place])
    """The place of each figure of the 项目资金 block, by 资金来源 and column: initial, budget, spent ..."""

    def with_findings(self, findings: tuple[Finding, ...]) -> "TypedForm":
        """The same form with ``findings`` about its reading."""
        return replace(self, findings=findings)

    def with_form(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """``findings`` with the code of this form in their places."""
        for entry in findings:
            yield replace(entry, place=replace(entry.place, form=self.project.code))
