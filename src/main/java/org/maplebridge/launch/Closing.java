package org.maplebridge.launch;

import java.util.ArrayDeque;
import java.util.Deque;

/// Closes what was opened, the last first: at the end of a block, or when the program is interrupted inside it.
final class Closing implements AutoCloseable {

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final Thread whenInterrupted = new Thread(this::closeAll, "closing");

    Closing() {
        Runtime.getRuntime().addShutdownHook(whenInterrupted);
    }

    synchronized void later(AutoCloseable thing) {
        opened.push(thing);
    }

    private synchronized void closeAll() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                System.err.println("停止时出错：" + e.getMessage());
            }
        }
    }

    @Override
    public void close() {
        closeAll();
    }
}
