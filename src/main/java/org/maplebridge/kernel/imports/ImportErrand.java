package org.maplebridge.kernel.imports;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
                  import register FILE --mapping M.yml   旧台账（.xlsx、.csv），对应关系从页面导出；--office 写承办单位的名称，
                                                         不写就由县级中心收
                  --report FILE   不收的行写到这里；不写就放在原文件旁边（.refused.tsv）
                  --places FILE   来文中的地名归哪个区划：一行一个，地名、制表符、区划代码；先于自带的对照
                没有对应区划的地名，归到本县，并在最后列出。
                全部收下（或早已收下）时退出码为 0；有不收的行为 1；文件整个读不了为 2。""".formatted(known);
    }

    private record Asked(Source source, Path file, Path report, Optional<Path> places) {}

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        var asked = asked(arguments);
        if (asked.isEmpty()) {
            err.println(help());
            return 2;
        }
        Source source;
        TableFile file;
        try {
            source = placing(asked.get());
            file = TableFile.read(asked.get().file(), source.columns());
        } catch (Unreadable unreadable) {
            err.println(unreadable.getMessage());
            return 2;
        }
        var progress = new Progress(err, file.lines().size());
        var result = imports.run(source, file, System.getProperty("user.name", "?"), progress);
        return told(result, progress, asked.get().report(), out, err);
    }

    private Source placing(Asked asked) {
        if (asked.places().isEmpty()) {
            return asked.source();
        }
        var places = PlacesFile.read(asked.places().get());
        var faults = imports.faults(places);
        if (!faults.isEmpty()) {
            throw new Unreadable("地名对照表里有系统没有的区划，没有导入任何内容：\n  " + String.join("\n  ", faults));
        }
        return asked.source()
                .placing(places)
                .orElseThrow(() -> new Unreadable("“" + asked.source().name() + "”不用地名对照表。"));
    }

    private Optional<Asked> asked(List<String> arguments) {
        var options = new HashMap<String, Path>();
        for (int i = 2; i + 1 < arguments.size(); i += 2) {
            options.put(arguments.get(i), Path.of(arguments.get(i + 1)));
        }
        boolean known = Set.of("--report", "--places").containsAll(options.keySet());
        if (arguments.size() != 2 + 2 * options.size() || !known) {
            return Optional.empty();
        }
        var file = Path.of(arguments.get(1));
        return sources.stream()
                .filter(source -> source.name().equals(arguments.getFirst()))
                .findFirst()
                .map(source -> new Asked(
                        source,
                        file,
                        options.getOrDefault("--report", RefusedReport.beside(file)),
                        Optional.ofNullable(options.get("--places"))));
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
        unplaced(result).ifPresent(out::println);
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

    /// The names of places for which no area is known, the most frequent first.
    private static Optional<String> unplaced(Imports.Result result) {
        if (result.unplaced().isEmpty()) {
            return Optional.empty();
        }
        int lines = result.unplaced().values().stream().mapToInt(each -> each).sum();
        var names = result.unplaced().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(name -> name.getKey() + " " + name.getValue())
                .collect(Collectors.joining("、"));
        return Optional.of("有 " + lines + " 行的地名没有对应的区划，归到本县：" + names + "\n要改，写一个对照表用 --places 给出（先撤回这一批再导入）。");
    }
}
