"""Why a function has no result, and the error value its cell shows for it."""

from typing import Final

VALUE: Final = "#VALUE!"
NUM: Final = "#NUM!"
NOT_AVAILABLE: Final = "#N/A"

ERRORS: Final = frozenset({VALUE, NUM, NOT_AVAILABLE, "#DIV/0!", "#NAME?", "#NULL!", "#REF!"})
"""What xlwings makes of the error values of a cell, as text."""

NEWER_ERRORS: Final = range(-2146826288, -2146826200)
"""COM numbers of error values: those that xlwings has no name for, such as #SPILL!, arrive as these."""

ERROR_OF: Final = {
    "D04": VALUE,
    "D05": VALUE,
    "D07": VALUE,
    "G01": VALUE,
    "P05": NUM,
    "P08": NUM,
    "Q02": VALUE,
    "Q03": NOT_AVAILABLE,
    "Q04": VALUE,
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
