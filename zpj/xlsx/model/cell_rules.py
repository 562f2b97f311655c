"""Rules on cells: conditional formats and data validations, those in extensions too."""

from typing import NamedTuple

from zpj.xlsx.model.element import Element
from zpj.xlsx.model.looks import DifferentialFormat
from zpj.xlsx.references import Range


class ConditionalRule(NamedTuple):
    """One rule of a conditional format."""

    ranges: tuple[Range, ...]
    """In the order of the file; relative references of the formulas belong to the first cell of the first."""
    kind: str
    """``expression``, ``cellIs``, ``containsText``, ``dataBar``, ``colorScale``, ``iconSet``, ..."""
    priority: int
    formulas: tuple[str, ...] = ()
    """Without ``=``."""
    stop_if_true: bool = False
    operator: str = ""
    """Of ``cellIs``; others have none or say it by their kind."""
    text: str = ""
    look: DifferentialFormat | None = None
    """What it shows; ``None`` for a rule without one, such as a data bar."""
    extension: bool = False
    """Whether it stands in an extension (``x14``), which not every program reads."""
    details: tuple[tuple[str, str], ...] = ()
    """Further attributes that differ from their defaults, sorted: ``rank``, ``percent``, ``timePeriod``."""
    content: tuple[Element, ...] = ()
    """The data bar, colour scale or icon set."""
    unknown: tuple[str, ...] = ()


class Validation(NamedTuple):
    """A data validation."""

    ranges: tuple[Range, ...]
    kind: str = "none"
    """``none``, ``whole``, ``decimal``, ``list``, ``date``, ``time``, ``textLength``, ``custom``."""
    operator: str = "between"
    """``between`` also where the kind knows no operator."""
    formulas: tuple[str, ...] = ()
    """One or two, without ``=``; a list of words is ``"a,b"`` with its quotes."""
    allow_blank: bool = False
    show_error: bool = False
    """Whether it enforces anything."""
    error_style: str = "stop"
    error_title: str = ""
    error: str = ""
    show_input: bool = False
    prompt_title: str = ""
    prompt: str = ""
    hides_arrow: bool = False
    """Whether a list shows no arrow to choose from."""
    ime_mode: str = "noControl"
    extension: bool = False
    unknown: tuple[str, ...] = ()

    @property
    def sqref(self) -> str:
        """The ranges as files write them: ``F12:F30 H4``."""
        return " ".join(area.a1 for area in self.ranges)
