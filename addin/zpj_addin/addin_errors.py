"""What the add-in refuses, apart from what zpj itself refuses."""

from zpj.model.errors import ZpjError


class ButtonRefused(ZpjError):
    """Excel is not in a state for this button (family M)."""


class CannotInstall(ZpjError):
    """The add-in cannot be built here, or not be put where Excel finds it (family N)."""
