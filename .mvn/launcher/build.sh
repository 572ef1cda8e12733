# shellcheck shell=bash
# Builds when the sources differ from what was built last; two builds at once take turns.

checksum() { if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi; }

# By content, so that neither a checkout nor a touch causes a build.
sources_hash() {
  (
    cd "$ROOT"
    # a folder that isn't there is no reason to fail
    { find pom.xml .mvn LICENSE NOTICE "$@" -type f ! -path '*/node_modules/*' ! -path '*/dist/*' \
      ! -path '.mvn/launcher/*' -print0 2>/dev/null || :; } |
      sort -z | xargs -0 -n 200 bash -c 'if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi' _
  ) | checksum | cut -c1-64
}

# Runs a command while holding the folder's build lock.
exclusively() {
  if ! command -v flock >/dev/null; then
    "$@"
    return
  fi
  (
    if ! flock -n 9; then
      say "另一个构建或测试正在进行，等它结束…"
      flock 9
    fi
    "$@"
  ) 9>"$TARGET/build.lock"
}

build_when_needed() {
  mkdir -p "$TARGET"
  [ "$(cat "$TARGET/built.hash" 2>/dev/null || true)" = "$(sources_hash src/main web)" ] &&
    [ -f "$TARGET/maplebridge.jar" ] && [ -f "$TARGET/built.app" ] && [ -f "$(cat "$TARGET/built.app")/maplebridge.jar" ] &&
    return 0
  find_maven
  [ "${MAPLEBRIDGE_WEB:-on}" = off ] || find_node
  exclusively build_jar
}

build_jar() {
  local hash
  hash=$(sources_hash src/main web)
  # the other one may have built it meanwhile
  [ "$(cat "$TARGET/built.hash" 2>/dev/null || true)" = "$hash" ] && [ -f "$(cat "$TARGET/built.app")/maplebridge.jar" ] && return 0
  rm -f "$TARGET/built.hash"
  run_build package -Dmaven.test.skip=true -Dspotless.check.skip=true
  install_app
  echo "$hash" >"$TARGET/built.hash"
}

build_benchmarks_when_needed() {
  mkdir -p "$TARGET"
  [ "$(cat "$TARGET/bench.hash" 2>/dev/null || true)" = "$(sources_hash src/main src/bench)" ] &&
    [ -f "$TARGET/bench.classpath" ] && return 0
  find_maven
  exclusively build_benchmarks
}

build_benchmarks() {
  local hash
  hash=$(sources_hash src/main src/bench)
  run_build test-compile -Dspotless.check.skip=true -Dweb.skip
  echo "$hash" >"$TARGET/bench.hash"
}

run_build() {
  local began=$SECONDS log=$TARGET/build.log status=0
  [ "${MAPLEBRIDGE_WEB:-on}" = off ] && set -- "$@" -Dweb.skip
  [ -d "$TARGET/classes" ] || say "第一次构建：要下载依赖，约 3–10 分钟；以后只在代码变动时构建。"
  say "正在构建（日志：$log）…"
  maven -Dstyle.color=never "$@" </dev/null 2>&1 | tee "$log" | build_steps || status=${PIPESTATUS[0]}
  if [ "$status" != 0 ]; then
    grep -E '^\[(ERROR|WARNING)\]' "$log" | grep -vE 'Help 1|Re-run Maven|To see the full|For more information' | head -20 >&2
    stop "构建失败。完整日志：$log"
  fi
  say "构建完成，用了 $((SECONDS - began)) 秒。"
}

# One line per step, so that nobody stares at a silent terminal.
build_steps() {
  local line step last='' fetched=0
  while IFS= read -r line; do
    step=''
    case $line in
      *'Downloaded from'*)
        fetched=$((fetched + 1))
        [ $((fetched % 100)) = 0 ] && step="  已下载 $fetched 个文件"
        ;;
      *'Scanning for projects'*) step='  1/4 读取依赖' ;;
      *':compile (default-compile)'*) step='  2/4 编译服务器（约半分钟）' ;;
      *'(web-install)'*) step='  3/4 安装网页依赖' ;;
      *'(web-build)'*) step='  3/4 构建网页（约 1 分钟）' ;;
      *':repackage'*) step='  4/4 打包' ;;
    esac
    [ -n "$step" ] && [ "$step" != "$last" ] && say "$step" && last=$step
  done
  return 0
}

# A running server keeps the jars it started with: each build is unpacked into a folder of its own.
install_app() {
  local key app draft
  key=$(checksum "$TARGET/maplebridge.jar" | cut -c1-16)
  app=$TARGET/app/$key
  draft=$app.$$.new
  if [ ! -f "$app/maplebridge.jar" ]; then
    mkdir -p "$TARGET/app"
    rm -rf "$draft"
    "$JDK/bin/java" -Djarmode=tools -jar "$TARGET/maplebridge.jar" extract --destination "$draft" >/dev/null ||
      stop "解不开 $TARGET/maplebridge.jar（磁盘满了？）"
    mv "$draft" "$app"
    # keep the one before: it may be running
    find "$TARGET/app" -mindepth 1 -maxdepth 1 -type d ! -path "$app" -printf '%T@ %p\n' 2>/dev/null |
      sort -rn | tail -n +2 | cut -d' ' -f2- | while IFS= read -r old; do rm -rf "$old"; done
  fi
  echo "$app" >"$TARGET/built.app"
}

installed_app() { cat "$TARGET/built.app"; }
