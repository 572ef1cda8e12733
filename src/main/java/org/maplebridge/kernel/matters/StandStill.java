package org.maplebridge.kernel.matters;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Limits of a matter that is suspended. Values in, values out.
final class StandStill {

    private StandStill() {}

    /// How long a matter has been suspended before: the limit of each stretch began so much earlier as those before had
    /// lasted.
    static Duration together(List<Deadline> before) {
        return before.stream()
                .filter(each -> each.parameter().equals(Limits.SUSPENDED_MOST))
                .reduce((earlier, last) -> last)
                .flatMap(last -> last.endedAt().map(end -> Duration.between(last.from(), end)))
                .orElse(Duration.ZERO);
    }

    /// Limits that run in a suspended matter stop.
    static List<Deadline> stopped(List<Deadline> before, Set<String> runningOn, Instant now) {
        return before.stream()
                .map(each -> each.state() == Deadline.State.RUNNING
                                && !each.parameter().equals(Limits.SUSPENDED_MOST)
                                && !runningOn.contains(each.parameter())
                        ? changed(
                                each,
                                Deadline.State.SUSPENDED,
                                appended(each, new Deadline.Pause(now, Optional.empty())))
                        : each)
                .toList();
    }

    private static List<Deadline.Pause> appended(Deadline deadline, Deadline.Pause pause) {
        var pauses = new ArrayList<>(deadline.pauses());
        pauses.add(pause);
        return pauses;
    }

    static Deadline changed(Deadline d, Deadline.State state, List<Deadline.Pause> pauses) {
        return new Deadline(
                d.no(),
                d.parameter(),
                d.edition(),
                d.level(),
                d.holder(),
                d.term(),
                d.from(),
                d.due(),
                d.lastDay(),
                d.settled(),
                d.calendar(),
                state,
                d.endedAt(),
                pauses,
                d.extension());
    }
}
