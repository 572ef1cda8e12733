package org.maplebridge.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Another process at a data folder: it claims the folder or works with its database until it is killed.
public final class Neighbour implements AutoCloseable {

    private final Process process;
    private final String said;

    private Neighbour(Process process, String said) {
        this.process = process;
        this.said = said;
    }

    /// @param given `claim` or `database`, and the folder
    public static void main(String[] given) throws IOException {
        var data = DataFolder.open(Path.of(given[1]));
        if (given[0].equals("claim")) {
            FolderClaim.take(data).tell("http://127.0.0.1:12345/");
            System.out.println("claimed");
        } else {
            var postgres = EmbeddedPostgres.open(data, PostgresTuning.passing(), System.err::println);
            System.out.println(postgres.server().url());
        }
        while (System.in.read() >= 0) {
            System.out.flush();
        }
    }

    static Neighbour doing(String what, DataFolder data) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Neighbour.class.getName(),
                        what,
                        data.path().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var told = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return new Neighbour(process, String.valueOf(told.readLine()));
    }

    /// The first it said: it has what it wanted.
    String said() {
        return said;
    }

    long pid() {
        return process.pid();
    }

    /// Killed, without a word to anybody.
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
