#!/usr/bin/env bash
# demo.sh [DIR]: sets everything up in .venv, then takes the bundled samples through the whole round into DIR (out).
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

install_wheel "$root/.venv" ''
"$root/.venv/bin/zpj" demo "${1:-out}"
