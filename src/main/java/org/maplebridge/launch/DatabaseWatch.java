package org.maplebridge.launch;

import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Starts the embedded server again when it died under us; requests fail meanwhile, the program stays.
final class DatabaseWatch {

    private static final long EVERY_SECONDS = 2;

    private DatabaseWatch() {}

    static void over(EmbeddedPostgres postgres, Consumer<String> say) {
        var clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("database-watch").factory());
        var _ = clock.scheduleWithFixedDelay(() -> look(postgres, say), EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private static void look(EmbeddedPostgres postgres, Consumer<String> say) {
        try {
            postgres.reviveWhenDead(say);
        } catch (RuntimeException e) {
            // its orphans may still be leaving, or the disk is full: the next look tries again
            say.accept(e.getMessage());
        }
    }
}
