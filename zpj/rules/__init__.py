"""Scoring rules as data: one profile per issuing document and year, read from ``zpj/profiles/*.toml``.

Code holds methods (:mod:`zpj.rules.methods`); every number and its clause is in a profile.
"""

from zpj.rules.profile import (
    Band,
    Block,
    Execution,
    Grade,
    Positive,
    Profile,
    Reverse,
    Rounding,
    Source,
    Step,
    TierBand,
    Tolerance,
    Total,
    ZeroTarget,
)
from zpj.rules.profile_diff import Difference, compare_profiles
from zpj.rules.profile_folders import load_profile, profile_ids
from zpj.rules.profile_words import describe
from zpj.rules.reason import Flaw, ReasonRule

__all__ = [
    "Band",
    "Block",
    "Difference",
    "Execution",
    "Flaw",
    "Grade",
    "Positive",
    "Profile",
    "ReasonRule",
    "Reverse",
    "Rounding",
    "Source",
    "Step",
    "TierBand",
    "Tolerance",
    "Total",
    "ZeroTarget",
    "compare_profiles",
    "describe",
    "load_profile",
    "profile_ids",
]
