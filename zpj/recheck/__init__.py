"""Returned workbooks in, findings out: what was typed over, what was moved, which score is wrong and why."""
