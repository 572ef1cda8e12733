package org.maplebridge.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrespondingDayTest {

    private static final LegalCalendar CALENDAR = LegalCalendar.builtIn();

    /// 民法典第二百零二条. `!` keeps the calendar of holidays out of the way.
    @ParameterizedTest
    @CsvSource(textBlock = """
        2025-01-31, 1M!,  2025-02-28
        2024-01-31, 1M!,  2024-02-29
        2025-01-30, 1M!,  2025-02-28
        2025-02-28, 1M!,  2025-03-28
        2025-01-31, 3M!,  2025-04-30
        2025-12-15, 1M!,  2026-01-15
        2024-02-29, 1Y!,  2025-02-28
        2024-02-29, 4Y!,  2028-02-29
        2025-03-15, 12M!, 2026-03-15
        """)
    void monthsEndOnTheCorrespondingDayOrTheEndOfTheMonth(LocalDate trigger, String term, LocalDate last) {
        assertThat(CALENDAR.due(Term.parse(term), trigger).earliestDay()).isEqualTo(last);
    }

    /// 刑诉法解释第二百零二条第一款
    @ParameterizedTest
    @CsvSource(textBlock = """
        2025-03-15, 1PM!custody, 2025-04-15
        2025-02-28, 1PM!custody, 2025-03-31
        2024-02-28, 1PM!custody, 2024-03-28
        2025-04-30, 1PM!custody, 2025-05-31
        2025-01-30, 1PM!custody, 2025-02-28
        2025-01-31, 2PM!custody, 2025-03-31
        """)
    void monthsOfProcedureRunFromMonthEndToMonthEnd(LocalDate trigger, String term, LocalDate last) {
        assertThat(CALENDAR.due(Term.parse(term), trigger).earliestDay()).isEqualTo(last);
    }

    /// 刑诉法解释第二百零二条第二款
    @ParameterizedTest
    @CsvSource(textBlock = """
        2025-03-15, 1CM,  2025-04-14
        2025-04-30, 1CM,  2025-05-30
        2025-01-31, 1CM,  2025-02-27
        2025-01-30, 1CM,  2025-02-27
        2025-03-01, 6CM,  2025-08-31
        2024-02-29, 1CY,  2025-02-27
        2024-03-15, 1CY,  2025-03-14
        2025-01-01, 3CY,  2027-12-31
        2025-09-20, 15CD, 2025-10-04
        2025-09-20, 1CD,  2025-09-20
        """)
    void sentencesEndTheDayBeforeTheCorrespondingDay(LocalDate from, String term, LocalDate last) {
        assertThat(Sentence.lastDayOfSentence(from, Term.parse(term), 0)).isEqualTo(last);
        assertThat(CALENDAR.due(Term.parse(term), from).earliestDay()).isEqualTo(last);
    }

    /// 刑法第四十七条: one day of fixed-term imprisonment for each day in custody.
    @Test
    void custodyIsCreditedAgainstTheSentence() {
        LocalDate from = LocalDate.of(2025, 6, 10);

        assertThat(Sentence.lastDayOfSentence(from, Term.parse("6CM"), 30)).isEqualTo(LocalDate.of(2025, 11, 9));
        assertThat(Sentence.lastDayOfSentence(from, Term.parse("15CD"), 15)).isEqualTo(from.minusDays(1));
    }

    @Test
    void aSentenceTakesNoOtherTermAndNoNegativeCredit() {
        LocalDate from = LocalDate.of(2025, 6, 10);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sentence.lastDayOfSentence(from, Term.days(30), 0))
                .withMessageContaining("刑期");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sentence.lastDayOfSentence(from, Term.parse("1CY"), -1))
                .withMessageContaining("折抵");
    }
}
