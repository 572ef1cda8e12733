package org.maplebridge.launch;

import java.util.ArrayDeque;
import java.util.Deque;

/// What must be closed when the program is told to stop, the last begun first. A stop that was asked for is not a
/// failure: the exit status is 0.
final class Stopping {

    private final Deque<Runnable> steps = new ArrayDeque<>();

    Stopping() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::run, "stopping"));
    }

    synchronized void beforeExit(Runnable step) {
        steps.push(step);
    }

    private synchronized void run() {
        var status = 0;
        if (!steps.isEmpty()) {
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
        System.err.println("已停止。");
        System.err.flush();
        Runtime.getRuntime().halt(status);
    }
}
