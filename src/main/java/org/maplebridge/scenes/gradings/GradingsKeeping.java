package org.maplebridge.scenes.gradings;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.maplebridge.kernel.calendar.Calendars;
import org.maplebridge.kernel.calendar.Due;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.kernel.rolls.MediatorRoll;
import org.springframework.stereotype.Component;

/// What every verb of a grading minds: who keeps out, and how long the mediator may contest.
@Component
class GradingsKeeping {

    private static final int LONGEST_HOLIDAY = 10;

    private final GradingsStore store;
    private final MediatorRoll roll;
    private final Calendars calendars;

    GradingsKeeping(GradingsStore store, MediatorRoll roll, Calendars calendars) {
        this.store = store;
        this.roll = roll;
        this.calendars = calendars;
    }

    /// Why this person keeps out; empty if they need not.
    Optional<Verdict> refusal(UUID matter, UUID person, String verb) {
        var grading = store.find(matter);
        return GradingsRules.alone(person, verb, grading, itself(grading));
    }

    /// The account of whoever is graded, as the register has it now.
    private List<UUID> itself(Grading grading) {
        return roll
                .of(grading.subject().line(), LocalDate.of(grading.subject().year(), 12, 31))
                .flatMap(MediatorRoll.Mediator::staff)
                .stream()
                .toList();
    }

    Verdict unless(Act act, String verb, Supplier<Verdict> otherwise) {
        return refusal(act.id(), act.actor().person(), verb).orElseGet(otherwise);
    }

    /// The time to contest begins, or begins anew.
    void show(Act act) {
        var due = calendars.at(act.work()).due(act.number("gradings.contest").term(), act.now());
        // while the holidays of a year aren't known the end may lie later: nobody's time is cut short
        var last = due instanceof Due.Awaiting ? due.earliestDay().plusDays(LONGEST_HOLIDAY) : due.earliestDay();
        store.show(act.id(), new Grading.Shown(act.today(), last));
    }
}
