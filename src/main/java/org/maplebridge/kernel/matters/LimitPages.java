package org.maplebridge.kernel.matters;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.calendar.Calendars;
import org.maplebridge.kernel.calendar.Due;
import org.maplebridge.kernel.calendar.Notice;
import org.maplebridge.kernel.calendar.Proof.DayLine;
import org.maplebridge.kernel.calendar.Term;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;
import org.springframework.stereotype.Component;

/// Shows each limit of a matter with the reasoning behind its end.
@Component
class LimitPages {

    private final MatterRowsView rows;
    private final Calendars calendars;
    private final Parameters parameters;
    private final Offices offices;

    LimitPages(MatterRowsView rows, Calendars calendars, Parameters parameters, Offices offices) {
        this.rows = rows;
        this.calendars = calendars;
        this.parameters = parameters;
        this.offices = offices;
    }

    List<MatterPage.Limit> of(Work work, MatterState state) {
        var waiting = sooner(work, state);
        var directory = offices.at(work);
        return state.deadlines().stream()
                .map(deadline -> new MatterPage.Limit(
                        deadline.no(),
                        rows.due(work, state.matter(), deadline),
                        deadline.from(),
                        deadline.holder().flatMap(directory::agency).map(Agency::name),
                        !deadline.settled(),
                        deadline.endedAt(),
                        deadline.extension().map(by -> Term.parse(by).label()),
                        waiting.stream()
                                .filter(each -> each.before().no() == deadline.no())
                                .map(each -> each.after().lastDay())
                                .findFirst(),
                        deadline.pauses(),
                        proof(work, state, deadline)))
                .toList();
    }

    /// What would end sooner and waits for a person.
    List<Recount.Found> sooner(Work work, MatterState state) {
        return state.matter().stage().open()
                ? Recount.of(state, calendars.at(work), new Recount.Numbers(parameters, work)).stream()
                        .filter(Recount.Found::sooner)
                        .toList()
                : List.of();
    }

    private MatterPage.Proof proof(Work work, MatterState state, Deadline deadline) {
        var limits = new Limits(
                calendars.at(work),
                (name, day) -> parameters.at(work, name, state.matter().office().area(), day));
        Due due = limits.explained(deadline, openEnd(work, deadline));
        var proof = due.proof();
        boolean same = due.earliestEnd().equals(deadline.due());
        return new MatterPage.Proof(
                proof.lines().stream()
                        .map(line -> new MatterPage.Reason(line.label(), line.text(), line.article()))
                        .toList(),
                proof.days().stream().map(LimitPages::day).toList(),
                proof.calendar(),
                proof.sources().stream().map(LimitPages::paper).toList(),
                due instanceof Due.Awaiting awaiting
                        ? Optional.of("只是下限：" + awaiting.missingYear() + " 年的放假安排还没有公布，公布后再定稿")
                        : Optional.empty(),
                same ? Optional.empty() : Optional.of(due.earliestDay()));
    }

    private static Instant openEnd(Work work, Deadline deadline) {
        return deadline.endedAt().orElse(work.now());
    }

    private static MatterPage.Day day(DayLine line) {
        return new MatterPage.Day(
                line.day().date(),
                line.day().kind(),
                line.day().name(),
                line.nth() > 0,
                switch (line.mark()) {
                    case TRIGGER -> Optional.of(MatterPage.DayMark.TRIGGER);
                    case NOMINAL_LAST -> Optional.of(MatterPage.DayMark.ORIGINAL_LAST);
                    case POSTPONED -> Optional.of(MatterPage.DayMark.ROLLED);
                    case LAST -> Optional.of(MatterPage.DayMark.LAST);
                    case SUSPENDED -> Optional.of(MatterPage.DayMark.SUSPENDED);
                    case COUNTED, RESTED -> line.nth() == 1 ? Optional.of(MatterPage.DayMark.FIRST) : Optional.empty();
                },
                line.reason());
    }

    private static MatterPage.Paper paper(Notice notice) {
        return new MatterPage.Paper(notice.year(), notice.title(), notice.number(), notice.url());
    }
}
