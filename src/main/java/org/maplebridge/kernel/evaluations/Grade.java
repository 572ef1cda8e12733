package org.maplebridge.kernel.evaluations;

import org.maplebridge.kernel.matters.Titled;

/// What somebody thinks of how it was done.
public enum Grade implements Titled {
    SATISFIED("满意"),
    FAIRLY("基本满意"),
    DISSATISFIED("不满意");

    private final String title;

    Grade(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
