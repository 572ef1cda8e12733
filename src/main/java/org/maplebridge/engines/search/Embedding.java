package org.maplebridge.engines.search;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// Computes vectors in the background until every entry has its own.
final class Embedding implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Embedding.class.getName());
    private static final long PAUSE_MILLIS = 30_000;
    private static final long QUIET_MILLIS = 2500;
    private static final int ROUND = 512;
    private static final int BATCH = 8;

    private final Later<Embedder> embedder;
    private final Meaning meaning;
    private final int threads;
    private final Map<String, Entry> waiting = new LinkedHashMap<>();
    private final Thread worker = new Thread(this::work, "laws-embedding");
    private long last;
    private boolean closed;

    Embedding(Later<Embedder> embedder, Meaning meaning, int threads) {
        this.embedder = embedder;
        this.meaning = meaning;
        this.threads = threads;
        worker.setDaemon(true);
        worker.start();
    }

    void add(List<Entry> entries) {
        synchronized (waiting) {
            entries.forEach(entry -> waiting.put(entry.provision().id(), entry));
            last = System.nanoTime();
            waiting.notifyAll();
        }
    }

    void forget(Iterable<String> ids) {
        synchronized (waiting) {
            ids.forEach(waiting::remove);
        }
    }

    private void work() {
        while (true) {
            var round = next();
            if (round.isEmpty()) {
                return;
            }
            round.removeIf(meaning::has);
            round.sort(Comparator.comparingInt(entry -> entry.near().length()));
            try {
                var vectors = vectors(round);
                synchronized (waiting) {
                    if (closed) {
                        return;
                    }
                    meaning.put(round, vectors);
                }
            } catch (RuntimeException failed) {
                // a full disk, say: they are tried again
                LOG.log(Level.WARNING, "vectors of laws can't be kept: {0}", failed.getMessage());
                rest();
                add(round);
            }
        }
    }

    private void rest() {
        synchronized (waiting) {
            try {
                waiting.wait(closed ? 1 : PAUSE_MILLIS);
            } catch (InterruptedException over) {
                closed = true;
            }
        }
    }

    /// Since somebody put something in: while they do, the words come first.
    private long quiet() {
        return (System.nanoTime() - last) / 1_000_000;
    }

    /// Waits for some; none when it is over.
    private List<Entry> next() {
        synchronized (waiting) {
            while (!closed && (waiting.isEmpty() || quiet() < QUIET_MILLIS)) {
                try {
                    waiting.wait(waiting.isEmpty() ? 0 : Math.max(1, QUIET_MILLIS - quiet()));
                } catch (InterruptedException over) {
                    closed = true;
                }
            }
            var round = new ArrayList<Entry>();
            var each = waiting.values().iterator();
            while (!closed && each.hasNext() && round.size() < ROUND) {
                round.add(each.next());
                each.remove();
            }
            return round;
        }
    }

    private float[][] vectors(List<Entry> round) {
        var vectors = new float[round.size()][];
        var at = new AtomicInteger();
        Runnable some = () -> {
            for (int from = at.getAndAdd(BATCH); from < vectors.length && !isClosed(); from = at.getAndAdd(BATCH)) {
                batch(round, vectors, from, Math.min(vectors.length, from + BATCH));
            }
        };
        var helpers = new ArrayList<Thread>();
        for (int i = 1; i < threads; i++) {
            helpers.add(Thread.ofPlatform().daemon().name("laws-embedding-" + i).start(some));
        }
        some.run();
        helpers.forEach(Embedding::await);
        return vectors;
    }

    /// What reads the same as another has its vector already.
    private void batch(List<Entry> round, float[][] vectors, int from, int to) {
        var open = new ArrayList<Integer>();
        for (int i = from; i < to; i++) {
            vectors[i] = meaning.same(round.get(i));
            if (vectors[i].length == 0) {
                open.add(i);
            }
        }
        if (!open.isEmpty()) {
            var fresh = embedder.get()
                    .embed(open.stream().map(i -> round.get(i).near()).toList());
            for (int i = 0; i < fresh.length; i++) {
                vectors[open.get(i)] = fresh[i];
            }
        }
    }

    private static void await(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isClosed() {
        synchronized (waiting) {
            return closed;
        }
    }

    @Override
    public void close() {
        synchronized (waiting) {
            closed = true;
            waiting.notifyAll();
        }
        await(worker);
    }
}
