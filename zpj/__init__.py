"""zpj: 项目支出绩效自评表 (project performance self-evaluation forms), generated, scored, rechecked.

The names below are the library; everything else may change. They are loaded when they are asked for, so that
``import zpj`` costs nothing.
"""

from typing import TYPE_CHECKING, Any

from zpj.version import __version__ as __version__

if TYPE_CHECKING:
    from zpj.api import (
        Finding,
        Indicator,
        Profile,
        Project,
        ZpjError,
        generate,
        grade,
        import_forms,
        load_profile,
        load_projects,
        recheck_forms,
        score,
    )

__all__ = [
    "Finding",
    "Indicator",
    "Profile",
    "Project",
    "ZpjError",
    "generate",
    "grade",
    "import_forms",
    "load_profile",
    "load_projects",
    "recheck_forms",
    "score",
]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'zpj' has no attribute {name!r}")
    from zpj import api

    value = getattr(api, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
