package org.maplebridge.engines.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/// What the sentence model gets to read.
class WordPiecesTest {

    private static final WordPieces PIECES = WordPieces.from("bge-small-zh-v1.5-q-tokenizer.json");

    @Test
    void eachChineseSignIsAPieceBetweenTheMarks() {
        assertThat(PIECES.cut("你好", 20)).hasSize(4).startsWith(101L).endsWith(102L);
    }

    @Test
    void caseAndBlanksDoNotCount() {
        assertThat(PIECES.cut(" App 打不开", 20)).isEqualTo(PIECES.cut("app打不开", 20));
    }

    @Test
    void whatIsTooLongIsCut() {
        assertThat(PIECES.cut("字".repeat(900), 32)).hasSize(32).endsWith(102L);
    }

    @Property(tries = 300)
    void anyTextIsCutIntoKnownPieces(@ForAll String text) {
        var pieces = PIECES.cut(text, 64);
        assertThat(pieces.length).isBetween(2, 64);
        assertThat(Arrays.stream(pieces).allMatch(piece -> piece >= 0 && piece < 21128))
                .isTrue();
    }
}
