# Sourced by demo.sh, test.sh and render.sh: the virtual environment and what the machine has to offer.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# The installed package is what runs: nothing may be importable from elsewhere by accident.
unset PYTHONPATH PYTHONHOME
# Apart from .venv, so that an editable installation of a developer stays one.
test_environment=$root/.tools/python

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 2; }

# quietly WHAT COMMAND...: output is shown only on failure, and never the addresses of package registries,
# which may carry a password.
quietly() {
  local what=$1 log
  shift
  log=$(mktemp)
  if "$@" >"$log" 2>&1 </dev/null; then
    rm -f "$log"
    return 0
  fi
  say "$what 失败:"
  tail -n 20 "$log" | sed -E 's#[a-z+]+://[^[:space:]]+#(地址略)#g' >&2
  rm -f "$log"
  return 1
}

# apt_install PACKAGE...: false where there is no apt-get or no right to use it without a password.
apt_install() {
  local as_root=(env DEBIAN_FRONTEND=noninteractive)
  command -v apt-get >/dev/null || return 1
  if [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2>/dev/null || return 1
    as_root=(sudo -n "${as_root[@]}")
  fi
  say "正在安装系统软件包: $*"
  # A fresh machine has no package lists, an old one may have stale ones; either way the install decides.
  "${as_root[@]}" apt-get update >/dev/null 2>&1 || true
  quietly "apt-get install" "${as_root[@]}" apt-get install -y --no-install-recommends "$@"
}

find_python() {
  local python
  for python in python3 python3.14 python3.13 python3.12 python3.11; do
    if "$python" -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      command -v "$python"
      return 0
    fi
  done
  return 1
}

# install_wheel FOLDER EXTRAS: the virtual environment FOLDER with the wheel built from the tree, under $wheel.
# What runs is what would be handed over, never the tree itself.
install_wheel() {
  local python pip=("$1/bin/python" -m pip --quiet --disable-pip-version-check)
  # A folder that was moved or lost its Python has scripts that no longer start.
  if ! "$1/bin/pip" --version >/dev/null 2>&1; then
    python=$(find_python) || { apt_install python3 python3-venv && python=$(find_python); } ||
      die "需要 Python 3.11 或更高版本(含 venv 模块,Debian/Ubuntu 的软件包为 python3-venv)。"
    quietly "建立虚拟环境" "$python" -m venv --clear "$1" || exit 2
  fi
  quietly "安装 hatchling" "${pip[@]}" install 'hatchling>=1.26,<2' || exit 2
  rm -rf "$root/dist"
  (cd "$root" && quietly "构建 zpj" "$1/bin/python" -m hatchling build -t wheel -d dist) || exit 2
  wheel=$(echo "$root"/dist/*.whl)
  # The first brings what the wheel needs, the second replaces an earlier wheel of the same version.
  quietly "安装 zpj 所需的软件包" "${pip[@]}" install "$wheel$2" || exit 2
  quietly "安装 zpj" "${pip[@]}" install --force-reinstall --no-deps "$wheel" || exit 2
}
