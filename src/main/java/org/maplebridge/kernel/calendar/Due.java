package org.maplebridge.kernel.calendar;

import java.time.Instant;
import java.time.LocalDate;

/// When a period ends: known for good, or awaiting a notice.
///
/// Ends are exclusive. A period of days ends with its last day, that is at 24:00 in Asia/Shanghai
/// (民法典第二百零三条第二款), and so at 00:00 of the next day; `now < end` means in time.
public sealed interface Due {

    /// The end every notice needed is known for.
    ///
    /// @param end     exclusive
    /// @param lastDay the legal day that holds the last moment before `end`
    record Settled(Instant end, LocalDate lastDay, Proof proof) implements Due {}

    /// The notice of a year is missing: the end can be this or later, never earlier. Alarms may be set on it.
    ///
    /// @param lowerBound    exclusive; every day of the missing year counts as working, no end is postponed
    /// @param lowerBoundDay the legal day that holds the last moment before `lowerBound`
    /// @param missingYear   the first year whose notice is needed and missing
    record Awaiting(Instant lowerBound, LocalDate lowerBoundDay, int missingYear, Proof proof) implements Due {}

    /// How it was computed.
    Proof proof();

    /// The end, or the lower bound while it awaits: what alarms run on.
    default Instant earliestEnd() {
        return switch (this) {
            case Settled settled -> settled.end();
            case Awaiting awaiting -> awaiting.lowerBound();
        };
    }

    /// The legal day of [#earliestEnd()].
    default LocalDate earliestDay() {
        return switch (this) {
            case Settled settled -> settled.lastDay();
            case Awaiting awaiting -> awaiting.lowerBoundDay();
        };
    }
}
