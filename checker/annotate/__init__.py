"""Returned workbooks to send back: copies with their findings as coloured cells, notes and a sheet."""

from checker.annotate.folder import annotate_all, not_annotated
from checker.annotate.form import annotate

__all__ = ["annotate", "annotate_all", "not_annotated"]
