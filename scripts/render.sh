#!/usr/bin/env bash
# render.sh FILE... DIR: the printed pages of workbooks as DIR/NAME-PAGE.png, to look at with one's own eyes.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

[ -x "$root/.venv/bin/python" ] || make_environment '.[test]'
PYTHONPATH=$root/tests "$root/.venv/bin/python" -m support.render "$@"
