"""Profiles that do not ship with zpj, loaded as a user's own are: from the folder ZPJ_PROFILES names."""

from pathlib import Path

import pytest

from zpj.rules import Profile, load_profile, profile_folders

ALTERNATIVES = Path(__file__).parents[1] / "data/profiles"
"""What other years and regions do otherwise; invented, each file says what it is for."""


def own_profile(profile_id: str, folder: Path = ALTERNATIVES) -> Profile:
    """The profile ``profile_id`` of ``folder``, which may extend one that ships."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv(profile_folders.OWN_PROFILES, str(folder))
        _forget()
        try:
            return load_profile(profile_id)
        finally:
            _forget()


def _forget() -> None:
    """A command line reads its environment once; a test does so many times."""
    for known in (profile_folders.load_profile, profile_folders.profile_ids, profile_folders._files):
        known.cache_clear()
