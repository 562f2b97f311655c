"""The command line: a thin shell over functions that return data; the edge of zpj that may import all."""

import os
import sys
from collections.abc import Sequence

from zpj.cli.arguments import parse
from zpj.cli.console import fail, report_findings
from zpj.errors import ZpjError

NOTHING_DONE = 2
"""Exit status for wrong usage, or when nothing could be done."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status: 0 fine, 1 findings of severity error, 2 could not be done."""
    for stream in (sys.stdout, sys.stderr):
        # A character that the terminal cannot show must not end a batch.
        getattr(stream, "reconfigure", lambda **_: None)(errors="backslashreplace")
    arguments = parse(sys.argv[1:] if argv is None else argv)
    try:
        status: int = arguments.run(arguments)
    except ZpjError as error:
        report_findings(error.findings)
        return NOTHING_DONE
    except BrokenPipeError:
        # The reader of a pipe had enough; Python must not complain again when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        fail(f"无法读写 {error.filename or ''}：{error.strerror or error}。请检查路径和权限。")
        return NOTHING_DONE
    except KeyboardInterrupt:
        fail("已中断。已写好的文件都是完整的。")
        return 130
    return status
