"""Forms from elsewhere: what they print, held against the rule and against itself.

``form`` is what each check is given, ``slips`` tells which slip explains a printed score, and there is one
file of checks per matter. Nothing says how such a form was issued, so nothing is said about locked content.
"""

from zpj.recheck.foreign.recheck_typed import recheck_foreign
from zpj.recheck.foreign.unstamped_workbook import aids_of, is_calculated

__all__ = ["aids_of", "is_calculated", "recheck_foreign"]
