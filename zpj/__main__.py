"""``python -m zpj``."""

import sys

from zpj.cli import main

sys.exit(main())
