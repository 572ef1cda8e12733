package org.maplebridge.kernel.ground;

import org.springframework.context.SmartLifecycle;

/// A part of the program that does something again and again from start to stop.
public interface Looping extends SmartLifecycle {

    /// What runs.
    Loop loop();

    /// Whether it runs by itself; in tests and errands mostly not.
    boolean automatic();

    @Override
    default void start() {
        if (automatic()) {
            loop().start();
        }
    }

    @Override
    default void stop() {
        loop().stop();
    }

    @Override
    default boolean isRunning() {
        return loop().isRunning();
    }
}
