package org.maplebridge.kernel.laws;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.ground.Errand;
import org.springframework.stereotype.Component;

/// `./maplebridge import laws DIR`.
@Component
class LawImportErrand implements Errand {

    private final LawImporting importing;

    LawImportErrand(LawImporting importing) {
        this.importing = importing;
    }

    @Override
    public String verb() {
        return "import laws";
    }

    @Override
    public String help() {
        return """
            导入法律文本：一个文件夹里的 Markdown（.md）、文本（.txt）、国家法律法规数据库的 .docx。
              import laws DIR [--report FILE]
            文件夹名是层级（法律、行政法规、司法解释……），文件名末尾是公布日期：某某法(2026-01-01).md。
            每个版本都留着；同一个文件再导入一次什么也不变；中断后再运行会接着办。
            收不了和有疑问的写到 --report 指的文件（默认：文件夹旁边的 .report.tsv）。
            全部收下（或早已收下）时退出码为 0；有不收的为 1；文件夹读不了为 2。\
            """;
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        boolean told = arguments.size() == 3 && arguments.get(1).equals("--report");
        if (arguments.size() != 1 && !told) {
            err.println(help());
            return 2;
        }
        var root = Path.of(arguments.getFirst());
        LawFolder folder;
        try {
            folder = LawFolder.of(root);
        } catch (Unread unreadable) {
            err.println(unreadable.what() + unreadable.next());
            return 2;
        }
        var progress = new Progress(err);
        var result = importing.run(folder, progress);
        out.printf(
                "读了 %d 个文件：新收 %d 部法律、%d 个版本、%d 条；没有变化 %d 个，不收 %d 个；用了 %d 秒。%n",
                result.files(),
                result.laws(),
                result.editions(),
                result.articles(),
                result.unchanged(),
                result.refused(),
                progress.taken().toSeconds());
        var report = told ? Path.of(arguments.get(2)) : root.resolveSibling(folder.name() + ".report.tsv");
        write(report, result, out, err);
        return result.refused() == 0 ? 0 : 1;
    }

    private static void write(Path report, LawImporting.Result result, PrintStream out, PrintStream err) {
        var text = new StringBuilder("结果\t文件\t行号\t问题\t怎么办\n");
        for (var one : result.odd()) {
            text.append(one.kind().equals("REFUSED") ? "不收" : "已收，请核对");
            for (var cell : List.of(one.file(), Integer.toString(one.line()), one.what(), one.next())) {
                text.append('\t').append(cell.replaceAll("\\p{C}", " "));
            }
            text.append('\n');
        }
        try {
            if (result.odd().isEmpty()) {
                Files.deleteIfExists(report);
            } else {
                Files.writeString(report, text);
                out.println("不收的和请核对的：" + report.toAbsolutePath());
            }
        } catch (IOException unwritable) {
            err.println("写不了 " + report + "，列在下面：");
            err.print(text);
        }
    }

    /// Says every few seconds how far it is.
    private static final class Progress implements LawImporting.Listener {

        private static final Duration EVERY = Duration.ofSeconds(2);

        private final PrintStream err;
        private final long began = System.nanoTime();
        private long said = began;

        Progress(PrintStream err) {
            this.err = err;
        }

        @Override
        public void done(int done, int files, int articles) {
            long now = System.nanoTime();
            if (now - said >= EVERY.toNanos() || done == files) {
                said = now;
                var left = Duration.ofNanos((long) ((double) (now - began) * (files - done) / Math.max(1, done)));
                err.printf("已办 %d / %d 个文件，%d 条；还要约 %d 秒%n", done, files, articles, left.toSeconds() + 1);
            }
        }

        Duration taken() {
            return Duration.ofNanos(System.nanoTime() - began);
        }
    }

    /// Where the folder lies that the server was told of, or the one in the data folder.
    static Optional<Path> told(String laws, String data) {
        if (!laws.isEmpty()) {
            return Optional.of(Path.of(laws));
        }
        return Optional.of(Path.of(data).resolve("laws")).filter(Files::isDirectory);
    }
}
