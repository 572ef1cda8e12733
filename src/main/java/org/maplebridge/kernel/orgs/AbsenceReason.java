package org.maplebridge.kernel.orgs;

/// Why somebody is away, in one word. Nothing of an illness is asked or kept.
public enum AbsenceReason {
    TRIP("出差"),
    LEAVE("请假"),
    TRAINING("培训"),
    OTHER("其他");

    private final String title;

    AbsenceReason(String title) {
        this.title = title;
    }

    /// In Chinese.
    public String title() {
        return title;
    }
}
