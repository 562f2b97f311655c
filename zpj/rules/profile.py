"""The shape of a rule profile: frozen tables, each with the clause that gives its numbers.

Rates, ratios and deductions are fractions of one; points are points. Half-open bands include their lower
bound. Sequences are sorted by ``low``, so a spreadsheet LOOKUP and ``bisect`` read them alike.
"""

from dataclasses import dataclass
from datetime import date

from zpj.model.project import Tier
from zpj.quantity.rounding import on_edge_grid
from zpj.rules.reason import ReasonRule


@dataclass(frozen=True, slots=True)
class Source:
    """Which text a profile transcribes, and the day somebody last held the two side by side."""

    document: str
    issuer: str
    year: int
    checked: date


@dataclass(frozen=True, slots=True)
class Total:
    """Full marks, and the method that makes the total: ``zpj.rules.methods.total_*``."""

    points: float
    method: str
    clause: str


@dataclass(frozen=True, slots=True)
class Block:
    """The points of one 一级指标. ``points`` is ``None`` where the document leaves them open."""

    name: str
    aliases: tuple[str, ...]
    points: float | None
    clause: str

    def holds(self, level1: str) -> bool:
        """Whether an indicator printed under ``level1`` belongs to this block."""
        return level1 == self.name or level1 in self.aliases


@dataclass(frozen=True, slots=True)
class Step:
    """Execution rate of at least ``low`` earns ``points``."""

    low: float
    points: float
    clause: str


@dataclass(frozen=True, slots=True)
class Execution:
    """预算执行率, scored by ``method``: ``zpj.rules.methods.execution_*``."""

    method: str
    points: float
    steps: tuple[Step, ...]
    clause: str


@dataclass(frozen=True, slots=True)
class Band:
    """Over-completion r = (B-A)/A of at least ``low`` takes ``deduct`` x 分值 off."""

    low: float
    deduct: float
    clause: str


@dataclass(frozen=True, slots=True)
class Positive:
    """正向, scored by ``method``: ``zpj.rules.methods.positive_*``."""

    method: str
    over_completion: tuple[Band, ...]
    clause: str


@dataclass(frozen=True, slots=True)
class Reverse:
    """反向, scored by ``method``: ``zpj.rules.methods.reverse_*``."""

    method: str
    clause: str


@dataclass(frozen=True, slots=True)
class ZeroTarget:
    """A = 0, scored by ``method``: ``zpj.rules.methods.zero_target_*``."""

    method: str
    clause: str


@dataclass(frozen=True, slots=True)
class TierBand:
    """The ratios of one 完成档次: [low, high), the best one [low, high]."""

    tier: Tier
    low: float
    high: float
    clause: str

    def holds(self, ratio: float) -> bool:
        """Whether ``ratio`` lies in the band; only the band that ends at 1 includes its upper bound."""
        ratio = on_edge_grid(ratio)
        return self.low <= ratio < self.high or ratio == self.high == 1.0


@dataclass(frozen=True, slots=True)
class Rounding:
    """Decimals of a score, and what is rounded: ``zpj.rules.methods.rounding_*``."""

    decimals: int
    of: str
    clause: str


@dataclass(frozen=True, slots=True)
class Grade:
    """A total of at least ``low`` is graded ``name``."""

    name: str
    low: float
    clause: str


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far a recomputed figure may differ before it is a finding, in points."""

    row: float
    total: float
    clause: str
    outrun: float | None = None
    """By which share of the points the scores may run ahead of the execution rate; ``None``: no limit."""


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """The rules of one issuing document and year.

    A profile is equal to itself only: it is a key of caches, and hashing all it holds takes longer than what
    they save.
    """

    id: str
    version: int
    title: str
    source: Source
    total: Total
    blocks: tuple[Block, ...]
    execution: Execution
    positive: Positive
    reverse: Reverse
    zero_target: ZeroTarget
    tiers: tuple[TierBand, ...]
    rounding: Rounding
    grades: tuple[Grade, ...]
    reason: ReasonRule
    tolerance: Tolerance

    @property
    def total_points(self) -> float:
        """Full marks of a form, execution rate included."""
        return self.total.points

    def block(self, level1: str) -> Block | None:
        """The block an indicator printed under ``level1`` belongs to."""
        return next((block for block in self.blocks if block.holds(level1)), None)

    def tier_band(self, tier: Tier) -> TierBand:
        """The ratios of ``tier``."""
        return next(band for band in self.tiers if band.tier is tier)

    def tier_of(self, ratio: float) -> Tier | None:
        """The tier whose band holds ``ratio``; ``None`` outside 0 to 1."""
        return next((band.tier for band in self.tiers if band.holds(ratio)), None)
