package org.maplebridge.kernel.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MasksTest {

    @Test
    void noNameIsShownWholeHoweverLong() {
        assertThat(Masks.name("陈明")).isEqualTo("陈*");
        assertThat(Masks.name("周红梅")).isEqualTo("周*梅");
        assertThat(Masks.name("买买提江")).isEqualTo("买**江");
        assertThat(Masks.name("阿卜杜热西提")).isEqualTo("阿****提");
        assertThat(Masks.name("明")).isEqualTo("*");
    }

    @Test
    void aPhoneKeepsItsEndsOnly() {
        assertThat(Masks.phone("13812342716")).isEqualTo("138****2716");
        assertThat(Masks.phone("82345678")).isEqualTo("******78");
    }

    @Test
    void whatIsOfUnknownKindIsHiddenAsItsKindWouldBe() {
        assertThat(Masks.identifier("139 1234 5678")).isEqualTo("139****5678");
        assertThat(Masks.identifier("0579-82345678")).isEqualTo("***********78");
        assertThat(Masks.identifier("33999919800229001X")).isEqualTo("3399************1X");
        assertThat(Masks.identifier("演示县演示镇演示村后门")).isEqualTo("演示县演示****");
        assertThat(Masks.identifier("No. 5, Lane 18")).doesNotContain("18");
    }
}
