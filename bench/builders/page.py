"""The page setup of a form, as ``templates/workbook`` has it."""

A4 = 9
MARGINS = {"left": 0.5, "right": 0.5, "top": 0.6, "bottom": 0.6}
"""Inches."""
DEFAULT_ROW_HEIGHT = 18
INSTRUCTION_COLUMN = 12.0
"""Width of the first column of the 填报说明 sheet."""
PIXELS_PER_CHARACTER = 7
"""A workbook stores widths in characters and heights in points; XlsxWriter rounds them unless told pixels."""
PIXELS_PER_POINT = 4 / 3
