"""What recognition hands on: a form as it was typed, every figure with its place, nothing judged yet."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from zpj.model.findings import Finding, Place
from zpj.model.project import Indicator, Project


class Column(Enum):
    """The columns an indicator table may have."""

    LEVEL1 = "一级指标"
    LEVEL2 = "二级指标"
    LEVEL3 = "三级指标"
    TARGET = "年度指标值"
    ACTUAL = "全年实际值"
    POINTS = "分值"
    SCORE = "得分"
    REASON = "偏差原因"
    EVIDENCE = "佐证材料"


@dataclass(frozen=True, slots=True)
class Row:
    """An indicator as printed, and where each of its columns stands (only those that are filled in)."""

    indicator: Indicator
    places: Mapping[Column, Place]
    is_placed: bool = False
    """Whether its levels were told by its content, because no label of its own was printed."""
    is_doubtful: bool = False
    """Whether it may have lost its label, and only stays under the one above."""

    def place(self, column: Column) -> Place:
        """Where ``column`` stands; the row's first cell where nothing is written in it."""
        return self.places.get(column) or next(iter(self.places.values()))


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed number and where it stands."""

    value: float
    place: Place


@dataclass(frozen=True, slots=True)
class Word:
    """A printed word and where it stands."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class TypedForm:
    """A form as printed: ``project`` has no indicators yet, ``rows`` has them with their places."""

    project: Project
    place: Place
    """Where the form begins."""
    rows: tuple[Row, ...]
    execution: Figure | None
    """Printed score of the execution rate."""
    points: Figure | None
    """Printed sum of the points."""
    total: Figure | None
    findings: tuple[Finding, ...]
    """What has no place in the form or is doubtful about its reading."""
    rate: Figure | None = None
    """Printed execution rate as a fraction."""
    grade: Word | None = None
    amounts: Mapping[tuple[str, str], Place] = field(default_factory=dict)
    """Where each figure of the 项目资金 block stands, by 资金来源 and column: initial, budget, spent ..."""

    def own(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """``findings``, whose places say that they are about this form."""
        for entry in findings:
            yield replace(entry, place=replace(entry.place, form=self.project.code))
