package org.maplebridge.kernel.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.maplebridge.kernel.calendar.NoticeVerdict.Accepted;
import org.maplebridge.kernel.calendar.NoticeVerdict.Problem;
import org.maplebridge.kernel.calendar.NoticeVerdict.Refused;
import org.maplebridge.kernel.ground.Reference;
import org.maplebridge.kernel.ground.Work;
import org.springframework.stereotype.Component;

/// Holds the calendar in force: the tables that ship with the program, and on top of them the notices people enter.
///
/// Take [#at(Work)] once per computation and keep it: a notice may be entered in between.
@Component
public class Calendars {

    private final CalendarStore store;
    private final Reference<LegalCalendar> inForce = new Reference<>(this::reload);
    private volatile SnapshotCalendar current = SnapshotCalendar.builtIn();

    Calendars(CalendarStore store) {
        this.store = store;
    }

    /// The calendar in force at a work: read anew when a notice has been entered since, here or by another process.
    public LegalCalendar at(Work work) {
        return inForce.at(work);
    }

    /// The calendar as it was last read.
    LegalCalendar current() {
        return current;
    }

    /// Reads the notices anew, after a start and after one was committed, here or by another process. Needs a
    /// transaction that may read. Returns what is then in force.
    LegalCalendar reload() {
        current = with(Stream.empty());
        return current;
    }

    /// What entering the notice would give; stores nothing. Compare ends under `after` with those kept to show the
    /// difference before anybody confirms it.
    public NoticeVerdict preview(Notice notice, List<Day> days) {
        List<Problem> problems = NoticeRules.problems(notice, days);
        return problems.isEmpty()
                ? new Accepted(with(Stream.of(new Arrangement(notice.year(), List.of(notice), days))))
                : new Refused(problems);
    }

    /// Stores a notice with **all** days of its year; it replaces those of earlier notices of the year, built in or
    /// entered. Runs in the caller's transaction; in force once that has committed.
    ///
    /// @param by     who enters it, an opaque id
    /// @param reason why, in the words of the person
    /// @param at     when, by the clock of the house
    public NoticeVerdict enter(Notice notice, List<Day> days, String by, String reason, Instant at) {
        List<Problem> problems = new ArrayList<>(NoticeRules.problems(notice, days));
        if (by.isBlank()) {
            problems.add(new Problem("by", "calendar.by", "须写明录入人"));
        }
        if (reason.isBlank()) {
            problems.add(new Problem("reason", "calendar.reason", "须写明录入理由"));
        }
        if (!problems.isEmpty()) {
            return new Refused(problems);
        }
        store.add(notice, days, by, reason, at);
        return new Accepted(with(Stream.empty()));
    }

    private SnapshotCalendar with(Stream<Arrangement> more) {
        return new SnapshotCalendar(Stream.of(HolidayTables.builtIn().stream(), store.entered().stream(), more)
                .flatMap(arrangements -> arrangements)
                .toList());
    }
}
