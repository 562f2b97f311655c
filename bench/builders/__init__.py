"""The same form by other libraries: what ``zpj_generator.package.render_form`` is measured against."""

from builders.ready import ReadyForm, ready
from builders.with_openpyxl import build_cell_by_cell, build_with_openpyxl
from builders.with_xlsxwriter import build_with_xlsxwriter

__all__ = ["ReadyForm", "build_cell_by_cell", "build_with_openpyxl", "build_with_xlsxwriter", "ready"]
