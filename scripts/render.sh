#!/usr/bin/env bash
# render.sh FILE... DIR: the printed pages of workbooks as DIR/NAME-PAGE.png, to look at with one's own eyes.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

[ -x "$test_environment/bin/python" ] || install_wheel "$test_environment" '[test]'
PYTHONPATH=$root/tests "$test_environment/bin/python" -m support.render "$@"
