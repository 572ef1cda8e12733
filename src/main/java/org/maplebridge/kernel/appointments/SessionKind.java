package org.maplebridge.kernel.appointments;

import org.maplebridge.kernel.matters.Titled;

/// What sort of meeting.
public enum SessionKind implements Titled {
    SESSION("调解会"),
    VISIT("出访巡诊"),
    HEARING("听证会");

    private final String title;

    SessionKind(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
