package org.maplebridge.kernel.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What the arithmetic found, before it is put into words.
///
/// @param nominal     last day before postponement
/// @param last        last day
/// @param end         exclusive
/// @param missingYear the first year whose notice is missing; 0 when settled
record Reckoning(
        Term term,
        Instant from,
        LocalDate trigger,
        LocalDate nominal,
        LocalDate last,
        Instant end,
        int missingYear,
        List<Suspension> suspensions) {

    LocalDate first() {
        return term.unit().criminal() || term.unit() == Unit.HOURS ? trigger : trigger.plusDays(1);
    }

    boolean suspended(LocalDate day) {
        return suspensions.stream().anyMatch(suspension -> suspension.covers(day));
    }

    /// Whether a stretch has any part in this period: what lies wholly before or after is not told.
    boolean touches(Suspension pause) {
        return term.unit() == Unit.HOURS
                ? pause.from().isBefore(end) && pause.until().isAfter(from)
                : !pause.fromDay().isAfter(last) && pause.untilDay().isAfter(trigger);
    }

    boolean settled() {
        return missingYear == 0;
    }
}
