package org.maplebridge.kernel.evidence;

import org.maplebridge.kernel.matters.Titled;

/// What somebody takes a file in hand for. Who may name which follows from where they work.
enum ReadingPurpose implements Titled {
    HANDLE("办理本件"),
    ASSIST("配合办理、了解情况"),
    SUPERVISE("监督检查、处理申诉");

    private final String title;

    ReadingPurpose(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
