"""Why a function has no result, and the error value its cell shows for it."""

from typing import Final

from zpj.model.codes import Code

VALUE: Final = "#VALUE!"
NUM: Final = "#NUM!"
NOT_AVAILABLE: Final = "#N/A"

ERRORS: Final = frozenset({VALUE, NUM, NOT_AVAILABLE, "#DIV/0!", "#NAME?", "#NULL!", "#REF!"})
"""What xlwings makes of the error values of a cell, as text."""

NEWER_ERRORS: Final = range(-2146826288, -2146826200)
"""COM numbers of error values: those that xlwings has no name for, such as #SPILL!, arrive as these."""

ERROR_OF: Final = {
    Code.D04: VALUE,
    Code.D05: VALUE,
    Code.D07: VALUE,
    Code.G01: VALUE,
    Code.P05: NUM,
    Code.P08: NUM,
    Code.Q02: VALUE,
    Code.Q03: NOT_AVAILABLE,
    Code.Q04: VALUE,
}
"""The error value of what zpj says by the code of a finding."""


class NoResult(Exception):
    """The cells make no case a rule could be applied to."""

    def __init__(self, error: str, why: str) -> None:
        self.error = error
        """The error value, by name."""
        self.why = why
        """The reason, in Chinese."""
        super().__init__(why)
