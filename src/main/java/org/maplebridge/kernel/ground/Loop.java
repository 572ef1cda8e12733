package org.maplebridge.kernel.ground;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Something done again and again as long as the program runs. A round that fails is told and tried again: whatever it
/// works on must stand in a table.
public final class Loop {

    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

    private final String name;
    private final Duration pause;
    private final Runnable round;
    private final AtomicBoolean running = new AtomicBoolean();
    private final ReentrantLock turn = new ReentrantLock();

    /// @param pause from the end of a round to the beginning of the next
    public Loop(String name, Duration pause, Runnable round) {
        this.name = name;
        this.pause = pause;
        this.round = round;
    }

    /// What is done.
    public String name() {
        return name;
    }

    /// Begins, unless it already runs.
    public void start() {
        if (running.compareAndSet(false, true)) {
            Thread.ofVirtual().name(name).start(this::rounds);
        }
    }

    /// Does one round now, whether it runs by itself or not. One that fails is told.
    public void once() {
        turn.lock();
        try {
            round.run();
        } catch (RuntimeException failure) {
            // the database may be gone for a while
            LOG.warn("{} stands still: {}", name, failure.getMessage());
        } finally {
            turn.unlock();
        }
    }

    private void rounds() {
        while (running.get()) {
            once();
            try {
                Thread.sleep(pause);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /// Ends after the present round.
    public void stop() {
        running.set(false);
    }

    /// Waits until the present round has ended; whether another follows.
    public boolean awaitRound() {
        turn.lock();
        try {
            return running.get();
        } finally {
            turn.unlock();
        }
    }

    public boolean isRunning() {
        return running.get();
    }
}
