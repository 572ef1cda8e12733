package org.maplebridge.kernel.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Days, amounts and phones as registers spell them.
class SpelledTest {

    @Property
    void everyUsualSpellingOfADayIsThatDay(@ForAll @IntRange(max = 36_000) int after) {
        var day = LocalDate.of(1990, 1, 1).plusDays(after);
        int y = day.getYear();
        int m = day.getMonthValue();
        int d = day.getDayOfMonth();
        for (var written : new String[] {
            day.toString(),
            y + "/" + m + "/" + d,
            y + "." + m + "." + d,
            y + "年" + m + "月" + d + "日",
            " " + y + " 年 " + m + " 月 " + d + " 号 ",
            day.toString().replace("-", ""),
            y + "-" + m + "-" + d + " 0:00"
        }) {
            assertThat(Spelled.moment(written)).as(written).contains(day.atStartOfDay());
        }
    }

    @Property
    void aSerialIsTheSameDayInBothCalendars(@ForAll @IntRange(min = 1_463, max = 80_000) int serial) {
        assertThat(ExcelFile.moment(serial - 1_462, true)).isEqualTo(ExcelFile.moment(serial, false));
        var day = ExcelFile.moment(serial, false).orElseThrow().toLocalDate();
        assertThat(ChronoUnit.DAYS.between(LocalDate.of(1899, 12, 30), day)).isEqualTo(serial);
    }

    @Property
    void anAmountIsReadHoweverItIsWritten(@ForAll @IntRange(max = 99_999_999) int yuan) {
        var plain = BigDecimal.valueOf(yuan);
        for (var written : new String[] {yuan + "", "￥" + yuan, yuan + "元", "%,d".formatted(yuan)}) {
            assertThat(Spelled.amount(written).orElseThrow()).as(written).isEqualByComparingTo(plain);
        }
        assertThat(Spelled.amount(yuan + "万元").orElseThrow())
                .isEqualByComparingTo(plain.multiply(new BigDecimal("10000")));
    }

    @Property
    void nothingThatSomebodyWritesBreaksIt(@ForAll String text) {
        Spelled.moment(text);
        Spelled.amount(text);
        Spelled.whole(text);
        Spelled.answer(text);
        assertThat(Spelled.phone(text)).isNotNull();
    }

    @Example
    void aTimeIsKeptAndWhatWouldHaveToBeGuessedIsNot() {
        assertThat(Spelled.moment("2019年2月28日下午3时25分")).contains(LocalDateTime.of(2019, 2, 28, 15, 25));
        assertThat(Spelled.moment("二〇一九年十二月二十八日")).contains(LocalDateTime.of(2019, 12, 28, 0, 0));
        assertThat(Spelled.moment("2019年2月30日")).isEmpty();
        assertThat(Spelled.moment("2019年2月")).isEmpty();
        assertThat(Spelled.moment("19.2.28")).isEmpty();
        assertThat(Spelled.amount("三万元左右")).isEmpty();
    }

    @Example
    void aLongNumberThatWasRoundedIsKnown() {
        assertThat(CellText.of("3.30702E+17").flaw()).isEqualTo(Grid.Flaw.LOSSY);
        assertThat(CellText.of("330702199001011234").flaw()).isEqualTo(Grid.Flaw.NONE);
        assertThat(Spelled.phone("138 0013-8000")).isEqualTo("13800138000");
        assertThat(Spelled.phone("13800138000.0")).isEqualTo("13800138000");
    }
}
