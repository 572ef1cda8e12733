package org.maplebridge.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
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
        assertThat(extended.proof().lines().getFirst().label()).isEqualTo("延长");
        assertThat(extended.proof().lines().getFirst().text()).contains("60D", "2025年8月1日", "30 日");
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
