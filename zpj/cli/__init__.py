"""The command line: a thin shell over functions that return data; the edge of zpj that may import all."""

import errno
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from zpj.cli.arguments import parse
from zpj.cli.console import fail, report_findings
from zpj.model.errors import ZpjError
from zpj.texts import wording

NOTHING_DONE = 2
"""Exit status for wrong usage, or when nothing could be done."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status: 0 fine, 1 findings of severity error, 2 could not be done."""
    for stream in (sys.stdout, sys.stderr):
        # A character that the terminal cannot show must not end a batch.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        return _status(sys.argv[1:] if argv is None else argv)
    except ZpjError as error:
        report_findings(error.findings)
        return NOTHING_DONE
    except BrokenPipeError:
        # The reader of a pipe had enough.
        _drop_output()
        return 0
    except OSError as error:
        if error.filename is None:
            _drop_output()
        fail(_unusable_file(error))
        return NOTHING_DONE
    except KeyboardInterrupt:
        fail(wording("cli")["file"]["interrupted"])
        return 130


def _status(argv: Sequence[str]) -> int:
    try:
        arguments = parse(argv)
        status: int = arguments.run(arguments)
        return status
    finally:
        # What a closed pipe or a full disk has against the output shows here, not when Python ends.
        sys.stdout.flush()


def _drop_output() -> None:
    """Python must not complain again, in its own words, when it closes a stream that cannot be written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _unusable_file(error: OSError) -> str:
    words = wording("cli")["file"]
    # A rename has two names; the second is the one that was asked for.
    file = error.filename2 or error.filename or words["output"]
    name = errno.errorcode.get(error.errno or 0, "")
    sentence: str = words["unusable"]
    return sentence.format(file=file, why=words["why"].get(name, error))
