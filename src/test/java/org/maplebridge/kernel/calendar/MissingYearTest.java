package org.maplebridge.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The notice for 2027 is not there: nothing about that year may be guessed.
class MissingYearTest {

    private static final LegalCalendar CALENDAR = LegalCalendar.builtIn();

    @ParameterizedTest
    @CsvSource(textBlock = """
        2026-12-24, 10WD, 2027-01-05
        2026-12-31, 1WD,  2027-01-01
        2026-12-18, 30D,  2027-01-17
        2026-11-01, 3M,   2027-02-01
        2026-02-06, 1Y,   2027-02-06
        2027-03-01, 2M,   2027-05-01
        """)
    void aTermThatNeedsTheMissingYearGivesALowerBound(LocalDate trigger, String term, LocalDate bound) {
        Due due = CALENDAR.due(Term.parse(term), trigger);

        assertThat(due).isInstanceOfSatisfying(Due.Awaiting.class, awaiting -> {
            assertThat(awaiting.lowerBoundDay()).isEqualTo(bound);
            assertThat(awaiting.lowerBound()).isEqualTo(LegalCalendar.startOf(bound.plusDays(1)));
            assertThat(awaiting.missingYear()).isEqualTo(2027);
            assertThat(awaiting.proof().settled()).isFalse();
            assertThat(awaiting.proof().lines())
                    .anySatisfy(line -> assertThat(line.text()).contains("2027年的节假日安排尚未录入", "下限"));
        });
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        2026-12-18, 30D!,        2027-01-17
        2026-12-18, 37D!custody, 2027-01-24
        2026-06-01, 1CY,         2027-05-31
        2026-12-01, 30D,         2026-12-31
        2026-12-17, 10WD,        2026-12-31
        2026-12-20, 6D,          2026-12-28
        """)
    void aTermThatDoesNotNeedItIsSettled(LocalDate trigger, String term, LocalDate last) {
        Due due = CALENDAR.due(Term.parse(term), trigger);

        assertThat(due).isInstanceOf(Due.Settled.class);
        assertThat(due.earliestDay()).isEqualTo(last);
    }

    @Test
    void hoursNeverAwait() {
        Due due = CALENDAR.due(Term.hours(48), Instant.parse("2027-05-01T01:00:00Z"));

        assertThat(due).isInstanceOf(Due.Settled.class);
        assertThat(due.earliestEnd()).isEqualTo(Instant.parse("2027-05-03T01:00:00Z"));
    }

    @Test
    void postponementStopsAtTheFirstDayNobodyKnows() {
        // 24 December 2033 is a Saturday; the Sunday after it could be made a working day by the notice for 2034
        LegalCalendar calendar = new SnapshotCalendar(List.of(PlausibleNotices.onlyFixedDays(2033)));
        Due due = calendar.due(Term.days(10), LocalDate.of(2033, 12, 14));

        assertThat(due).isInstanceOf(Due.Awaiting.class);
        assertThat(due.earliestDay()).isEqualTo(LocalDate.of(2033, 12, 25));
    }

    @Test
    void theLastDaysOfDecemberAreUnknownWhenTheNextNoticeMayReachBack() {
        // 1 January 2029 is a Monday, 1 January 2027 a Friday
        LegalCalendar calendar = new SnapshotCalendar(List.of(PlausibleNotices.onlyFixedDays(2028)));

        assertThat(calendar.kindOf(LocalDate.of(2028, 12, 24))).isEqualTo(DayKind.REST_WEEKEND);
        assertThat(calendar.kindOf(LocalDate.of(2028, 12, 25))).isEqualTo(DayKind.UNKNOWN);
        assertThat(calendar.kindOf(LocalDate.of(2028, 12, 31))).isEqualTo(DayKind.UNKNOWN);
        assertThat(CALENDAR.kindOf(LocalDate.of(2026, 12, 27))).isEqualTo(DayKind.REST_WEEKEND);
        assertThat(CALENDAR.kindOf(LocalDate.of(2026, 12, 31))).isEqualTo(DayKind.WORKING);
    }

    @Test
    void aYearBeforeTheFirstNoticeIsMissingToo() {
        Due due = CALENDAR.due(Term.workingDays(5), LocalDate.of(2006, 9, 1));

        assertThat(due)
                .isInstanceOfSatisfying(
                        Due.Awaiting.class,
                        awaiting -> assertThat(awaiting.missingYear()).isEqualTo(2006));
    }

    @Test
    void extendingALowerBoundGivesALowerBound() {
        Due original = CALENDAR.due(Term.days(30), LocalDate.of(2026, 12, 18));
        Due extended = CALENDAR.extend(original, Term.days(10).fixed());

        assertThat(extended).isInstanceOfSatisfying(Due.Awaiting.class, awaiting -> {
            assertThat(awaiting.lowerBoundDay()).isEqualTo(LocalDate.of(2027, 1, 27));
            assertThat(awaiting.missingYear()).isEqualTo(2027);
        });
    }

    /// For telling and calling people: weekends, and what the rules name by its date.
    @ParameterizedTest
    @CsvSource(textBlock = """
        2026-01-02, true
        2026-01-04, false
        2026-01-05, false
        2026-01-10, true
        2027-01-01, true
        2027-01-02, true
        2027-01-04, false
        2027-05-01, true
        2027-10-01, true
        2027-10-08, false
        """)
    void peopleAreOffOnWeekendsAndOnHolidaysWithADateOfTheirOwn(LocalDate day, boolean off) {
        assertThat(CALENDAR.off(day)).isEqualTo(off);
    }
}
