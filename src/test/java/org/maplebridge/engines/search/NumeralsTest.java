package org.maplebridge.engines.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {

    @ParameterizedTest
    @CsvSource({
        "一千零七十九,1079", "一〇七九,1079", "1079,1079", "１０７９,1079", "十,10", "十九,19", "二十,20", "廿一,21", "卅,30",
        "两百,200", "壹佰贰拾,120", "一百三十三,133", "二零二六,2026", "一万零一十,10010", "百,100", "一千零二,1002", "三,3", "○,0"
    })
    void anyWritingIsRead(String said, int number) {
        assertThat(Numerals.read(said)).hasValue(number);
    }

    @Test
    void whatIsNoNumberIsNot() {
        for (var said : new String[] {"", "条", "一条", "1千", "9999999", "一百年", " 1", "-1"}) {
            assertThat(Numerals.read(said)).as(said).isEqualTo(OptionalInt.empty());
        }
    }

    @Property
    void thereAndBack(@ForAll @IntRange(min = 1, max = Numerals.MOST) int number) {
        assertThat(Numerals.read(Numerals.chinese(number))).hasValue(number);
        assertThat(Numerals.read(Integer.toString(number))).hasValue(number);
    }

    @Test
    void writtenAsLawsDo() {
        assertThat(Numerals.chinese(1079)).isEqualTo("一千零七十九");
        assertThat(Numerals.chinese(10)).isEqualTo("十");
        assertThat(Numerals.chinese(110)).isEqualTo("一百一十");
        assertThat(Numerals.chinese(1260)).isEqualTo("一千二百六十");
        assertThat(Numerals.chinese(10_010)).isEqualTo("一万零一十");
        assertThat(Numerals.chinese(2002)).isEqualTo("二千零二");
    }

    @Property
    void noTextBreaksIt(@ForAll String said) {
        assertThat(Numerals.read(said).orElse(0)).isBetween(0, Numerals.MOST);
    }
}
