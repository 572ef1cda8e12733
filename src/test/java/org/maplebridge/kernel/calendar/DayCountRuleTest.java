package org.maplebridge.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayCountRuleTest {

    @ParameterizedTest(name = "{0} {1} 日")
    @CsvSource(textBlock = """
        行政强制法,          1,  WORKING_DAYS
        行政强制法,          5,  WORKING_DAYS
        行政强制法,          10, WORKING_DAYS
        行政强制法,          11, DAYS
        行政强制法,          15, DAYS
        行政强制法,          30, DAYS
        行政处罚法,          2,  WORKING_DAYS
        行政处罚法,          3,  WORKING_DAYS
        行政处罚法,          5,  WORKING_DAYS
        行政处罚法,          7,  WORKING_DAYS
        行政处罚法,          10, DAYS
        行政处罚法,          15, DAYS
        行政处罚法,          90, DAYS
        行政复议法,          3,  WORKING_DAYS
        行政复议法,          10, WORKING_DAYS
        行政复议法,          30, DAYS
        行政复议法,          60, DAYS
        行政复议法实施条例,    5,  WORKING_DAYS
        行政复议法实施条例,    60, DAYS
        治安管理处罚法,       2,  DAYS
        治安管理处罚法,       30, DAYS
        政务数据共享条例,      1,  WORKING_DAYS
        政务数据共享条例,      20, WORKING_DAYS
        仲裁法,             3,  WORKING_DAYS
        仲裁法,             5,  DAYS
        公证法,             15, WORKING_DAYS
        重大行政决策程序暂行条例, 7,  WORKING_DAYS
        信访工作条例,         5,  WORKING_DAYS
        信访工作条例,         15, DAYS
        信访工作条例,         60, DAYS
        人民法院在线调解规则,   3,  WORKING_DAYS
        人民法院在线调解规则,   7,  DAYS
        社区矫正法,          10, DAYS
        法律援助法,          7,  DAYS
        戒毒条例,            15, DAYS
        行政诉讼法解释,       7,  WORKING_DAYS
        行政诉讼法解释,       30, DAYS
        """)
    void theLawDecidesWhatADayIs(String law, int amount, Unit unit) {
        assertThat(DayCountRule.unitFor(law, amount)).isEqualTo(unit);
    }

    @Test
    void anUnknownLawIsNotGuessedAt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DayCountRule.unitFor("没有这部法", 5))
                .withMessageContaining("没有这部法");
        assertThat(DayCountRule.of("没有这部法")).isEmpty();
    }

    @Test
    void aLawStandsInTheTableOnceAndARuleOfWorkingDaysHasItsArticle() {
        assertThat(DayCountRule.ALL).extracting(DayCountRule::law).doesNotHaveDuplicates();
        assertThat(DayCountRule.ALL)
                .allSatisfy(rule -> assertThat(
                                rule.workingDays().isEmpty() || !rule.article().isEmpty())
                        .as(rule.law())
                        .isTrue());
    }

    @Test
    void whatTheLawDoesNotSayIsMarkedAsOurReading() {
        assertThat(DayCountRule.ALL.stream().filter(DayCountRule::reading).map(DayCountRule::law))
                .containsExactlyInAnyOrder("行政诉讼法解释", "行政执法监督条例", "法治宣传教育法");
    }
}
