package org.maplebridge.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HolidayTablesTest {

    private static final List<Arrangement> YEARS = HolidayTables.builtIn();
    private static final LegalCalendar CALENDAR = LegalCalendar.builtIn();

    @Test
    void everyYearFrom2007To2026IsThereOnce() {
        assertThat(YEARS.stream().map(Arrangement::year))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(2007, 2026).boxed().toList());
    }

    /// From a reading of the notices made apart from these tables; amendments of 2015, 2019 and 2020 included.
    @ParameterizedTest
    @CsvSource(textBlock = """
        2007, 24, 8
        2008, 29, 6
        2009, 27, 6
        2010, 29, 8
        2011, 29, 5
        2012, 27, 7
        2013, 29, 12
        2014, 22, 5
        2015, 26, 5
        2016, 24, 6
        2017, 24, 5
        2018, 23, 6
        2019, 24, 7
        2020, 30, 6
        2021, 31, 7
        2022, 31, 7
        2023, 27, 7
        2024, 28, 8
        2025, 28, 5
        2026, 33, 6
        """)
    void aYearHasAsManyDaysOffAndMakeUpWorkdaysAsItsNoticeOrders(int year, int off, int work) {
        List<Day> days = arrangement(year).days();

        assertThat(days.stream().filter(day -> day.kind() == DayKind.HOLIDAY)).hasSize(off);
        assertThat(days.stream().filter(day -> day.kind() == DayKind.MAKE_UP_WORKDAY))
                .hasSize(work);
    }

    @ParameterizedTest
    @MethodSource("yearsSince2008")
    void aBuiltInYearWouldBeAcceptedIfEnteredByHand(Arrangement year) {
        assertThat(NoticeRules.problems(year.notices().getLast(), year.days())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("years")
    void aYearNamesItsPapers(Arrangement year) {
        assertThat(year.notices()).isNotEmpty().allSatisfy(notice -> {
            assertThat(notice.number()).matches("国(办)?发明电〔20\\d\\d〕\\d+号");
            assertThat(notice.url()).startsWith("https://www.gov.cn/");
            assertThat(notice.title()).matches("国务院(办公厅)?关于.+的通知");
            assertThat(notice.year()).isEqualTo(year.year());
            assertThat(notice.issued()).matches("|20\\d\\d-\\d\\d-\\d\\d");
        });
    }

    @Test
    void noDayIsOrderedTwice() {
        assertThat(YEARS.stream().flatMap(year -> year.days().stream()).map(Day::date))
                .doesNotHaveDuplicates();
    }

    /// What [DayTable#mayReachBack] promises must hold for every notice there has been.
    @Test
    void onlyNoticesThatMayReachBackOrderDaysOfDecember() {
        assertThat(YEARS)
                .allSatisfy(year -> assertThat(year.days())
                        .filteredOn(day -> day.date().getYear() != year.year())
                        .allSatisfy(day -> {
                            assertThat(day.date())
                                    .isBetween(day(year.year() - 1, 12, 25), day(year.year() - 1, 12, 31));
                            assertThat(DayTable.mayReachBack(year.year())).isTrue();
                        }));
    }

    /// They are left to the next notice; so no two notices order one day, and none takes back what another ordered.
    @Test
    void noNoticeOrdersTheLastDaysOfItsOwnYear() {
        assertThat(YEARS)
                .allSatisfy(year -> assertThat(year.days())
                        .allSatisfy(day -> assertThat(day.date()).isBefore(day(year.year(), 12, 25))));
    }

    @Test
    void daysAreWhatTheNoticeOf2026Orders() {
        assertThat(CALENDAR.day(day(2026, 10, 1))).isEqualTo(Day.off(day(2026, 10, 1), "国庆节"));
        assertThat(CALENDAR.kindOf(day(2026, 9, 20))).isEqualTo(DayKind.MAKE_UP_WORKDAY);
        assertThat(CALENDAR.kindOf(day(2026, 10, 8))).isEqualTo(DayKind.WORKING);
        assertThat(CALENDAR.kindOf(day(2026, 10, 11))).isEqualTo(DayKind.REST_WEEKEND);
        assertThat(CALENDAR.kindOf(day(2027, 1, 4))).isEqualTo(DayKind.UNKNOWN);
        assertThat(CALENDAR.notice(2026)).map(Notice::number).contains("国办发明电〔2025〕7号");
        assertThat(CALENDAR.notice(2027)).isEmpty();
    }

    @Test
    void workingDaysBetweenLeavesTheFirstDayOutAndTakesTheLastIn() {
        assertThat(CALENDAR.workingDaysBetween(day(2026, 9, 29), day(2026, 10, 8)))
                .isEqualTo(2);
        assertThat(CALENDAR.workingDaysBetween(day(2026, 10, 8), day(2026, 9, 29)))
                .isEqualTo(-2);
        assertThat(CALENDAR.workingDaysBetween(day(2026, 9, 29), day(2026, 9, 29)))
                .isZero();
    }

    @Test
    void workingDaysLeftAreThoseAfterToday() {
        Due due = CALENDAR.due(Term.days(30), day(2026, 9, 5));

        assertThat(CALENDAR.workingDaysLeft(LegalCalendar.startOf(day(2026, 9, 29)), due))
                .isEqualTo(2);
        assertThat(CALENDAR.workingDaysLeft(LegalCalendar.startOf(day(2026, 10, 8)), due))
                .isZero();
        assertThat(CALENDAR.workingDaysLeft(LegalCalendar.startOf(day(2026, 10, 9)), due))
                .isEqualTo(-1);
    }

    private static LocalDate day(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }

    private static Arrangement arrangement(int year) {
        return YEARS.stream().filter(a -> a.year() == year).findFirst().orElseThrow();
    }

    static Stream<Arrangement> years() {
        return YEARS.stream();
    }

    static Stream<Arrangement> yearsSince2008() {
        return YEARS.stream().filter(year -> year.year() >= 2008);
    }
}
