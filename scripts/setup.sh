# Sourced by demo.sh, test.sh and render.sh: the virtual environment and what the machine has to offer.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# The installed package is what runs: nothing may be importable from elsewhere by accident.
unset PYTHONPATH PYTHONHOME

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

# make_environment REQUIREMENT: .venv with the project freshly built from the tree ("." or ".[test]").
make_environment() {
  local python pip=("$root/.venv/bin/python" -m pip --quiet --disable-pip-version-check)
  cd "$root"
  # A folder that was moved or lost its Python has scripts that no longer start.
  if ! .venv/bin/pip --version >/dev/null 2>&1; then
    python=$(find_python) || { apt_install python3 python3-venv && python=$(find_python); } ||
      die "需要 Python 3.11 或更高版本(含 venv 模块,Debian/Ubuntu 的软件包为 python3-venv)。"
    quietly "建立虚拟环境" "$python" -m venv --clear .venv || exit 2
  fi
  # What an earlier build left behind would bring deleted files back into the package.

  quietly "安装 hatchling" "${pip[@]}" install 'setuptools>=77' || exit 2
  # pip asks the registry only for what is not there yet, and always rebuilds a project given as a folder.
  quietly "安装 zpj" "${pip[@]}" install --no-build-isolation "$1" || exit 2

  cd "$OLDPWD"
}
