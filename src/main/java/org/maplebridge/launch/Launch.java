package org.maplebridge.launch;

import java.io.PrintStream;
import java.util.List;
import org.springframework.boot.SpringApplication;
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
        try {
            return switch (arguments.getFirst()) {
                case "up" -> parsed(new UpCommand(), rest);
                case "train" -> parsed(new TrainCommand(), rest);
                default -> ErrandCommand.of(arguments).run(out, err);
            };
        } catch (Refusal refusal) {
            err.println(refusal.getMessage());
            return 1;
        } catch (RuntimeException failure) {
            return told(failure, err);
        }
    }

    private static int parsed(Object command, String[] rest) {
        return new CommandLine(command)
                .setExecutionExceptionHandler((failure, line, parse) -> {
                    throw failure;
                })
                .execute(rest);
    }

    private static int told(RuntimeException failure, PrintStream err) {
        if (failure instanceof SpringApplication.AbandonedRunException) {
            return 1;
        }
        var cause = (Throwable) failure;
        while (cause.getCause() != null && !(cause instanceof Refusal)) {
            cause = cause.getCause();
        }
        var said = cause instanceof Refusal ? cause.getMessage() : "没有做成：" + cause;
        err.println(said + "\n  详情见数据文件夹里的 logs/maplebridge.log。");
        return 1;
    }
}
