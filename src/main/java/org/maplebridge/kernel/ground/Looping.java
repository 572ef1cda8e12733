package org.maplebridge.kernel.ground;

import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;

/// A part of the program that does something again and again from start to stop.
public interface Looping extends SmartLifecycle {

    /// What runs.
    Loop loop();

    /// Whether it runs by itself; in tests and errands mostly not.
    boolean automatic();

    /// Whether the program serves: what goes on by itself there doesn't during tests and errands.
    static boolean serving(Environment settings) {
        return settings.getProperty("maple.mode", "server").equals("server");
    }

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
