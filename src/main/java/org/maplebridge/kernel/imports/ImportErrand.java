package org.maplebridge.kernel.imports;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maplebridge.kernel.ground.Errand;
import org.maplebridge.kernel.imports.Came.State;
import org.springframework.stereotype.Component;

/// `./maplebridge import NAME FILE`, for every source a scene offers: `import complaints FILE`.
@Component
class ImportErrand implements Errand {

    private final Imports imports;
    private final List<Source> sources;

    ImportErrand(Imports imports, List<Source> sources) {
        this.imports = imports;
        this.sources = List.copyOf(sources);
    }

    @Override
    public String verb() {
        return "import";
    }

    @Override
    public String help() {
        var known = sources.stream()
                .map(source -> "  import " + source.name() + " FILE   " + source.title())
                .collect(Collectors.joining("\n"));
        return """
                从文件导入，一行一件；中断后再运行同一条命令会接着办，重复导入不会多出事项。
                %s
                  --report FILE   不收的行写到这里；不写就放在原文件旁边（.refused.tsv）
                全部收下（或早已收下）时退出码为 0；有不收的行为 1；文件整个读不了为 2。""".formatted(known);
    }

    private record Asked(Source source, Path file, Path report) {}

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        var asked = asked(arguments);
        if (asked.isEmpty()) {
            err.println(help());
            return 2;
        }
        var source = asked.get().source();
        TableFile file;
        try {
            file = TableFile.read(asked.get().file(), source.columns());
        } catch (Unreadable unreadable) {
            err.println(unreadable.getMessage());
            return 2;
        }
        var progress = new Progress(err, file.lines().size());
        var result = imports.run(source, file, System.getProperty("user.name", "?"), progress);
        return told(result, progress, asked.get().report(), out, err);
    }

    private Optional<Asked> asked(List<String> arguments) {
        boolean report = arguments.size() == 4 && arguments.get(2).equals("--report");
        if (arguments.size() != 2 && !report) {
            return Optional.empty();
        }
        var file = Path.of(arguments.get(1));
        return sources.stream()
                .filter(source -> source.name().equals(arguments.getFirst()))
                .findFirst()
                .map(source ->
                        new Asked(source, file, report ? Path.of(arguments.get(3)) : RefusedReport.beside(file)));
    }

    private static int told(Imports.Result result, Progress progress, Path report, PrintStream out, PrintStream err) {
        if (result.resumed()) {
            out.println("上次导入这个文件没有做完，这次是接着做的。");
        }
        long refused = result.count(State.REFUSED);
        out.printf(
                "读了 %d 行：新收 %d，已有 %d，不收 %d；用了 %d 秒。%n",
                result.lines().size(),
                result.count(State.MADE),
                result.count(State.KNOWN),
                refused,
                progress.taken().toSeconds());
        out.println("批次 " + result.batch() + "（撤回这一批：./maplebridge import undo " + result.batch() + "）");
        try {
            RefusedReport.write(report, result.lines());
            if (refused > 0) {
                out.println("不收的行和原因：" + report.toAbsolutePath());
            }
        } catch (IOException unwritable) {
            if (refused > 0) {
                err.println("写不了 " + report + "，不收的行列在下面（行号、编号、栏目、原因）：");
                err.print(RefusedReport.text(result.lines()));
            }
        }
        return refused == 0 ? 0 : 1;
    }
}
