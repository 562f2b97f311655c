"""The scoring rule written as spreadsheet formulas (native wiring), and the live messages beside each row.

Only functions that Excel 2010, WPS and LibreOffice compute alike are used: IF AND OR NOT ROUND MIN MAX
IFERROR LOOKUP SUM SUMPRODUCT COUNT COUNTIF ISNUMBER TRIM CLEAN LEN SUBSTITUTE, and array constants.
``zpj.scoring`` is the same rule in Python; one table of cases holds the two together.
"""
