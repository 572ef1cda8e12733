#!/usr/bin/env bash
# Installs, builds or tests the pages; called by Maven. Does nothing when there are none, or nothing has changed.
set -euo pipefail
ROOT=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
WEB=$ROOT/web
STATIC=$ROOT/target/classes/static
NOTICES=$ROOT/target/classes/META-INF/THIRD-PARTY-NPM.txt

[ -f "$WEB/package.json" ] || exit 0
cd "$WEB"
export CI=true npm_config_update_notifier=false npm_config_fund=false npm_config_audit=false

checksum() { if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi; }
sum() { checksum | cut -c1-64; }

install() {
  local wanted
  wanted=$(cat package.json package-lock.json | sum)
  [ "$(cat node_modules/.installed 2>/dev/null || true)" = "$wanted" ] && return 0
  npm ci --prefer-offline --ignore-scripts --no-audit --no-fund
  echo "$wanted" >node_modules/.installed
}

build() {
  local wanted
  wanted=$(find . \( -name node_modules -o -name dist \) -prune -o -type f ! -name '*.gen.ts' -print0 | sort -z |
    while IFS= read -r -d '' file; do echo "$file"; cat "$file"; done | sum)
  [ "$(cat "$ROOT/target/web.hash" 2>/dev/null || true)" = "$wanted" ] && [ -f "$STATIC/index.html" ] &&
    [ -f "$NOTICES" ] && return 0
  rm -f "$ROOT/target/web.hash"
  npm run build -- --outDir "$STATIC" --emptyOutDir
  mkdir -p "$(dirname "$NOTICES")"
  node "$ROOT/.mvn/launcher/npm-notices.mjs" "$WEB" >"$NOTICES"
  echo "$wanted" >"$ROOT/target/web.hash"
}

case ${1:?install, build or test} in
  install) install ;;
  build) build ;;
  test) npm test ;;
esac
