package org.maplebridge.kernel.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/// Does things a few at a time and waits for all of them.
final class Abreast {

    /// Fewer than the pool of jobs has connections: alarms go on meanwhile.
    private static final int LANES = 3;

    private Abreast() {}

    /// The results in the order of the questions. If one fails, the others are finished first.
    static <T> List<T> run(List<Callable<T>> asked) {
        try (var lanes = Executors.newFixedThreadPool(LANES, Thread.ofVirtual().factory())) {
            var results = new ArrayList<T>();
            for (var each : lanes.invokeAll(asked)) {
                results.add(each.get());
            }
            return List.copyOf(results);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("import interrupted", stopped);
        }
    }
}
