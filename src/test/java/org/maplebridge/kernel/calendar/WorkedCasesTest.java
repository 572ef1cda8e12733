package org.maplebridge.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The worked cases of the domain handbook, each with its article.
class WorkedCasesTest {

    private static final LegalCalendar CALENDAR = LegalCalendar.builtIn();

    @ParameterizedTest(name = "{0}（{1}）：{2} 起 {3} 至 {4}")
    @CsvSource(textBlock = """
        催告 10 日,               行政强制法 54 69,         2025-07-11, 10WD, 2025-07-25
        起诉期六个月,              行政诉讼法 46,            2025-01-10, 6M,   2025-07-10
        申请强制执行三个月,         行政强制法 53,            2025-07-10, 3M,   2025-10-10
        法院受理 5 日,            行政强制法 56 69,         2025-07-28, 5WD,  2025-08-04
        裁定 7 日,               行政强制法 57 69,         2025-08-04, 7WD,  2025-08-13
        58 条情形三十日,           行政强制法 58,            2025-08-04, 30D,  2025-09-03
        复议发送副本 7 日,         行政复议法 48 88,         2025-09-24, 7WD,  2025-10-10
        复议审限 60 日,           行政复议法 62 88,         2025-09-24, 60D,  2025-11-24
        社区矫正报到 10 日,        社区矫正法 21,            2025-01-22, 10D,  2025-02-05
        公证 15 个工作日,          公证法 30,               2025-04-25, 15WD, 2025-05-20
        法律援助审查 7 日,         法律援助法 43,            2025-09-29, 7D,   2025-10-09
        司法确认 30 日,           人民调解法 33,            2025-09-05, 30D,  2025-10-09
        处罚机关自行纠正 5 个工作日,  行政复议法实施条例 38,      2026-09-24, 5WD,  2026-10-09
        撤销裁决三个月,            仲裁法 72,               2026-07-02, 3M,   2026-10-08
        数据共享答复 10 个工作日,    政务数据共享条例 21,        2026-09-21, 10WD, 2026-10-12
        重新作出行政行为 60 日,     行政复议法实施条例 58,      2026-08-03, 60D,  2026-10-08
        司法确认 30 日（原型图）,    人民调解法 33,            2026-09-05, 30D,  2026-10-08
        """)
    void endsWhereTheHandbookSays(String matter, String article, LocalDate trigger, String term, LocalDate last) {
        Due due = CALENDAR.due(Term.parse(term), trigger);

        assertThat(due).as("%s %s", matter, article).isInstanceOf(Due.Settled.class);
        assertThat(due.earliestDay()).as("%s %s", matter, article).isEqualTo(last);
        assertThat(due.earliestEnd()).isEqualTo(LegalCalendar.startOf(last.plusDays(1)));
    }

    /// 刑诉法解释第二百零二条第二款
    @Test
    void aYearOfProbationEndsTheDayBeforeAndIsNotPostponed() {
        Due due = CALENDAR.due(Term.parse("1CY"), LocalDate.of(2024, 3, 15));

        assertThat(due.earliestDay()).isEqualTo(LocalDate.of(2025, 3, 14));
        assertThat(due).isInstanceOf(Due.Settled.class);
    }

    /// 民法典第二百零一条第二款
    @Test
    void fortyEightHoursRunThroughTheNationalHoliday() {
        Due due = CALENDAR.due(Term.parse("48H"), Instant.parse("2025-10-01T01:00:00Z")); // 09:00 in Shanghai

        assertThat(due.earliestEnd()).isEqualTo(Instant.parse("2025-10-03T01:00:00Z"));
        assertThat(due.earliestDay()).isEqualTo(LocalDate.of(2025, 10, 3));
    }

    @Test
    void theTriggerDayIsTheDayInShanghai() {
        Instant lateEvening = Instant.parse("2025-09-28T16:30:00Z"); // 00:30 of 29 September in Shanghai

        assertThat(CALENDAR.due(Term.days(7), lateEvening).earliestDay())
                .isEqualTo(CALENDAR.due(Term.days(7), LocalDate.of(2025, 9, 29)).earliestDay())
                .isEqualTo(LocalDate.of(2025, 10, 9));
    }

    /// 民事诉讼法第八十五条第四款：期满前交邮的，不算过期
    @ParameterizedTest(name = "司法确认 {0} 生效，{1} 交邮：{2}")
    @CsvSource(textBlock = """
        2025-09-05, 2025-10-09, true,  末日顺延到 10 月 9 日，当天交邮，法院哪天收到都不算过期
        2025-09-05, 2025-10-10, false, 期满以后才交邮
        2025-09-05, 2025-10-05, true,  名义末日交邮
        2026-07-02, 2026-08-03, true,  8 月 1 日周六，顺延到周一
        2026-07-02, 2026-08-04, false, 过了顺延后的末日
        """)
    void whatIsPostedBeforeTheEndIsInTime(LocalDate effective, LocalDate posted, boolean inTime, String why) {
        LocalDate last = CALENDAR.due(Term.days(30), effective).earliestDay();

        assertThat(LegalCalendar.inTime(posted, last)).as(why).isEqualTo(inTime);
    }

    /// 民事诉讼法第九十条第二款：送达信息到达特定系统的日期为送达日期，打开与否、哪天打开都不影响
    @ParameterizedTest(name = "{0} 到达：{1} 日上诉期到 {2}")
    @CsvSource(textBlock = """
        2025-09-23T23:59:59+08:00, 15D, 2025-10-09
        2025-09-24T00:00:00+08:00, 15D, 2025-10-09
        2025-08-11T23:59:59+08:00, 15D, 2025-08-26
        2025-08-12T00:00:00+08:00, 15D, 2025-08-27
        2025-08-16T10:00:00+08:00, 10D, 2025-08-26
        """)
    void whatIsServedElectronicallyIsServedOnTheDayItArrives(OffsetDateTime arrived, String term, LocalDate last) {
        assertThat(CALENDAR.due(Term.parse(term), arrived.toInstant()).earliestDay())
                .isEqualTo(last);
    }

    /// 刑事诉讼法第一百零五条第四款
    @Test
    void inCustodyTheEndStaysInsideTheHoliday() {
        Due due = CALENDAR.due(Term.days(7).inCustody(), LocalDate.of(2025, 9, 29));

        assertThat(due.earliestDay()).isEqualTo(LocalDate.of(2025, 10, 6));
    }

    @Test
    void aPeriodEndingOnAMakeUpWorkdayIsNotPostponed() {
        LocalDate sundayWorked = LocalDate.of(2025, 9, 28);

        assertThat(CALENDAR.due(Term.days(5), LocalDate.of(2025, 9, 23)).earliestDay())
                .isEqualTo(sundayWorked);
    }

    @Test
    void aPeriodEndingOnAnOrdinarySaturdayRollsToMonday() {
        assertThat(CALENDAR.due(Term.days(5), LocalDate.of(2025, 7, 7)).earliestDay())
                .isEqualTo(LocalDate.of(2025, 7, 14));
    }
}
