"""Option values that several commands read."""

import argparse
import os


def jobs(text: str) -> int:
    """A number of processes; more than there are processors would only queue."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"“{text}”不是大于 0 的整数")
    return min(int(text), os.cpu_count() or 1)
