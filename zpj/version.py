"""The version of zpj: of the package, its add-in and its documents."""

__version__ = "0.2.0"
