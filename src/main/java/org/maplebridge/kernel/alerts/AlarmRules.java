package org.maplebridge.kernel.alerts;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.maplebridge.kernel.matters.Deadline;

/// What a limit's alarm says now, and when the next one is due. Values in, values out.
final class AlarmRules {

    private AlarmRules() {}

    /// What was said of this end of the limit.
    ///
    /// @param moved whether the one it was said to no longer has the matter
    record Told(String unit, AlertKind kind, Instant at, boolean moved) {}

    /// How far the present ladder has been told.
    ///
    /// @param overdue whether the office that has the matter now was told that it is overdue
    /// @param level the highest level told; 0 for the office
    /// @param since when the first was told who is as high as anybody; handing a matter on doesn't win time
    record Raised(boolean overdue, int level, Optional<Instant> since) {
        static final Raised NOTHING = new Raised(false, 0, Optional.empty());
    }

    static Raised raised(List<Told> told, List<String> units) {
        int level = 0;
        for (var each : told) {
            level = Math.max(level, each.kind() == AlertKind.ESCALATED ? units.indexOf(each.unit()) : 0);
        }
        boolean overdue = told.stream()
                .anyMatch(each -> each.kind() == AlertKind.OVERDUE
                        && !each.moved()
                        && each.unit().equals(units.getFirst()));
        int highest = level;
        var since = told.stream()
                .filter(each -> highest == 0 || each.unit().equals(units.get(highest)))
                .map(Told::at)
                .min(Comparator.naturalOrder());
        return new Raised(overdue, level, since);
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
            return new Answer(
                    Optional.of(new Saying(AlertKind.OVERDUE, 0)),
                    raised.level() < top
                            ? Optional.of(after(now, later.apply(raised.since().orElse(now))))
                            : Optional.empty());
        }
        if (raised.level() >= top) {
            return Answer.SILENT;
        }
        int next = raised.level() + 1;
        return new Answer(
                Optional.of(new Saying(AlertKind.ESCALATED, next)),
                next < top ? Optional.of(after(now, later.apply(now))) : Optional.empty());
    }

    /// An alarm always moves forward, so that none can keep the others waiting.
    private static Instant after(Instant now, Instant next) {
        return next.isAfter(now) ? next : now.plusSeconds(60);
    }
}
