package org.maplebridge.engines.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTest {

    private static final Lexicon LEXICON = Lexicon.ours();

    @ParameterizedTest
    @CsvSource({
        "老板拖欠工资三个月了,劳动报酬",
        "彩礼能不能要回来,彩礼",
        "楼上漏水把我家泡了,相邻关系",
        "对方是老赖怎么办,失信被执行人",
        "老公打我怎么办,人身安全保护令",
        "被狗咬了找谁赔,饲养动物",
        "健身房跑路了,预付款",
        "孩子打赏主播两万,限制民事行为能力人",
        "楼上扔东西砸到车,从建筑物中抛掷物品",
        "办取保候审,取保候审",
    })
    void everydayWordsMeanTermsOfTheLaw(String said, String term) {
        assertThat(LEXICON.meant(said)).containsKey(term);
        assertThat(LEXICON.meant(said).values()).allMatch(weight -> weight > 0 && weight <= 1);
    }

    @Test
    void theLongerWordIsSurer() {
        var meant = LEXICON.meant("恶意欠薪");
        assertThat(meant.keySet().iterator().next()).isEqualTo("拒不支付劳动报酬");
        assertThat(meant).doesNotContainKey("支付令");
        assertThat(LEXICON.laws("恶意欠薪")).containsExactly("刑法");
    }

    @Test
    void anythingElseMeansNothing() {
        assertThat(LEXICON.meant("")).isEmpty();
        assertThat(LEXICON.meant("今天天气不错")).isEmpty();
        assertThat(LEXICON.laws("今天天气不错")).isEmpty();
    }

    @Test
    void theFileIsInOrder() {
        var lines = DataLines.of("lexicon.tsv");
        assertThat(lines).hasSizeGreaterThanOrEqualTo(400);
        var words = new ArrayList<String>();
        for (var line : lines) {
            assertThat(line).as("%s", line).hasSizeBetween(2, 3);
            assertThat(line.get(1).split(" ", -1))
                    .as("%s", line)
                    .doesNotContain("")
                    .doesNotHaveDuplicates();
            words.addAll(List.of(line.get(0).split(" ", -1)));
        }
        assertThat(words).doesNotContain("").doesNotHaveDuplicates();
        var names = new HashSet<String>();
        DataLines.of("law-names.tsv").forEach(line -> names.add(line.get(0)));
        assertThat(names).hasSameSizeAs(DataLines.of("law-names.tsv"));
        assertThat(DataLines.of("mistakes.tsv")).allMatch(line -> line.size() == 2);
    }

    @Test
    void theSameWordsMeanTheSameEachTime() {
        var said = "老板拖欠工资还不给加班费，我想辞职";
        assertThat(LEXICON.meant(said).toString()).isEqualTo(LEXICON.meant(said).toString());
    }
}
