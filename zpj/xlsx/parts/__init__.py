"""Readers of the parts of a workbook: each from XML to the data of ``zpj.xlsx.model``."""
