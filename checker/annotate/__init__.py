"""Returned workbooks to send back: copies with their findings as coloured cells, notes and a sheet."""

from checker.annotate.form import annotate
from checker.annotate.folder import annotate_all

__all__ = ["annotate", "annotate_all"]
