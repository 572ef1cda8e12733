package org.maplebridge.launch;

import java.io.PrintStream;
import java.util.List;
import org.maplebridge.kernel.ground.Unready;
import picocli.CommandLine;

/// What the words after `java -jar maplebridge.jar` mean.
public final class Launch {

    private Launch() {}

    /// Runs one verb and returns the exit status: 0 only when it did what was asked.
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.isEmpty()) {
            err.println("用法：./maplebridge 命令 [选项]；./maplebridge help 列出命令。");
            return 2;
        }
        var rest = arguments.subList(1, arguments.size()).toArray(String[]::new);
        return switch (arguments.getFirst()) {
            case "up" -> parsed(new UpCommand(), rest, err);
            case "demo" -> parsed(new DemoCommand(), rest, err);
            case "train" -> parsed(new TrainCommand(), rest, err);
            default -> errand(arguments, out, err);
        };
    }

    private static int errand(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            return ErrandCommand.of(arguments).run(out, err);
        } catch (RuntimeException failure) {
            return told(failure, err);
        }
    }

    private static int parsed(Object command, String[] rest, PrintStream err) {
        return new CommandLine(command)
                .setExecutionExceptionHandler((failure, line, parse) -> told(failure, err))
                .execute(rest);
    }

    private static int told(Exception failure, PrintStream err) {
        var cause = (Throwable) failure;
        while (cause.getCause() != null && !spoken(cause)) {
            cause = cause.getCause();
        }
        if (spoken(cause)) {
            err.println(cause.getMessage());
        } else {
            err.println("没有做成：" + cause + "\n  详情见数据文件夹里的 logs。");
        }
        return 1;
    }

    private static boolean spoken(Throwable cause) {
        return cause instanceof Refusal || cause instanceof Unready;
    }
}
