package org.maplebridge.kernel.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/// The arithmetic of periods: a table of days in, a reckoning out. No clock, no database, no Spring.
///
/// Days of a missing year count as working and stop a postponement, so that what is found is the end itself when no
/// such day was met, and otherwise the earliest end any notice could lead to.
final class CalendarArithmetic {

    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2200;

    private final DayTable table;

    CalendarArithmetic(DayTable table) {
        this.table = table;
    }

    Reckoning reckon(Term term, Instant from, List<Suspension> suspensions) {
        requireInRange(from, "起算时间");
        if (term.unit().criminal() && !suspensions.isEmpty()) {
            throw new IllegalArgumentException("刑期、考验期「%s」不适用中止".formatted(term.text()));
        }
        return switch (term.unit()) {
            case HOURS -> hours(term, from, suspensions);
            case WORKING_DAYS -> workingDays(term, from, suspensions);
            case DAYS, MONTHS, YEARS, PROCEDURE_MONTHS, CRIMINAL_DAYS, CRIMINAL_MONTHS, CRIMINAL_YEARS ->
                calendarDays(term, from, suspensions);
        };
    }

    /// Keeps loops short and dates printable.
    static void requireInRange(Instant moment, String what) {
        if (moment.isBefore(LegalCalendar.startOf(LocalDate.of(FIRST_YEAR, 1, 1)))
                || !moment.isBefore(LegalCalendar.startOf(LocalDate.of(LAST_YEAR + 1, 1, 1)))) {
            throw new IllegalArgumentException("%s应在 %d 年至 %d 年之间".formatted(what, FIRST_YEAR, LAST_YEAR));
        }
    }

    int workingDaysBetween(LocalDate after, LocalDate through) {
        if (through.isBefore(after)) {
            return -workingDaysBetween(through, after);
        }
        return (int) after.plusDays(1)
                .datesUntil(through.plusDays(1))
                .filter(day -> !table.day(day).kind().rest())
                .count();
    }

    private static Reckoning hours(Term term, Instant from, List<Suspension> suspensions) {
        Instant end = from.plus(Duration.ofHours(term.amount()));
        Instant counted = from; // everything before is already counted or taken out
        for (Suspension pause : suspensions.stream()
                .sorted(Comparator.comparing(Suspension::from))
                .toList()) {
            Instant start = pause.from().isAfter(counted) ? pause.from() : counted;
            if (start.isBefore(end) && pause.until().isAfter(start)) {
                end = end.plus(Duration.between(start, pause.until()));
                counted = pause.until();
            }
        }
        LocalDate last = LegalCalendar.legalDay(end.minusNanos(1));
        return new Reckoning(term, from, LegalCalendar.legalDay(from), last, last, end, 0, suspensions);
    }

    private Reckoning workingDays(Term term, Instant from, List<Suspension> suspensions) {
        LocalDate trigger = LegalCalendar.legalDay(from);
        LocalDate day = trigger;
        int missing = 0;
        for (int counted = 0; counted < term.amount(); ) {
            day = day.plusDays(1);
            if (!covered(suspensions, day) && !table.day(day).kind().rest()) {
                counted++;
                missing = missing == 0 ? table.missingYear(day) : missing;
            }
        }
        return ofDays(term, from, day, day, missing, suspensions);
    }

    private Reckoning calendarDays(Term term, Instant from, List<Suspension> suspensions) {
        LocalDate trigger = LegalCalendar.legalDay(from);
        LocalDate nominal = withoutSuspended(trigger, lastDay(trigger, term), suspensions);
        if (term.lastDay() != LastDay.ROLLS) {
            return ofDays(term, from, nominal, nominal, 0, suspensions);
        }
        LocalDate last = nominal;
        // a stretch that starts on the nominal last day must not swallow the day the end is postponed to
        while (table.day(last).kind().rest() || (!last.equals(nominal) && covered(suspensions, last))) {
            last = last.plusDays(1);
        }
        return ofDays(term, from, nominal, last, table.missingYear(last), suspensions);
    }

    private static LocalDate lastDay(LocalDate trigger, Term term) {
        return switch (term.unit()) {
            case DAYS -> trigger.plusDays(term.amount());
            case MONTHS -> CorrespondingDay.civil(trigger, term.amount());
            case YEARS -> CorrespondingDay.civil(trigger, 12 * term.amount());
            case PROCEDURE_MONTHS -> CorrespondingDay.procedure(trigger, term.amount());
            case CRIMINAL_DAYS, CRIMINAL_MONTHS, CRIMINAL_YEARS -> Sentence.lastDay(trigger, term);
            case HOURS, WORKING_DAYS -> throw new IllegalStateException(term.text());
        };
    }

    /// Each suspended day inside the period makes it one day longer; the days it grows by may be suspended in turn.
    private static LocalDate withoutSuspended(LocalDate trigger, LocalDate last, List<Suspension> suspensions) {
        LocalDate end = last;
        if (!suspensions.isEmpty()) {
            for (LocalDate day = trigger.plusDays(1); !day.isAfter(end); day = day.plusDays(1)) {
                if (covered(suspensions, day)) {
                    end = end.plusDays(1);
                }
            }
        }
        return end;
    }

    private static boolean covered(List<Suspension> suspensions, LocalDate day) {
        return suspensions.stream().anyMatch(suspension -> suspension.covers(day));
    }

    private static Reckoning ofDays(
            Term term, Instant from, LocalDate nominal, LocalDate last, int missing, List<Suspension> suspensions) {
        Instant end = LegalCalendar.startOf(last.plusDays(1));
        return new Reckoning(term, from, LegalCalendar.legalDay(from), nominal, last, end, missing, suspensions);
    }
}
