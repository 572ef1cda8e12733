package org.maplebridge.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs another program to its end.
final class Program {

    record Outcome(int status, String output) {
        boolean worked() {
            return status == 0;
        }
    }

    private Program() {}

    static boolean exists(String name) {
        for (var folder : (System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/sbin").split(":")) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, name))) {
                return true;
            }
        }
        return false;
    }

    static Outcome run(Path folder, long seconds, List<String> command) {
        // output goes to a file: a server that pg_ctl leaves behind would hold a pipe open for ever
        try {
            var written = Files.createTempFile("maplebridge", ".out");
            try {
                var builder = new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(written.toFile());
                builder.redirectInput(
                        ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
                builder.environment().put("LC_ALL", "C");
                builder.environment().merge("PATH", "/usr/sbin:/sbin", (path, more) -> path + ":" + more);
                builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
                var process = builder.start();
                if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                    return new Outcome(-1, "超过 " + seconds + " 秒没有结束：" + String.join(" ", command));
                }
                var text = new String(Files.readAllBytes(written), StandardCharsets.UTF_8);
                return new Outcome(process.exitValue(), text);
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException e) {
            return new Outcome(-1, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome(-1, "被中断");
        }
    }
}
