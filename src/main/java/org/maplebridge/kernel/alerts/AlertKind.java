package org.maplebridge.kernel.alerts;

/// What an alert says.
enum AlertKind {
    DUE_SOON("临期", "yellow"),
    OVERDUE("逾期", "orange"),
    /// Still overdue after a while: now one level up knows.
    ESCALATED("逾期升级", "red");

    private final String title;
    private final String colour;

    AlertKind(String title, String colour) {
        this.title = title;
        this.colour = colour;
    }

    String title() {
        return title;
    }

    String colour() {
        return colour;
    }
}
