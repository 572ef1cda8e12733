package org.maplebridge.kernel.alerts;

import org.maplebridge.kernel.ground.ColourName;

/// What an alert says.
enum AlertKind {
    DUE_SOON("临期", ColourName.YELLOW),
    OVERDUE("逾期", ColourName.ORANGE),
    /// Still overdue after a while: now one level up knows.
    ESCALATED("逾期升级", ColourName.RED),
    /// Somebody looks at people's data unusually often. No limit, and no reproach either: a supervisor asks why.
    UNUSUAL_LOOKS("查看频繁", ColourName.ORANGE),
    /// Whoever could do what waits is away. About no limit; told to the level above.
    NOBODY_THERE("无人在岗", ColourName.RED),
    /// Whoever is at work has an interest in it. About no limit; once for each officer.
    KEEPS_OUT("应当回避", ColourName.RED),
    /// Something can't wait until morning. About no limit; told to whoever is on duty.
    ON_DUTY("值班", ColourName.RED),
    /// A term of a committee or a stationing runs out. About a line of a register, which stands in place of the matter.
    TERM_ENDING("届期期限", ColourName.YELLOW),
    /// Somebody takes out unusually much, or often looks for people in vain. About a line of what was taken.
    UNUSUAL_TAKING("导出、查找频繁", ColourName.ORANGE);

    private final String title;
    private final ColourName colour;

    AlertKind(String title, ColourName colour) {
        this.title = title;
        this.colour = colour;
    }

    String title() {
        return title;
    }

    ColourName colour() {
        return colour;
    }
}
