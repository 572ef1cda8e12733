package org.maplebridge.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Processor time as `/proc` tells it, in ticks of 10 ms. Other systems than Linux tell nothing.
public final class Processor {

    private static final Path PROC = Path.of("/proc");
    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int WAITED_USER = 13;
    private static final int WAITED_SYSTEM = 14;

    private Processor() {}

    /// Whether this system tells.
    public static boolean tells() {
        return Files.isReadable(PROC.resolve("self/stat"));
    }

    /// What a process has used itself.
    public static long of(long process) {
        return stat(process)
                .map(fields -> number(fields, USER) + number(fields, SYSTEM))
                .orElse(0L);
    }

    /// What a process and its children, also those that have ended, have used.
    public static long family(long process) {
        long ended = stat(process)
                .map(fields -> number(fields, WAITED_USER) + number(fields, WAITED_SYSTEM))
                .orElse(0L);
        try (Stream<Path> all = Files.list(PROC)) {
            return of(process)
                    + ended
                    + all.filter(each -> each.getFileName().toString().chars().allMatch(Character::isDigit))
                            .mapToLong(each -> Long.parseLong(each.getFileName().toString()))
                            .filter(each -> stat(each)
                                    .filter(fields -> number(fields, PARENT) == process)
                                    .isPresent())
                            .map(Processor::of)
                            .sum();
        } catch (IOException gone) {
            return 0;
        }
    }

    private static long number(List<String> fields, int at) {
        return Long.parseLong(fields.get(at));
    }

    /// The fields after the name, which may itself have blanks.
    private static Optional<List<String>> stat(long process) {
        try {
            var line = Files.readString(PROC.resolve(process + "/stat"));
            return Optional.of(List.of(line.substring(line.lastIndexOf(')') + 2).split(" ")));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
