package org.maplebridge.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Writes the JDK's AOT cache for the next start, in a second JVM of low priority. The bash launcher names the file
/// (it is keyed by the jar's hash); nothing here may fail a start.
final class AotTraining {

    private AotTraining() {}

    /// Killed at once: a training that outlives the server would keep the database from stopping.
    static void end(Process training) {
        training.destroyForcibly().onExit().join();
    }

    static Optional<Process> startWhenMissing(DataFolder data) {
        var named = System.getProperty("maplebridge.aot", "");
        var jar = System.getProperty("java.class.path");
        if (named.isBlank() || Files.exists(Path.of(named)) || !jar.endsWith(".jar")) {
            return Optional.empty();
        }
        deleteAbandoned(Path.of(named));
        var draft = named + "." + ProcessHandle.current().pid() + ".new";
        try {
            var log = Files.createDirectories(data.logs()).resolve("aot.log").toFile();
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var process = new ProcessBuilder(List.of(
                            "nice",
                            "-n",
                            "19",
                            java,
                            "-XX:AOTCacheOutput=" + draft,
                            "-Xlog:aot=off",
                            "-jar",
                            jar,
                            "train",
                            "--data",
                            data.path().toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(log)
                    .start();
            var _ = process.onExit().thenAccept(ended -> keep(ended, Path.of(draft), Path.of(named)));
            return Optional.of(process);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Drafts of servers that were killed: nobody is left to name them.
    private static void deleteAbandoned(Path cache) {
        var drafts = cache.getFileName() + ".*.new*";
        try (var files = Files.newDirectoryStream(cache.toAbsolutePath().getParent(), drafts)) {
            for (var file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // they only take room
            System.err.println("删不掉旧的启动缓存：" + e.getMessage());
        }
    }

    private static void keep(Process ended, Path draft, Path cache) {
        try {
            if (ended.exitValue() == 0 && Files.exists(draft)) {
                Files.move(draft, cache);
            }
            Files.deleteIfExists(draft);
            Files.deleteIfExists(Path.of(draft + ".config"));
        } catch (IOException e) {
            // the next start trains again
            System.err.println("启动缓存没有保存：" + e.getMessage());
        }
    }
}
