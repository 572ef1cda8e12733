package org.maplebridge.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.maplebridge.kernel.calendar.NoticeVerdict.Problem;

class NoticeRulesTest {

    private static final Arrangement YEAR_2026 = HolidayTables.builtIn().getLast();
    private static final Notice NOTICE = YEAR_2026.notices().getLast();

    @Test
    void theNoticeOf2026IsAccepted() {
        assertThat(NoticeRules.problems(NOTICE, YEAR_2026.days())).isEmpty();
    }

    @Test
    void aMakeUpWorkdayOnAWeekdayIsRefused() {
        assertOne(
                with(Day.work(LocalDate.of(2026, 9, 21), "国庆节")),
                "days[2026-09-21]",
                "calendar.work-on-weekday",
                "周六或周日");
    }

    @Test
    void aDayOfAnotherYearIsRefused() {
        assertOne(
                with(Day.off(LocalDate.of(2025, 11, 30), "元旦")),
                "days[2025-11-30]",
                "calendar.day-outside-year",
                "2026");
        assertOne(
                with(Day.off(LocalDate.of(2027, 2, 1), "元旦")), "days[2027-02-01]", "calendar.day-outside-year", "2026");
    }

    @Test
    void daysOfTheNeighbouringDecemberAndJanuaryAreAccepted() {
        assertThat(with(Day.off(LocalDate.of(2025, 12, 31), "元旦"))).isEmpty();
        assertThat(with(Day.off(LocalDate.of(2027, 1, 1), "元旦"))).isEmpty();
    }

    @Test
    void aDayTwiceIsRefused() {
        assertOne(with(Day.off(LocalDate.of(2026, 10, 1), "国庆节")), "days[2026-10-01]", "calendar.day-twice", "两次");
    }

    @Test
    void aDayWithoutNameIsRefused() {
        assertOne(with(Day.off(LocalDate.of(2026, 12, 31), " ")), "days[2026-12-31]", "calendar.day-name", "名称");
    }

    @Test
    void onlyDaysOffAndMakeUpWorkdaysCanBeEntered() {
        assertOne(
                with(new Day(LocalDate.of(2026, 12, 30), DayKind.WORKING, "元旦")),
                "days[2026-12-30]",
                "calendar.day-kind",
                "放假或调休上班");
    }

    @Test
    void aHolidayLeftOutIsNamed() {
        assertOne(without(day -> day.name().equals("清明节")), "days", "calendar.holiday-missing", "清明");
    }

    @Test
    void aStatutoryDayLeftOutIsNamed() {
        assertOne(
                without(day -> day.date().equals(LocalDate.of(2026, 5, 2))),
                "days[2026-05-02]",
                "calendar.statutory-day",
                "2026年5月2日");
    }

    @Test
    void tooFewDaysOffAreRefused() {
        List<Day> bare = new ArrayList<>();
        for (String name : List.of("春节", "清明节", "端午节", "中秋节")) {
            bare.add(Day.off(LocalDate.of(2026, 6, 1 + bare.size()), name));
        }
        bare.add(Day.off(LocalDate.of(2026, 1, 1), "元旦"));
        bare.addAll(List.of(Day.off(LocalDate.of(2026, 5, 1), "劳动节"), Day.off(LocalDate.of(2026, 5, 2), "劳动节")));
        for (int day = 1; day <= 3; day++) {
            bare.add(Day.off(LocalDate.of(2026, 10, day), "国庆节"));
        }

        assertOne(NoticeRules.problems(NOTICE, bare), "days", "calendar.too-few-days", "13");
    }

    @Test
    void anEmptyPaperIsRefusedFieldByField() {
        Notice empty = new Notice(2026, "", "昨天", " ", "");

        assertThat(NoticeRules.problems(empty, YEAR_2026.days()))
                .extracting(Problem::field)
                .containsExactly("title", "number", "issued");
    }

    @Test
    void aYearOutsideTheTimesIsRefused() {
        assertOne(
                NoticeRules.problems(new Notice(206, "号", "", "题", ""), YEAR_2026.days()),
                "year",
                "calendar.year",
                "2008");
    }

    private static List<Problem> with(Day more) {
        return NoticeRules.problems(NOTICE, changed(days -> {
            days.add(more);
            return days;
        }));
    }

    private static List<Problem> without(Predicate<Day> gone) {
        return NoticeRules.problems(NOTICE, changed(days -> {
            days.removeIf(gone);
            return days;
        }));
    }

    private static List<Day> changed(UnaryOperator<List<Day>> change) {
        return change.apply(new ArrayList<>(YEAR_2026.days()));
    }

    private static void assertOne(List<Problem> problems, String field, String rule, String words) {
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.rule()).isEqualTo(rule);
            assertThat(problem.message()).contains(words);
        });
    }
}
