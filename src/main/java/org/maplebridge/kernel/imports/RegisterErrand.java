package org.maplebridge.kernel.imports;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import org.maplebridge.kernel.ground.Errand;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.imports.Came.State;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.orgs.Level;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.stereotype.Component;

/// `./maplebridge import register FILE --mapping M.yml`: an old register, without the pages.
@Component
class RegisterErrand implements Errand {

    private final Transactions transactions;
    private final Registers registers;
    private final Imports imports;
    private final Offices offices;

    RegisterErrand(Transactions transactions, Registers registers, Imports imports, Offices offices) {
        this.transactions = transactions;
        this.registers = registers;
        this.imports = imports;
        this.offices = offices;
    }

    @Override
    public String verb() {
        return "import register";
    }

    @Override
    public String help() {
        return """
                导入旧台账（.xlsx、.csv）：哪一栏是什么，由对应关系说明；中断后再运行会接着办，重复导入不会多出事项。
                  import register FILE --mapping M.yml [--office 单位名称] [--report FILE]
                对应关系从页面“旧台账导入”里导出。不写单位，由县级中心收。
                全部收下（或早已收下）时退出码为 0；有不收的行为 1；文件整个读不了为 2。""";
    }

    @Override
    public int run(java.util.List<String> arguments, PrintStream out, PrintStream err) {
        var options = new HashMap<String, String>();
        for (int i = 1; i + 1 < arguments.size(); i += 2) {
            options.put(arguments.get(i), arguments.get(i + 1));
        }
        boolean known = Set.of("--mapping", "--office", "--report").containsAll(options.keySet());
        var mapping = Optional.ofNullable(options.get("--mapping"));
        if (arguments.size() != 1 + 2 * options.size() || !known || mapping.isEmpty()) {
            err.println(help());
            return 2;
        }
        var file = Path.of(arguments.getFirst());
        var report = Optional.ofNullable(options.get("--report")).map(Path::of).orElse(RefusedReport.beside(file));
        try {
            var grid = RegisterFile.parse(name(file), Files.readAllBytes(file));
            var reading = transactions.run(
                    Imports.SCOPE,
                    work -> registers.reading(
                            grid,
                            MappingFile.read(Path.of(mapping.get())),
                            office(offices.at(work), Optional.ofNullable(options.get("--office")))));
            var progress = new Progress(err, reading.table().lines().size());
            var result = imports.run(reading.source(), reading.table(), System.getProperty("user.name", "?"), progress);
            out.printf(
                    "读了 %d 行：新收 %d，已有 %d，不收 %d；用了 %d 秒。%n批次 %s（撤回这一批：./maplebridge import undo %s）%n",
                    result.lines().size(),
                    result.count(State.MADE),
                    result.count(State.KNOWN),
                    result.count(State.REFUSED),
                    progress.taken().toSeconds(),
                    result.batch(),
                    result.batch());
            RefusedReport.write(report, result.lines());
            if (result.count(State.REFUSED) > 0) {
                out.println("不收的行和原因：" + report.toAbsolutePath());
            }
            return result.count(State.REFUSED) == 0 ? 0 : 1;
        } catch (Unreadable unreadable) {
            err.println(unreadable.getMessage());
            return 2;
        } catch (IOException unreadable) {
            err.println("读不了或写不了文件：" + unreadable.getMessage());
            return 2;
        }
    }

    private static String name(Path file) {
        return Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("?");
    }

    private static Agency office(Directory directory, Optional<String> name) {
        var root = directory.rootArea().orElseThrow(() -> new Unreadable("系统里还没有区划，请先建立本县的区划和机构。"));
        if (name.isEmpty()) {
            return directory
                    .inCharge(root.path(), Level.COUNTY)
                    .orElseThrow(() -> new Unreadable("没有县级中心，请用 --office 写明单位。"));
        }
        return within(directory, root.path(), name.get())
                .orElseThrow(() -> new Unreadable("没有叫“" + name.get() + "”的单位。"));
    }

    private static Optional<Agency> within(Directory directory, String area, String name) {
        return directory.agencies(area).stream()
                .filter(agency -> agency.name().equals(name))
                .findFirst()
                .or(() -> directory.children(area).stream()
                        .flatMap(child -> within(directory, child.path(), name).stream())
                        .findFirst());
    }
}
