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
}
