package org.maplebridge.kernel.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.maplebridge.kernel.calendar.Proof.DayLine;
import org.maplebridge.kernel.calendar.Proof.Line;
import org.maplebridge.kernel.calendar.Proof.Mark;

/// Writes the [Proof] of one reckoning: the reasoning by [ProofLines], and the drawing of the days.
final class ProofPage {

    /// Longer periods list only their end.
    private static final int MOST_DAYS = 400;

    private final DayTable table;
    private final Reckoning found;

    ProofPage(DayTable table, Reckoning found) {
        this.table = table;
        this.found = found;
    }

    /// @param before lines that go before the reasoning, as for an extension
    Proof proof(List<Line> before) {
        List<DayLine> days = days();
        boolean complete = ChronoUnit.DAYS.between(found.trigger(), found.last()) <= MOST_DAYS;
        List<Line> lines = new ArrayList<>(before);
        lines.addAll(new ProofLines(table, found, days).lines());
        return new Proof(
                table.version(),
                found.term().text(),
                found.from(),
                found.trigger(),
                found.first(),
                found.nominal(),
                found.last(),
                found.end(),
                found.settled(),
                lines,
                complete
                        ? days
                        : days.stream()
                                .filter(line -> !line.day().date().isBefore(found.nominal()))
                                .toList(),
                complete,
                sources());
    }

    private List<DayLine> days() {
        List<DayLine> days = new ArrayList<>();
        int counted = 0;
        for (LocalDate day = found.trigger(); !day.isAfter(found.last()); day = day.plusDays(1)) {
            Day what = table.day(day);
            boolean counts = counts(what);
            counted += counts ? 1 : 0;
            days.add(new DayLine(what, mark(what, counts), counts ? counted : 0, what.reason(), table.paper(day)));
        }
        return days;
    }

    private boolean counts(Day day) {
        return found.term().unit() != Unit.HOURS
                && !day.date().isBefore(found.first())
                && !day.date().isAfter(found.nominal())
                && !found.suspended(day.date())
                && !(found.term().unit() == Unit.WORKING_DAYS && day.kind().rest());
    }

    private Mark mark(Day day, boolean counts) {
        if (day.date().equals(found.last())) {
            return Mark.LAST;
        }
        if (day.date().isBefore(found.first())) {
            return Mark.TRIGGER;
        }
        if (counts) {
            return day.date().equals(found.nominal()) ? Mark.NOMINAL_LAST : Mark.COUNTED;
        }
        if (found.term().unit() == Unit.HOURS) {
            return Mark.COUNTED;
        }
        if (found.suspended(day.date())) {
            return Mark.SUSPENDED;
        }
        return day.date().isAfter(found.nominal()) ? Mark.POSTPONED : Mark.RESTED;
    }

    /// The papers the answer rests on: for working days those of the whole period, otherwise those of its end.
    private List<Notice> sources() {
        if (found.term().unit() != Unit.WORKING_DAYS && found.term().lastDay() != LastDay.ROLLS) {
            return List.of();
        }
        LocalDate from = found.term().unit() == Unit.WORKING_DAYS ? found.first() : found.nominal();
        TreeSet<Integer> years = new TreeSet<>();
        from.datesUntil(found.last().plusDays(1)).forEach(day -> years.add(table.sourceYear(day)));
        return years.stream().flatMap(year -> table.notices(year).stream()).toList();
    }
}
