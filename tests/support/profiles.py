"""Profiles that do not ship with zpj, loaded as a user's own are: from the folder ZPJ_PROFILES names."""

from pathlib import Path

import pytest

from zpj.rules import Profile, catalogue, load_profile

ALTERNATIVES = Path(__file__).parents[1] / "data/profiles"
"""What other years and regions do otherwise; invented, each file says what it is for."""


def own_profile(profile_id: str, folder: Path = ALTERNATIVES) -> Profile:
    """The profile ``profile_id`` of ``folder``, which may extend one that ships."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv(catalogue.OWN_PROFILES, str(folder))
        _forget()
        try:
            return load_profile(profile_id)
        finally:
            _forget()


def _forget() -> None:
    """A command line reads its environment once; a test does so many times."""
    for known in (catalogue.load_profile, catalogue.profile_ids, catalogue._files):
        known.cache_clear()
