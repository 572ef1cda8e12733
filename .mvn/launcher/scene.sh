# shellcheck shell=bash
# Writes the folder of a new kind of matter: lifecycle, verbs, table, words, test and drawing. Changes no other file.

# Words that Java or SQL keep for themselves, and those that would be mistaken for something else.
TAKEN_WORDS=" abstract all analyze and any array assert boolean both break byte case cast catch char check class
 collate column const constraint continue create cross default deferrable desc distinct double else end enum except
 export extends false fetch final finally float for foreign from full goto grant group having implements import initially
 inner instanceof int interface intersect into join kernel lateral leading left like limit long module native natural
 new not null offset only order outer overlaps package placing primary private protected public record references
 requires return returning right scene scenes select short similar some static strictfp super switch symmetric
 synchronized table test then this throw throws trailing transient true try union unique user using variadic verbose
 void volatile when where while window with yield var permits sealed "

new_scene() {
  local name=${1:-} title=""
  [ $# -gt 0 ] && shift
  while [ $# -gt 0 ]; do
    case $1 in
      --title) title=${2:-}; shift 2 || stop "--title 后面写中文名称。" ;;
      *) stop "不认识“$1”。用法：./maplebridge new scene 名称 [--title 中文名称]" ;;
    esac
  done
  [[ $name =~ ^[a-z]{3,14}$ ]] || stop "名称用 3 至 14 个小写英文字母，例如：./maplebridge new scene parking --title 停车纠纷"
  case $TAKEN_WORDS in *[[:space:]]"$name"[[:space:]]*) stop "“$name”是程序语言自己用的词，换一个。" ;; esac
  title=${title:-$name}
  local marks='["\\&/:,{}#|<>@%`'"']|[][]"
  if [[ $title =~ $marks ]] || [ ${#title} -gt 20 ]; then stop "中文名称 1 至 20 个字，不带标点。"; fi
  local main=$ROOT/src/main/java/org/maplebridge test=$ROOT/src/test/java/org/maplebridge
  [ -d "$main/scenes" ] || stop "这里没有源码。请在源码文件夹里运行。"
  local folder
  for folder in "$main/scenes/$name" "$main/kernel/$name" "$test/scenes/$name" "$ROOT/docs/lifecycles/$name.md"; do
    [ ! -e "$folder" ] || stop "已经有 ${folder#"$ROOT"/}，没有改动任何文件。换一个名称。"
  done
  local class=$(printf %s "${name:0:1}" | tr a-z A-Z)${name:1} into=$main/scenes/$name
  mkdir -p "$into" "$test/scenes/$name"
  written package-info.java "$into/package-info.java"
  written Lifecycle.java "$into/${class}Lifecycle.java"
  written Scene.java "$into/$class.java"
  written Store.java "$into/${class}Store.java"
  written V1.sql "$into/V1__$name.sql"
  written scene.yml "$into/$name.yml"
  written ScenarioTest.java "$test/scenes/$name/${class}ScenarioTest.java"
  written diagram.md "$ROOT/docs/lifecycles/$name.md"
  local body
  for body in Open Take Finish Withdraw; do
    written "$body.json" "$ROOT/src/test/resources/golden/$name.$body@1.json"
  done
  cat <<TELL
写好了 src/main/java/org/maplebridge/scenes/$name，没有改动别的文件。

  看它      ./maplebridge up，在演示县里用 $name 登录（密码与别的演示用户一样），“登记一件”里就有“$title”
  改它      先改 ${class}Lifecycle.java（一页看完它的一生），再改 $class.java 和 $name.yml
  画它      docs/lifecycles/$name.md；改了一生以后重画：./maplebridge test -Dtest=LifecycleDiagramTest -Dmaple.update=true
  测它      ./maplebridge test -Dtest=${class}ScenarioTest -Dweb.skip
TELL
}

# written FORM FILE, with $name, $class and $title of the caller
written() {
  # shellcheck disable=SC2154 # of the caller
  sed -e "s/@name@/$name/g" -e "s/@Name@/$class/g" -e "s/@title@/$title/g" "$ROOT/.mvn/launcher/scene/$1.tmpl" >"$2"
  say "  ${2#"$ROOT"/}"
}
