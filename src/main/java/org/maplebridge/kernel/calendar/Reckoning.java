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

    boolean settled() {
        return missingYear == 0;
    }
}
