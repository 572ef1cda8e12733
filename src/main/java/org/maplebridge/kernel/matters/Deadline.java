package org.maplebridge.kernel.matters;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.parameters.Parameter;

/// A limit that runs for a matter.
///
/// @param no its place among the matter's limits, from 1
/// @param parameter the parameter's name as the lifecycle gives it
/// @param edition the version of the parameter that was in force on the trigger day
/// @param level the level it belongs to, if each level has its own
/// @param holder the office it belongs to, if each office has its own
/// @param term the length in its text form, such as `30D`
/// @param from the moment that triggered it
/// @param due the end, exclusive; while `settled` is false, a lower bound
/// @param lastDay the legal day of the last moment before the end
/// @param settled false while the notice of a year is missing
/// @param calendar the version of the calendar it was computed with
/// @param endedAt when it was kept, or fell away
/// @param pauses stretches that don't count; an open one ends with the moment `Instant.MAX` left out
/// @param extension the term it was put off by
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Deadline(
        int no,
        String parameter,
        String edition,
        Optional<String> level,
        Optional<UUID> holder,
        String term,
        Instant from,
        Instant due,
        LocalDate lastDay,
        boolean settled,
        String calendar,
        State state,
        Optional<Instant> endedAt,
        List<Pause> pauses,
        Optional<String> extension) {

    /// Whether it runs.
    public enum State {
        RUNNING,
        SUSPENDED,
        /// What it was for was done.
        MET,
        /// It fell away: another office, another road.
        LAPSED
    }

    /// A stretch that does not count.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Pause(Instant from, Optional<Instant> until) {}

    /// Whether it can still be missed.
    public boolean live() {
        return state == State.RUNNING || state == State.SUSPENDED;
    }

    /// The same limit by a corrected version of its number; its end is still to be computed.
    Deadline corrected(Parameter number) {
        return new Deadline(
                no,
                parameter,
                number.version(),
                level,
                holder,
                number.value(),
                from,
                due,
                lastDay,
                settled,
                calendar,
                state,
                endedAt,
                pauses,
                extension);
    }

    Deadline ended(State how, Instant at) {
        return new Deadline(
                no,
                parameter,
                edition,
                level,
                holder,
                term,
                from,
                due,
                lastDay,
                settled,
                calendar,
                how,
                Optional.of(at),
                pauses,
                extension);
    }
}
