package org.maplebridge.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.maplebridge.kernel.calendar.Proof.Mark;

/// 公证法第三十条 and its like: the time needed does not count; which days that is, is our reading (see [Suspension]).
class SuspensionTest {

    private static final LegalCalendar CALENDAR = LegalCalendar.builtIn();
    private static final LocalDate TRIGGER = LocalDate.of(2025, 7, 7); // a Monday in a month without holidays

    @Test
    void theDayItStartsCountsAndTheDayItEndsDoesNot() {
        Suspension wedToFri = Suspension.ofDays(LocalDate.of(2025, 7, 9), LocalDate.of(2025, 7, 11), "补充材料");
        Due due = CALENDAR.due(Term.workingDays(5), TRIGGER, List.of(wedToFri));

        // counted: Tue 8, Wed 9; not counted: Thu 10, Fri 11; counted again: Mon 14, Tue 15, Wed 16
        assertThat(due.earliestDay()).isEqualTo(LocalDate.of(2025, 7, 16));
        assertThat(due.proof().days().stream()
                        .filter(line -> line.mark() == Mark.SUSPENDED)
                        .map(line -> line.day().date()))
                .containsExactly(LocalDate.of(2025, 7, 10), LocalDate.of(2025, 7, 11));
        assertThat(due.proof().lines())
                .anySatisfy(line -> assertThat(line.text()).contains("补充材料", "中止当日计入"));
    }

    @Test
    void calendarDaysAreMovedByAsManyDaysAsWereSuspended() {
        Suspension tenDays = Suspension.ofDays(LocalDate.of(2025, 7, 10), LocalDate.of(2025, 7, 20), "核实");

        assertThat(CALENDAR.due(Term.days(15).fixed(), TRIGGER, List.of(tenDays))
                        .earliestDay())
                .isEqualTo(LocalDate.of(2025, 8, 1)); // 22 July + 10
    }

    @Test
    void monthsAreMovedByAsManyDaysAsWereSuspended() {
        Suspension tenDays = Suspension.ofDays(LocalDate.of(2025, 7, 10), LocalDate.of(2025, 7, 20), "核实");

        assertThat(CALENDAR.due(Term.months(1).fixed(), TRIGGER, List.of(tenDays))
                        .earliestDay())
                .isEqualTo(LocalDate.of(2025, 8, 17));
    }

    @Test
    void aStretchWithinOneDayCostsNothing() {
        Suspension oneMorning =
                new Suspension(Instant.parse("2025-07-09T01:00:00Z"), Instant.parse("2025-07-09T04:00:00Z"), "停电");

        assertThat(CALENDAR.due(Term.workingDays(5), TRIGGER, List.of(oneMorning))
                        .earliestDay())
                .isEqualTo(CALENDAR.due(Term.workingDays(5), TRIGGER).earliestDay());
    }

    @Test
    void overlappingStretchesAreNotCountedTwice() {
        Suspension first = Suspension.ofDays(LocalDate.of(2025, 7, 8), LocalDate.of(2025, 7, 15), "补充材料");
        Suspension second = Suspension.ofDays(LocalDate.of(2025, 7, 10), LocalDate.of(2025, 7, 16), "核实");
        Suspension both = Suspension.ofDays(LocalDate.of(2025, 7, 8), LocalDate.of(2025, 7, 16), "两者");

        assertThat(CALENDAR.due(Term.workingDays(5), TRIGGER, List.of(second, first))
                        .earliestDay())
                .isEqualTo(CALENDAR.due(Term.workingDays(5), TRIGGER, List.of(both))
                        .earliestDay());
    }

    @Test
    void aStretchAfterTheEndChangesNothing() {
        Suspension late = Suspension.ofDays(LocalDate.of(2025, 7, 14), LocalDate.of(2025, 8, 14), "核实");

        assertThat(CALENDAR.due(Term.workingDays(5), TRIGGER, List.of(late)).earliestDay())
                .isEqualTo(LocalDate.of(2025, 7, 14));
    }

    @Test
    void aStretchCannotSwallowTheDayTheEndIsPostponedTo() {
        // 12 July 2025 is the fifth day and a Saturday; stopped from that day to Tuesday, the end is Wednesday
        Suspension overTheWeekend = Suspension.ofDays(LocalDate.of(2025, 7, 12), LocalDate.of(2025, 7, 15), "不可抗力");

        assertThat(CALENDAR.due(Term.days(5), TRIGGER, List.of(overTheWeekend)).earliestDay())
                .isEqualTo(LocalDate.of(2025, 7, 16));
    }

    @Test
    void hoursAreStoppedToTheMinute() {
        Instant from = Instant.parse("2025-07-07T01:00:00Z");
        Suspension first = new Suspension(from.plusSeconds(3600), from.plusSeconds(3 * 3600), "一");
        Suspension overlapping = new Suspension(from.plusSeconds(2 * 3600), from.plusSeconds(4 * 3600), "二");
        Suspension before = new Suspension(from.minusSeconds(7200), from.minusSeconds(3600), "三");

        assertThat(CALENDAR.due(Term.hours(24), from, List.of(overlapping, before, first))
                        .earliestEnd())
                .isEqualTo(from.plus(Duration.ofHours(27)));
    }

    @Test
    void aSentenceCannotBeSuspended() {
        Suspension any = Suspension.ofDays(TRIGGER, TRIGGER.plusDays(3), "脱逃");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALENDAR.due(Term.parse("1CY"), TRIGGER, List.of(any)))
                .withMessageContaining("刑期");
    }

    @Test
    void aStretchCannotEndBeforeItStarts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Suspension.ofDays(TRIGGER, TRIGGER.minusDays(1), "错"))
                .withMessageContaining("不能早于");
    }

    /// By the day: walk from the trigger, leaving out rest days and suspended days.
    @Property
    void workingDaysMatchTheNaiveWalk(
            @ForAll @IntRange(min = 0, max = 6000) int later,
            @ForAll @IntRange(min = 1, max = 40) int n,
            @ForAll @IntRange(min = 0, max = 60) int start,
            @ForAll @IntRange(min = 0, max = 60) int length) {
        LocalDate trigger = LocalDate.of(2009, 1, 1).plusDays(later);
        LocalDate stop = trigger.plusDays(start);
        LocalDate resume = stop.plusDays(length);
        NaiveOracle oracle = new NaiveOracle();
        LocalDate day = trigger;
        for (int left = n; left > 0; ) {
            day = day.plusDays(1);
            boolean suspended = day.compareTo(stop) > 0 && day.compareTo(resume) <= 0;
            left -= oracle.rest(day) || suspended ? 0 : 1;
        }

        Due due = CALENDAR.due(Term.workingDays(n), trigger, List.of(Suspension.ofDays(stop, resume, "核实")));

        assertThat(due.earliestDay()).isEqualTo(day);
    }
}
