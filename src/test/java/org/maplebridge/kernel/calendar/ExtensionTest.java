package org.maplebridge.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ExtensionTest {

    private static final LegalCalendar CALENDAR = LegalCalendar.builtIn();

    /// 信访工作条例第三十四条: 60 日，可延长不超过 30 日
    @Test
    void anExtensionRunsOnFromTheOriginalEnd() {
        Due original = CALENDAR.due(Term.days(60), LocalDate.of(2025, 6, 2)); // ends Friday 1 August
        Due extended = CALENDAR.extend(original, Term.days(30));

        assertThat(original.earliestDay()).isEqualTo(LocalDate.of(2025, 8, 1));
        assertThat(extended.earliestDay()).isEqualTo(LocalDate.of(2025, 9, 1)); // 31 August is a Sunday
        assertThat(extended.proof().lines())
                .filteredOn("label", "延长")
                .singleElement()
                .satisfies(line -> assertThat(line.text()).contains("60D", "2025年8月1日", "30 日"));
        assertThat(extended.proof().lines().stream().map(Proof.Line::label))
                .as("the reasoning of both parts, one after the other")
                .startsWith("起算", "期间", "届满")
                .endsWith("起算", "期间", "届满", "顺延", "截止");
    }

    @Test
    void aStretchInsideTheExtensionDoesNotCount() {
        Due original = CALENDAR.due(Term.days(30), LocalDate.of(2026, 3, 2));
        Suspension pause = Suspension.ofDays(LocalDate.of(2026, 4, 7), LocalDate.of(2026, 4, 17), "等鉴定");
        Due extended = CALENDAR.extend(original, Term.days(15), List.of(pause));

        assertThat(CALENDAR.extend(original, Term.days(15)).earliestDay()).isEqualTo(LocalDate.of(2026, 4, 16));
        assertThat(extended.earliestDay()).isEqualTo(LocalDate.of(2026, 4, 27)); // ten days on: Sunday the 26th
        assertThat(extended.proof().lines())
                .filteredOn("label", "中止")
                .singleElement()
                .satisfies(line -> assertThat(line.text()).contains("4月7日", "4月17日", "等鉴定"));
        assertThat(extended.proof().days().stream()
                        .filter(line -> line.mark() == Proof.Mark.SUSPENDED)
                        .count())
                .isEqualTo(10);
    }

    @Test
    void aStretchInsideTheBaseCountsOnceAndIsTold() {
        Suspension pause = Suspension.ofDays(LocalDate.of(2026, 3, 10), LocalDate.of(2026, 3, 13), "等鉴定");
        Due original = CALENDAR.due(Term.days(30), LocalDate.of(2026, 3, 2), List.of(pause)); // Saturday, Tuesday 7
        Due extended = CALENDAR.extend(original, Term.days(15), List.of(pause));

        assertThat(original.earliestDay()).isEqualTo(LocalDate.of(2026, 4, 7));
        assertThat(extended.earliestDay()).isEqualTo(LocalDate.of(2026, 4, 22));
        assertThat(extended.proof().lines()).filteredOn("label", "中止").hasSize(1);
    }

    /// By the day: first the base with its end postponed, then the extension after it, leaving out what is suspended.
    @Property
    void stretchesInEitherPartMatchTheNaiveWalk(
            @ForAll @IntRange(min = 0, max = 6000) int later,
            @ForAll @IntRange(min = 1, max = 40) int n,
            @ForAll @IntRange(min = 1, max = 40) int more,
            @ForAll @IntRange(min = 0, max = 90) int start,
            @ForAll @IntRange(min = 0, max = 40) int length) {
        LocalDate trigger = LocalDate.of(2009, 1, 1).plusDays(later);
        LocalDate stop = trigger.plusDays(start);
        LocalDate resume = stop.plusDays(length);
        List<Suspension> pause = List.of(Suspension.ofDays(stop, resume, "核实"));
        Predicate<LocalDate> stands = day -> day.isAfter(stop) && !day.isAfter(resume);
        NaiveOracle oracle = new NaiveOracle();

        Due extended = CALENDAR.extend(CALENDAR.due(Term.days(n), trigger, pause), Term.days(more), pause);

        assertThat(extended.earliestDay()).isEqualTo(oracle.days(oracle.days(trigger, n, stands), more, stands));
    }

    @Test
    void anExtensionFollowsTheEndAsPostponed() {
        Due original = CALENDAR.due(Term.days(30), LocalDate.of(2025, 9, 5)); // 5 October, postponed to the 9th
        Due extended = CALENDAR.extend(original, Term.days(5));

        assertThat(extended.earliestDay()).isEqualTo(LocalDate.of(2025, 10, 14));
    }

    @Test
    void hoursAreExtendedFromTheMomentTheyEnd() {
        Due original = CALENDAR.due(Term.hours(8), Instant.parse("2026-03-02T01:00:00Z"));

        assertThat(CALENDAR.extend(original, Term.hours(16)).earliestEnd())
                .isEqualTo(Instant.parse("2026-03-03T01:00:00Z"));
    }

    @Test
    void aSentenceExtendsNothing() {
        Due original = CALENDAR.due(Term.days(30), LocalDate.of(2025, 9, 5));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALENDAR.extend(original, Term.parse("1CM")))
                .withMessageContaining("刑期");
    }

    @Test
    void hoursNeedAMoment() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALENDAR.due(Term.hours(8), LocalDate.of(2026, 3, 2)))
                .withMessageContaining("时刻");
    }

    @Test
    void aTriggerOutsideTheTimesIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALENDAR.due(Term.days(8), LocalDate.of(1948, 12, 31)))
                .withMessageContaining("1949");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALENDAR.due(Term.days(8), LocalDate.of(2201, 1, 1)))
                .withMessageContaining("2200");
    }
}
