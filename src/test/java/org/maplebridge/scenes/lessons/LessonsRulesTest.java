package org.maplebridge.scenes.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What may be said in a lesson, and what figures tell.
class LessonsRulesTest {

    private static Lesson.Counted counted(long count, long all) {
        return new Lesson.Counted(
                new Lesson.Subject("disputes", "m", "33.07.02", "", "NOISE", "", Quarter.of(LocalDate.of(2026, 5, 6))),
                count,
                0,
                all,
                0,
                Instant.EPOCH,
                30,
                Optional.empty(),
                List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-01-01, 2026-03-31, 2026 年第 1 季度",
        "2026-06-30, 2026-04-01, 2026-06-30, 2026 年第 2 季度",
        "2026-08-15, 2026-07-01, 2026-09-30, 2026 年第 3 季度",
        "2026-12-31, 2026-10-01, 2026-12-31, 2026 年第 4 季度"
    })
    void everyDayLiesInAQuarter(LocalDate day, LocalDate from, LocalDate to, String title) {
        var quarter = Quarter.of(day);
        assertThat(quarter.from()).isEqualTo(from);
        assertThat(quarter.to()).isEqualTo(to);
        assertThat(quarter.title()).isEqualTo(title);
        assertThat(quarter.next().previous()).isEqualTo(quarter);
        assertThat(quarter.next().from()).isEqualTo(to.plusDays(1));
    }

    @ParameterizedTest
    @CsvSource({"33.07.02, true", "33.07.02.103, true", "33.07, false", "33.07.02.103.204, false"})
    void lessonsAreForTownsAndCounties(String area, boolean fine) {
        assertThat(LessonsRules.place(area)).isEqualTo(fine);
    }

    @ParameterizedTest
    @CsvSource({
        "周小梅家的空调, false",
        "联系 13800001234, false",
        "证件 330702199001011234 号, false",
        "物业服务企业擅自涨价, true",
        "共 20260101123 号文, true"
    })
    void nobodyIsNamed(String words, boolean fine) {
        assertThat(LessonsRules.nameless("causes", words, List.of("周小梅")).isEmpty())
                .isEqualTo(fine);
    }

    @Test
    void fewNeedAReasonAndNoneIsNothing() {
        assertThat(LessonsRules.enough(0, 10, Optional.of("有人反映"))).isPresent();
        assertThat(LessonsRules.enough(9, 10, Optional.empty())).isPresent();
        assertThat(LessonsRules.enough(9, 10, Optional.of("有人反映"))).isEmpty();
        assertThat(LessonsRules.enough(10, 10, Optional.empty())).isEmpty();
    }

    @Test
    void fewAreNotCompared() {
        assertThat(LessonsRules.figure(12, 40, 30)).isEqualTo("12 件，占全部 40 件的 30.00%");
        assertThat(LessonsRules.figure(12, 29, 30)).contains("样本少于 30 件，不作比较");
        assertThat(LessonsRules.figure(0, 0, 1)).contains("不作比较");
    }

    @ParameterizedTest
    @CsvSource({
        // count and all of the two quarters after 12 of 40
        "8, 40, 7, 41, 两个季度的件数和占比都比当季低",
        "8, 40, 12, 90, 没有两个季度都比当季低",
        "11, 35, 7, 41, 没有两个季度都比当季低",
        "8, 29, 7, 41, 样本少，看不出升降"
    })
    void aFallIsOneOfNumberAndShareInBothQuarters(long one, long allOne, long two, long allTwo, String says) {
        assertThat(LessonsRules.fell(counted(12, 40), new long[] {one, two}, new long[] {allOne, allTwo}))
                .isEqualTo(says);
    }

    @Test
    void whoAdoptsSaysWhatAndSinceWhen() {
        var rule = Optional.of("物业管理办法");
        var day = Optional.of(LocalDate.of(2026, 7, 1));
        assertThat(LessonsRules.answer(true, rule, day)).isEmpty();
        assertThat(LessonsRules.answer(true, Optional.empty(), day)).isPresent();
        assertThat(LessonsRules.answer(true, rule, Optional.empty())).isPresent();
        assertThat(LessonsRules.answer(false, Optional.empty(), Optional.empty()))
                .isEmpty();
        assertThat(LessonsRules.answer(false, rule, Optional.empty())).isPresent();
    }
}
