package org.maplebridge.kernel.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A card that can't be counted by stops the start, and says why.
class CardReadingTest {

    @Test
    void goodCardsAreRead() {
        assertThat(new Paper(Paper.GRADE).card().edition()).isEqualTo("年度评定 第 2 版");
        assertThat(new Paper(Paper.RISK).card().facts()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "points: test.cases | points: test.none | nobody declares the parameter test.none",
                "points: test.cases, graded | graded | the factor cases says no points",
                "value: 60, from | value: 61, from | the points add up to 101, not 100",
                "kind: WHOLE, value: 80 | kind: WHOLE, value: 50 | ONE doesn't begin above the one before",
                "kind: WHOLE, value: 80 | kind: WHOLE, value: 101 | the highest band can't be reached",
                "kind: WHOLE, value: 80 | kind: TERM, value: 80D | the parameter test.one is TERM",
                "colour: grey} | colour: grey, from: test.two} | the lowest band begins with nothing",
                "name: TWO, | name: ONE, | a band stands there twice",
                "name: OPEN, | name: ONE, | the gap is no band of its own",
                "name: cases, | name: years, | two factors are called years",
                "version: 2 | version: 0 | version is missing",
                "most: 100 | least: 100 | most is missing",
                "why: 案件量, | reason: 案件量, | no why in",
                "name: trained, | name: trained, fact: years, | the fact years is asked for in two ways"
            })
    void badOnesStopTheStart(String written, String instead, String message) {
        assertThat(Paper.GRADE).contains(written);
        var text = written.startsWith("value: 60")
                ? Paper.GRADE.replaceFirst(written, instead)
                : Paper.GRADE.replace(written, instead);
        assertThatThrownBy(() -> new Paper(text).card())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("scorecard test.grade in test.yml")
                .hasMessageContaining(message);
    }

    @Test
    void aJumpLeadsToABandThatIsThere() {
        assertThatThrownBy(() -> new Paper(Paper.RISK.replace("to: TOP", "to: RED")).card())
                .hasMessageContaining("a jump leads to the band RED");
    }
}
