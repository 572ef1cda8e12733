package org.maplebridge.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/// The calendar against the simple-minded walk, on days whose every answer lies in years with a notice.
class OraclePropertiesTest {

    private static final LegalCalendar CALENDAR = LegalCalendar.builtIn();
    private static final NaiveOracle ORACLE = new NaiveOracle();

    @Property
    void aDayRestsWhenTheOracleSaysSo(@ForAll("triggers") LocalDate day) {
        assertThat(CALENDAR.kindOf(day).rest()).isEqualTo(ORACLE.rest(day));
    }

    @Property
    void workingDaysEndWhereTheWalkEnds(@ForAll("triggers") LocalDate day, @ForAll @IntRange(min = 1, max = 90) int n) {
        assertSettled(CALENDAR.due(Term.workingDays(n), day), ORACLE.workingDays(day, n));
    }

    @Property
    void calendarDaysEndWhereTheWalkEnds(
            @ForAll("triggers") LocalDate day, @ForAll @IntRange(min = 1, max = 180) int n) {
        assertSettled(CALENDAR.due(Term.days(n), day), ORACLE.days(day, n));
    }

    @Property
    void monthsEndWhereTheWalkEnds(@ForAll("triggers") LocalDate day, @ForAll @IntRange(min = 1, max = 8) int n) {
        assertSettled(CALENDAR.due(Term.months(n), day), ORACLE.months(day, n));
    }

    @Property
    void aYearIsTwelveMonths(@ForAll("triggers") LocalDate day, @ForAll @IntRange(min = 1, max = 20) int years) {
        assertThat(CALENDAR.due(Term.years(years).fixed(), day).earliestDay())
                .isEqualTo(CALENDAR.due(Term.months(12 * years).fixed(), day).earliestDay());
    }

    @Property
    void hoursAreHours(@ForAll("moments") Instant from, @ForAll @IntRange(min = 1, max = 9999) int n) {
        Due due = CALENDAR.due(Term.hours(n), from);

        assertThat(due).isInstanceOf(Due.Settled.class);
        assertThat(ChronoUnit.SECONDS.between(from, due.earliestEnd())).isEqualTo(3600L * n);
    }

    @Property
    void aLaterTriggerNeverEndsEarlier(@ForAll("triggers") LocalDate day, @ForAll("dayTerms") Term term) {
        assertThat(CALENDAR.due(term, day.plusDays(1)).earliestDay())
                .isAfterOrEqualTo(CALENDAR.due(term, day).earliestDay());
    }

    @Property
    void aRollingPeriodEndsOnADayOfWork(@ForAll("triggers") LocalDate day, @ForAll("dayTerms") Term term) {
        assertThat(CALENDAR.kindOf(CALENDAR.due(term, day).earliestDay()).rest())
                .isEqualTo(term.lastDay() != LastDay.ROLLS
                        && ORACLE.rest(CALENDAR.due(term, day).earliestDay()));
    }

    @Property
    void workingDaysBetweenUndoesWorkingDays(
            @ForAll("triggers") LocalDate day, @ForAll @IntRange(min = 1, max = 90) int n) {
        LocalDate last = CALENDAR.due(Term.workingDays(n), day).earliestDay();

        assertThat(CALENDAR.workingDaysBetween(day, last)).isEqualTo(n);
        assertThat(CALENDAR.workingDaysBetween(last, day)).isEqualTo(-n);
    }

    /// A person counting the marks of the drawing must come to the same number.
    @Property
    void theProofCanBeCountedByHand(@ForAll("triggers") LocalDate day, @ForAll @IntRange(min = 1, max = 90) int n) {
        for (Term term : List.of(Term.workingDays(n), Term.days(n))) {
            Proof proof = CALENDAR.due(term, day).proof();

            assertThat(proof.complete()).isTrue();
            assertThat(proof.days().getFirst().mark()).isEqualTo(Proof.Mark.TRIGGER);
            assertThat(proof.days().getLast().mark()).isEqualTo(Proof.Mark.LAST);
            assertThat(proof.days().stream().filter(line -> line.nth() > 0).count())
                    .isEqualTo(n);
            assertThat(proof.days().stream().mapToInt(Proof.DayLine::nth).max()).hasValue(n);
            assertThat(proof.days().stream().map(line -> line.day().date()))
                    .containsExactlyElementsOf(
                            day.datesUntil(proof.lastDay().plusDays(1)).toList());
        }
    }

    private static void assertSettled(Due due, LocalDate last) {
        assertThat(due).isInstanceOf(Due.Settled.class);
        assertThat(due.earliestDay()).isEqualTo(last);
        assertThat(due.earliestEnd()).isEqualTo(Instant.parse(last + "T16:00:00Z")); // 24:00 in Shanghai
    }

    @Provide
    Arbitrary<LocalDate> triggers() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(2007, 1, 1).toEpochDay(),
                        LocalDate.of(2026, 3, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("2007-01-01T00:00:00Z").getEpochSecond(),
                        Instant.parse("2030-01-01T00:00:00Z").getEpochSecond())
                .map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<Term> dayTerms() {
        return Arbitraries.of("1D", "7D", "30D", "60D!", "5WD", "15WD", "1M", "3M", "6M!", "2PM", "2PM!custody")
                .map(Term::parse);
    }
}
