package org.maplebridge.kernel.appointments;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.maplebridge.kernel.ground.Work;

/// What is left of a day beside what is taken. Values in, values out.
final class FreeTimes {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private FreeTimes() {}

    /// A stretch of time; the end doesn't belong to it.
    record Stretch(Instant starts, Instant ends) {

        boolean overlaps(Stretch other) {
            return starts.isBefore(other.ends) && other.starts.isBefore(ends);
        }

        String shown() {
            return clock(starts) + "–" + clock(ends);
        }

        private static String clock(Instant at) {
            return at.atZone(Work.ZONE).format(CLOCK);
        }
    }

    /// The stretches within a whole that nothing taken touches, each at least so long, in order.
    static List<Stretch> beside(List<Stretch> taken, Stretch whole, Duration least) {
        var free = new ArrayList<Stretch>();
        var at = whole.starts();
        for (var each : taken.stream()
                .filter(whole::overlaps)
                .sorted(Comparator.comparing(Stretch::starts))
                .toList()) {
            if (each.starts().isAfter(at)) {
                free.add(new Stretch(at, each.starts()));
            }
            at = each.ends().isAfter(at) ? each.ends() : at;
        }
        if (at.isBefore(whole.ends())) {
            free.add(new Stretch(at, whole.ends()));
        }
        return free.stream()
                .filter(each -> Duration.between(each.starts(), each.ends()).compareTo(least) >= 0)
                .toList();
    }

    static String shown(List<Stretch> free) {
        return free.stream().limit(4).map(Stretch::shown).collect(Collectors.joining("、"));
    }
}
