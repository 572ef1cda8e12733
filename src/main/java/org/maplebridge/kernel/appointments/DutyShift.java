package org.maplebridge.kernel.appointments;

import org.maplebridge.kernel.matters.Titled;

/// A part of the day.
public enum DutyShift implements Titled {
    DAY("全天"),
    MORNING("上午"),
    AFTERNOON("下午"),
    NIGHT("夜间");

    private final String title;

    DutyShift(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
