package org.maplebridge.engines.search;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PlainlyTest {

    @Test
    void oneScriptOneWidthNothingUnseen() {
        var plainly = Plainly.of("  勞動合同　第３８條\u0000\u200b，，，怎麼辦？？？？ ");
        assertThat(plainly.text()).isEqualTo("劳动合同 第38条 ,怎么办?");
        assertThat(plainly.simplified()).isTrue();
        assertThat(plainly.cut()).isFalse();
        assertThat(Plainly.of("欠条").simplified()).isFalse();
        assertThat(Plainly.of("\u202e\u0007").text()).isEmpty();
    }

    @Test
    void longTextsAreCutAtTheEndOfASentenceAndSaidSo() {
        var plainly = Plainly.of("老板欠我三个月工资。".repeat(1_000));
        assertThat(plainly.cut()).isTrue();
        assertThat(plainly.text()).endsWith("。").hasSizeLessThanOrEqualTo(Plainly.MOST);
        assertThat(Plainly.of("甲乙".repeat(5_000)).text()).hasSize(Plainly.MOST);
        assertThat(Plainly.of("𠀀".repeat(5_000) + "。").text().length()).isLessThanOrEqualTo(Plainly.MOST);
        assertThat(Plainly.of("老板欠我。").cut()).isFalse();
    }

    @Provide
    Arbitrary<String> anything() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(80),
                Arbitraries.strings()
                        .withChars(" \t\n。，！？!?-…（勞動乾隆后後裏里发髮ﷺ①㊀ｶﾞ＠́̀ﬁ")
                        .ofMaxLength(60));
    }

    @Property
    void twiceIsOnce(@ForAll("anything") String said) {
        var once = Plainly.of(said);
        assertThat(Plainly.of(once.text()).text()).isEqualTo(once.text());
        assertThat(once.text().length()).isLessThanOrEqualTo(Plainly.MOST);
    }
}
