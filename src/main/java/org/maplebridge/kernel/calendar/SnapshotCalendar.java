package org.maplebridge.kernel.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.calendar.Proof.Line;

/// The calendar as one set of notices makes it. Immutable: a new notice makes a new snapshot.
final class SnapshotCalendar implements LegalCalendar {

    private final DayTable table;
    private final CalendarArithmetic arithmetic;

    /// @param arrangements in order of entry, see [DayTable]
    SnapshotCalendar(List<Arrangement> arrangements) {
        table = new DayTable(arrangements);
        arithmetic = new CalendarArithmetic(table);
    }

    static SnapshotCalendar builtIn() {
        return new SnapshotCalendar(HolidayTables.builtIn());
    }

    @Override
    public String version() {
        return table.version();
    }

    @Override
    public Day day(LocalDate date) {
        return table.day(date);
    }

    @Override
    public Optional<Notice> notice(int year) {
        List<Notice> notices = table.notices(year);
        return notices.isEmpty() ? Optional.empty() : Optional.of(notices.getLast());
    }

    @Override
    public Due due(Term term, Instant trigger, List<Suspension> suspensions) {
        return told(arithmetic.reckon(term, trigger, suspensions), List.of());
    }

    @Override
    public Due due(Term term, LocalDate triggerDay, List<Suspension> suspensions) {
        if (term.unit() == Unit.HOURS) {
            throw new IllegalArgumentException("按小时计算的期限「%s」须有起算的时刻，不能只有日期".formatted(term.text()));
        }
        return due(term, LegalCalendar.startOf(triggerDay), suspensions);
    }

    @Override
    public Due extend(Due original, Term by, List<Suspension> suspensions) {
        if (by.unit().criminal()) {
            throw new IllegalArgumentException("延长的期限不能是刑期、考验期：「%s」".formatted(by.text()));
        }
        Instant from = by.unit() == Unit.HOURS ? original.earliestEnd() : LegalCalendar.startOf(original.earliestDay());
        Reckoning found = arithmetic.reckon(by, from, suspensions);
        List<Line> lines = new ArrayList<>(original.proof().lines());
        lines.add(new Line(
                "延长",
                "原期限（%s）至%s，延长 %s，连续计算"
                        .formatted(original.proof().term(), Words.day(original.earliestDay()), by.label()),
                "自届满日期连续计算：参照民事诉讼法第八十五条第三款（本系统的理解）"));
        return told(
                original instanceof Due.Awaiting awaiting ? lowerBound(found, awaiting.missingYear()) : found, lines);
    }

    @Override
    public int workingDaysBetween(LocalDate after, LocalDate through) {
        return arithmetic.workingDaysBetween(after, through);
    }

    /// What runs on from a lower bound is a lower bound: a later start never gives an earlier end.
    private static Reckoning lowerBound(Reckoning found, int missingYear) {
        return new Reckoning(
                found.term(),
                found.from(),
                found.trigger(),
                found.nominal(),
                found.last(),
                found.end(),
                missingYear,
                found.suspensions());
    }

    private Due told(Reckoning found, List<Line> before) {
        Proof proof = new ProofPage(table, found).proof(before);
        return found.settled()
                ? new Due.Settled(found.end(), found.last(), proof)
                : new Due.Awaiting(found.end(), found.last(), found.missingYear(), proof);
    }
}
