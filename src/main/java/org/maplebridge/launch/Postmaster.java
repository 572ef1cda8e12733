package org.maplebridge.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// What PostgreSQL wrote about itself into `postmaster.pid`: true only while that process lives.
record Postmaster(long pid, Path cluster, int port) {

    static Optional<Postmaster> recordedIn(Path cluster) {
        try {
            var lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            return lines.size() < 4
                    ? Optional.empty()
                    : Optional.of(new Postmaster(
                            Long.parseLong(lines.get(0).strip()),
                            Path.of(lines.get(1).strip()),
                            Integer.parseInt(lines.get(3).strip())));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /// A process id is used again after a reboot: being alive is not enough, it must be a postgres of this folder.
    boolean lives(Path expected) {
        var process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return false;
        }
        var command = process.get().info().command();
        if (command.isPresent() && !command.get().endsWith("postgres")) {
            return false;
        }
        try {
            var home = Path.of("/proc", Long.toString(pid), "cwd");
            return !Files.exists(home) || Files.isSameFile(home, expected);
        } catch (IOException e) {
            return true;
        }
    }
}
