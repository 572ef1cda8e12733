package org.maplebridge.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The program in a process of its own, as `up` starts it, on one of the cluster's databases.
public final class Server implements AutoCloseable {

    private static final String READY = "枫桥已就绪：";

    private final Process process;
    private final int port;

    private Server(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Starts it and waits until it answers.
    public static Server on(Cluster cluster, String database, PrintStream progress) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "org.maplebridge.Maplebridge",
                "up",
                "--port",
                "0",
                "--data",
                cluster.folder().toString()));
        Optional.ofNullable(System.getenv("MAPLEBRIDGE_JAVA_OPTS"))
                .filter(options -> !options.isBlank())
                .ifPresent(options -> command.addAll(1, List.of(options.strip().split(" +"))));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(cluster.environment(database));
        // what is measured begins with the start, not with weeks of made-up disputes
        builder.environment().put("MAPLE_DEMO_DAYS", "0");
        var process = builder.start();
        var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            progress.println(line);
            if (line.startsWith(READY)) {
                var address = line.substring(READY.length());
                return new Server(process, Integer.parseInt(address.replaceAll(".*:(\\d+)/$", "$1")));
            }
        }
        throw new IOException("the server did not start");
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
