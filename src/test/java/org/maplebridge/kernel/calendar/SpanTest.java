package org.maplebridge.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {

    private static final LegalCalendar CALENDAR = LegalCalendar.builtIn();

    @ParameterizedTest
    @CsvSource(textBlock = """
            12H, 2026-03-06T02:00:00Z, 2026-03-06T14:00:00Z, 2026-03-05T14:00:00Z
            3D,  2026-03-06T02:00:00Z, 2026-03-09T02:00:00Z, 2026-03-03T02:00:00Z
            3WD, 2026-03-06T02:00:00Z, 2026-03-11T02:00:00Z, 2026-03-03T02:00:00Z
            1WD, 2026-09-30T02:00:00Z, 2026-10-08T02:00:00Z, 2026-09-29T02:00:00Z
            6M,  2026-08-31T02:00:00Z, 2027-02-28T02:00:00Z, 2026-02-28T02:00:00Z
            1Y,  2024-02-29T02:00:00Z, 2025-02-28T02:00:00Z, 2023-02-28T02:00:00Z
            """)
    void eachUnitIsWhatItSays(String text, Instant moment, Instant later, Instant earlier) {
        assertThat(Span.parse(text).later(moment, CALENDAR)).isEqualTo(later);
        assertThat(Span.parse(text).earlier(moment, CALENDAR)).isEqualTo(earlier);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3CM", "1CY", "15CD", "2PM", "6M!", "7D!custody"})
    void whatOnlyAPeriodOfTheLawCanMeanIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Span.parse(text)).withMessageContaining(text);
    }

    @Property
    void soManyDaysOfWorkLieBetween(
            @ForAll @IntRange(min = 0, max = 6000) int later, @ForAll @IntRange(min = 1, max = 60) int n) {
        var from = Instant.parse("2009-01-05T03:00:00Z").plusSeconds(86_400L * later);
        var until = Span.parse(n + "WD").later(from, CALENDAR);
        assertThat(CALENDAR.workingDaysBetween(LegalCalendar.legalDay(from), LegalCalendar.legalDay(until)))
                .isEqualTo(n);
    }
}
