"""Where this copy of zpj was installed from, for messages that tell what to install.

No message names the distribution: pip would look for that name on PyPI, where it is not ours.
"""

import json
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from zpj.texts import wording

DISTRIBUTION = "zpj-ziping-forms"
"""The name in ``pyproject.toml``."""


def install_command(extra: str) -> str:
    """The command that adds the optional dependencies ``extra`` to this copy.

    It names the wheel or the folder that pip installed, or says in words that it wants one of these.
    """
    try:
        source = installed_from(distribution(DISTRIBUTION))
    except PackageNotFoundError:
        source = None
    return _command(str(source) if source else wording("install")["command"]["unknown_source"], extra)


def anywhere_command(extra: str) -> str:
    """The same for whoever reads it on another machine, where no path of this one leads anywhere."""
    return _command(wording("install")["command"]["unknown_source"], extra)


def installed_from(package: Distribution) -> Path | None:
    """The wheel or folder that ``package`` was installed from; ``None`` if pip kept none or it is gone."""
    # https://packaging.python.org/en/latest/specifications/direct-url/
    record = package.read_text("direct_url.json")
    if record is None:
        return None
    address: str = json.loads(record)["url"]
    url = urlsplit(address)
    if url.scheme != "file":
        return None
    # A Windows share has its server where other addresses have their host.
    path = Path(url2pathname(f"//{url.netloc}{url.path}" if url.netloc else url.path))
    return path if path.exists() else None


def _command(source: str, extra: str) -> str:
    command: str = wording("install")["command"]["pip"]
    return command.format(source=source, extra=extra)
