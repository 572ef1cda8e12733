package org.maplebridge.kernel.appointments;

import org.maplebridge.kernel.matters.Titled;

/// What became of a meeting.
public enum SessionState implements Titled {
    PLANNED("已安排"),
    HELD("已召开"),
    CALLED_OFF("已取消"),
    MISSED("无人到场");

    private final String title;

    SessionState(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
