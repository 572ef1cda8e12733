# shellcheck shell=bash
# Finds JDK, Maven and Node; says what is missing and how to get it.

NEED=25

# Without a UTF-8 locale (cron, CI, a bare container) the JVM can't open a file with a Chinese name.
speak_utf8() {
  command -v locale >/dev/null || return 0
  [ "$(locale charmap 2>/dev/null)" != UTF-8 ] || return 0
  local known
  for known in C.UTF-8 C.utf8 en_US.UTF-8 zh_CN.UTF-8; do
    if [ "$(LC_ALL=$known locale charmap 2>/dev/null)" = UTF-8 ]; then
      export LC_ALL=$known
      return
    fi
  done
}

java_major() { # reads the release file: no JVM start
  [ -x "$1/bin/javac" ] || return 1
  if [ -f "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
  else
    "$1/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/.*java.specification.version = //p'
  fi
}

find_jdk() {
  local candidate onpath
  onpath=$(command -v javac || true)
  [ -n "$onpath" ] && onpath=$(dirname "$(dirname "$(readlink -f "$onpath" 2>/dev/null || echo "$onpath")")")
  for candidate in "${MAPLEBRIDGE_JAVA_HOME:-}" "${JAVA_HOME:-}" "$onpath" \
    /usr/lib/jvm/* /opt/*jdk* /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$candidate" ] && [ "$(java_major "$candidate" || true)" = "$NEED" ] || continue
    JDK=$candidate
    export JAVA_HOME=$JDK
    return
  done
  stop "找不到 JDK $NEED（查过 MAPLEBRIDGE_JAVA_HOME、JAVA_HOME、PATH、/usr/lib/jvm、/opt、~/.sdkman、~/.jdks）。
请安装其一：
  apt-get install openjdk-25-jdk-headless     （Debian 13 backports、Ubuntu 25.10 以后）
  sdk install java 25-tem                     （https://sdkman.io）
  或从 https://adoptium.net 下载 Temurin 25，解包后设置 MAPLEBRIDGE_JAVA_HOME"
}

find_maven() {
  MVN=$(command -v mvn || true)
  [ -n "$MVN" ] || { [ -x "${MAVEN_HOME:-}/bin/mvn" ] && MVN=$MAVEN_HOME/bin/mvn; }
  [ -n "$MVN" ] || stop "找不到 Maven（mvn）。请安装：apt-get install maven，或 sdk install maven"
}

find_node() {
  [ -f "$ROOT/web/package.json" ] || return 0
  local major
  major=$(node --version 2>/dev/null | sed -n 's/^v\([0-9]*\).*/\1/p' || true)
  if [ -z "$major" ] || [ "$major" -lt 20 ] || ! command -v npm >/dev/null; then
    stop "构建网页需要 Node.js 20 或更新，以及 npm（现在：${major:-没有}）。请安装：apt-get install nodejs npm，或见 https://nodejs.org
只用接口、不要网页：MAPLEBRIDGE_WEB=off ./maplebridge up"
  fi
}

# Browser tests need Chromium and Chinese fonts; only root may install them.
prepare_browser() {
  local missing=()
  command -v chromium >/dev/null || command -v chromium-browser >/dev/null ||
    command -v google-chrome >/dev/null || missing+=(chromium)
  fc-list :lang=zh 2>/dev/null | grep -q . || missing+=(fonts-noto-cjk)
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "正在安装浏览器测试需要的：${missing[*]}（约 1 分钟）…"
    apt-get -qq update >&2 &&
      DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "${missing[@]}" fontconfig >&2 &&
      return 0
    say "没有装成，浏览器测试可能失败。"
  else
    say "浏览器测试还缺：${missing[*]}。请安装：sudo apt-get install ${missing[*]} fontconfig"
  fi
}

maven() {
  MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED" \
    "$MVN" -B -ntp -f "$ROOT/pom.xml" "$@"
}
