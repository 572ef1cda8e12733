package org.maplebridge.launch;

import java.util.ArrayDeque;
import java.util.Deque;

/// What must be closed when the program is told to stop, the last begun first. A stop that was asked for is not a
/// failure: the exit status is 0.
final class Stopping {

    private final Deque<Runnable> steps = new ArrayDeque<>();
    private int status;

    Stopping() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::run, "stopping"));
    }

    synchronized void beforeExit(Runnable step) {
        steps.push(step);
    }

    /// The program ends because something went wrong, and nobody asked it to.
    synchronized void becauseOfFailure() {
        status = 1;
    }

    private synchronized void run() {
        var asked = status == 0;
        if (asked) {
            System.err.println("正在停止…");
        }
        while (!steps.isEmpty()) {
            try {
                steps.pop().run();
            } catch (RuntimeException e) {
                status = 1;
                System.err.println("停止时出错：" + e.getMessage());
            }
        }
        if (asked) {
            System.err.println("已停止。");
        }
        System.err.flush();
        Runtime.getRuntime().halt(status);
    }
}
