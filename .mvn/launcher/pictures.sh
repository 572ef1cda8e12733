# shellcheck shell=bash
# Pictures of every page at every width, taken while the browser tests go through their stories.

take_pictures() {
  local folder=${1:-} widths=390,1280,1366,1920 tests='org.maplebridge.browser.*Test'
  [ $# -gt 0 ] && shift
  while [ $# -gt 0 ]; do
    case $1 in
      --widths) widths=${2:-}; shift 2 || stop "--widths 后面写宽度，例如 390,1366。" ;;
      --only) tests=${2:-}; shift 2 || stop "--only 后面写测试的名称，例如 EveryPageTest。" ;;
      *) stop "不认识“$1”。用法：./maplebridge pictures 文件夹 [--widths 390,1280,1366,1920] [--only 测试]" ;;
    esac
  done
  [ -n "$folder" ] || stop "用法：./maplebridge pictures 文件夹 [--widths 390,1280,1366,1920] [--only 测试]"
  case $folder in -*) stop "先写文件夹，再写选项。" ;; esac
  [[ $widths =~ ^[1-9][0-9]{2,3}(,[1-9][0-9]{2,3})*$ ]] || stop "宽度写 100 至 9999 的整数，用逗号分开，例如 390,1366。"
  mkdir -p "$folder"
  folder=$(cd "$folder" && pwd)
  # Only what an earlier run left is taken away.
  find "$folder" -maxdepth 1 -name '*.light*.png' -delete -o -maxdepth 1 -name '*.dark*.png' -delete
  local failed=0
  # A page that is no longer right belongs on the sheet all the same.
  (run_tests "-Dtest=$tests" -Dsurefire.failIfNoSpecifiedTests=false "-Dmaple.pictures=$folder" \
    "-Dmaple.pictures.widths=$widths") || failed=$?
  find_node
  node "$ROOT/.mvn/launcher/contact-sheet.mjs" "$folder"
  return $failed
}
