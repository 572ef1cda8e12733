package org.maplebridge.kernel.imports;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/// Says every few seconds how far an import has come and how long it will take.
final class Progress implements Imports.Listener {

    private static final Duration EVERY = Duration.ofSeconds(2);

    private final PrintStream err;
    private final int all;
    private final long began = System.nanoTime();
    private long said = began;
    private int read;
    private int made;
    private int known;
    private int refused;

    Progress(PrintStream err, int all) {
        this.err = err;
        this.all = all;
    }

    @Override
    public void done(List<Came> part) {
        read += part.size();
        for (var line : part) {
            switch (line.state()) {
                case MADE -> made++;
                case KNOWN -> known++;
                case REFUSED -> refused++;
            }
        }
        long now = System.nanoTime();
        if (now - said >= EVERY.toNanos() || read == all) {
            said = now;
            err.printf("已读 %d / %d 行：新收 %d，已有 %d，不收 %d；还要约 %d 秒%n", read, all, made, known, refused, left(now));
        }
    }

    /// How long it has taken so far.
    Duration taken() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private long left(long now) {
        return Duration.ofNanos((long) ((double) (now - began) * (all - read) / Math.max(1, read)))
                .plusMillis(500)
                .toSeconds();
    }
}
