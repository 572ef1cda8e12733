package org.maplebridge.kernel.alerts;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.maplebridge.kernel.matters.Deadline;

/// What a limit's alarm says now, and when the next one is due. Values in, values out.
final class AlarmRules {

    private AlarmRules() {}

    /// The highest alert raised so far for this end of the limit.
    ///
    /// @param overdue whether it was said to be overdue
    /// @param level the highest level told; 0 for the office
    record Raised(boolean overdue, int level) {
        static final Raised NOTHING = new Raised(false, 0);
    }

    /// @param says what to raise; empty if there is nothing to say
    /// @param next when to look again; empty for never
    record Answer(Optional<Saying> says, Optional<Instant> next) {
        static final Answer SILENT = new Answer(Optional.empty(), Optional.empty());
    }

    record Saying(AlertKind kind, int level) {}

    /// A limit that has ended or stands still says nothing. One whose end has passed is overdue at once, even if nobody
    /// was told before that it soon would be.
    ///
    /// @param top the highest level there is
    /// @param later when, after a moment, the next level is told
    static Answer answer(Deadline deadline, Instant now, Raised raised, int top, UnaryOperator<Instant> later) {
        if (deadline.state() != Deadline.State.RUNNING) {
            return Answer.SILENT;
        }
        if (now.isBefore(deadline.due())) {
            return new Answer(Optional.of(new Saying(AlertKind.DUE_SOON, 0)), Optional.of(deadline.due()));
        }
        if (!raised.overdue()) {
            return said(AlertKind.OVERDUE, 0, now, top, later);
        }
        return raised.level() < top ? said(AlertKind.ESCALATED, raised.level() + 1, now, top, later) : Answer.SILENT;
    }

    private static Answer said(AlertKind kind, int level, Instant now, int top, UnaryOperator<Instant> later) {
        var saying = Optional.of(new Saying(kind, level));
        return new Answer(saying, level < top ? Optional.of(after(now, later.apply(now))) : Optional.empty());
    }

    /// An alarm always moves forward, so that none can keep the others waiting.
    private static Instant after(Instant now, Instant next) {
        return next.isAfter(now) ? next : now.plusSeconds(60);
    }
}
