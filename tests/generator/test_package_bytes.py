"""The same definition gives the same file, byte for byte, whoever renders it and whenever."""

import hashlib
import os
import subprocess
import sys
from io import BytesIO
from zipfile import ZipFile

from support.specimens import FILLED, PROFILE
from zpj_generator.package import render_form

RENDER_AGAIN = """
import hashlib
from zpj_generator.definitions import load_projects, samples
from zpj_generator.package import render_form
from zpj.rules import load_profile
project = load_projects(samples())[0]
form = render_form(project, load_profile(project.profile), password="2026")
print(hashlib.sha256(form).hexdigest())
"""


def test_another_process_renders_the_same_bytes() -> None:
    """Sets and dictionaries of text are ordered by a seed that differs from process to process."""
    environment = os.environ | {"PYTHONHASHSEED": "4711"}
    done = subprocess.run(
        [sys.executable, "-c", RENDER_AGAIN], capture_output=True, check=True, text=True, env=environment
    )
    ours = render_form(FILLED, PROFILE, password="2026")  # noqa: S106 - nobody's
    assert done.stdout.strip() == hashlib.sha256(ours).hexdigest()


def test_the_same_form_rendered_twice_has_the_same_bytes() -> None:
    assert render_form(FILLED, PROFILE) == render_form(FILLED, PROFILE)


def test_a_form_tells_nothing_of_the_day_it_was_made() -> None:
    with ZipFile(BytesIO(render_form(FILLED, PROFILE))) as archive:
        assert archive.testzip() is None
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
