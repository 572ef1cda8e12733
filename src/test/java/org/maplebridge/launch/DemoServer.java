package org.maplebridge.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.maplebridge.Maplebridge;
import org.maplebridge.fixtures.Wire;

/// A demo folder as `up` makes it for somebody who has just come, in a process of its own.
public final class DemoServer implements AutoCloseable {

    /// Of everybody in a demo folder.
    static final String PASSWORD = "fengqiao2026";

    private static final String READY = "枫桥已就绪：";

    private final Process process;
    private final int port;

    private DemoServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Starts it and waits until it serves.
    public static DemoServer on(Path data) throws IOException {
        return on(DataFolder.openForPostgres(data));
    }

    /// Starts it and waits until it serves.
    static DemoServer on(DataFolder data) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-Dstdout.encoding=UTF-8",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Maplebridge.class.getName(),
                        "up",
                        "--demo",
                        "--port",
                        "0",
                        "--data",
                        data.path().toString())
                .redirectErrorStream(true)
                .start();
        var told = new ArrayList<String>();
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            told.add(line);
            if (line.startsWith(READY)) {
                Thread.ofVirtual().start(() -> heard(lines));
                return new DemoServer(process, Integer.parseInt(line.replaceAll(".*:(\\d+)/$", "$1")));
            }
        }
        throw new IOException("it did not start:\n" + String.join("\n", List.copyOf(told)));
    }

    /// So that it never waits to be heard.
    private static void heard(BufferedReader lines) {
        try {
            lines.lines().forEach(heard -> {});
        } catch (UncheckedIOException stopped) {
            // its end closes the line
        }
    }

    /// Takes a folder away that it served.
    public static void remove(Path data) throws IOException {
        PostgresBinaries.remove(data);
    }

    public int port() {
        return port;
    }

    /// Somebody who has not signed in.
    Wire nobody() {
        return new Wire(port);
    }

    Wire as(String user) {
        return nobody().as(user, PASSWORD);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
