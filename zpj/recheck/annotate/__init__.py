"""Returned workbooks to send back: copies with their findings as coloured cells, notes and a sheet."""

from zpj.recheck.annotate.annotated_copy import annotate
from zpj.recheck.annotate.annotated_folder import annotate_all, not_annotated

__all__ = ["annotate", "annotate_all", "not_annotated"]
