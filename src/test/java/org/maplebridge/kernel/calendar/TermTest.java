package org.maplebridge.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TermTest {

    @Test
    void everyUnitHasASymbolOfItsOwn() {
        assertThat(Arrays.stream(Unit.values()).map(Unit::symbol))
                .doesNotHaveDuplicates()
                .containsExactly("H", "D", "WD", "M", "Y", "PM", "CD", "CM", "CY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "10",
                "WD",
                "0D",
                "010D",
                "-3D",
                "3.5D",
                "10wd",
                "10 WD",
                "10WD ",
                "10000D",
                "30D!!",
                "30D!x",
                "48H!",
                "10WD!",
                "1CY!",
                "1201M",
                "101Y",
                "121PM",
                "３０D",
                "30日",
                "10WD\n",
                "99999999999999999999D"
            })
    void whatIsNoTermIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Term.parse(text))
                .withMessageMatching("(?s).*\\p{IsHan}.*");
    }

    @Test
    void unitsThatLeaveNoChoiceRefuseOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> Term.hours(48).inCustody());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Term.workingDays(5).inCustody());
        assertThatIllegalArgumentException().isThrownBy(() -> new Term(1, Unit.CRIMINAL_YEARS, LastDay.ROLLS));
    }
}
