"""``python -m zpj.cli``."""

import sys

from zpj.cli import main

sys.exit(main())
