package org.maplebridge.launch;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.maplebridge.Maplebridge;

/// This same program once more, as somebody at the keyboard would start it beside the one that runs.
final class OwnProgram {

    private OwnProgram() {}

    /// The command line that `./maplebridge` makes of these words.
    static List<String> running(List<String> words) {
        var all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8"));
        var where = System.getProperty("java.class.path");
        var cache = System.getProperty("maplebridge.aot", "");
        if (!cache.isBlank() && Files.exists(Path.of(cache))) {
            all.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off"));
        } else {
            // it runs for seconds: the better compiler would only take them
            all.add("-XX:TieredStopAtLevel=1");
        }
        if (where.endsWith(".jar") && !where.contains(File.pathSeparator)) {
            all.addAll(List.of("-jar", where));
        } else {
            all.addAll(List.of("-cp", where, Maplebridge.class.getName()));
        }
        all.addAll(words);
        return List.copyOf(all);
    }
}
