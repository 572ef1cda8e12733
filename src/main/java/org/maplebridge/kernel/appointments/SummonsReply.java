package org.maplebridge.kernel.appointments;

import org.maplebridge.kernel.matters.Titled;

/// What somebody who was asked to come has said.
public enum SummonsReply implements Titled {
    COMING("能来"),
    NOT("来不了"),
    UNKNOWN("还没答复");

    private final String title;

    SummonsReply(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
