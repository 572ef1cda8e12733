package org.maplebridge.engines.search;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maplebridge.engines.search.Understanding.Why;

class UnderstandingTest {

    private static final Names NAMES = new Names(Map.of(
            "中华人民共和国民法典", Set.of("民法典"),
            "中华人民共和国劳动合同法", Set.of(),
            "中华人民共和国民事诉讼法", Set.of(),
            "中华人民共和国公司法", Set.of(),
            "中华人民共和国道路交通安全法", Set.of(),
            "最高人民法院关于适用《中华人民共和国枫桥法》的解释（一）", Set.of("枫桥法解释"),
            "枫桥测试条例", Set.of("枫测条例")));
    private static final Understanding HEARD =
            new Understanding(NAMES, List.of("劳动合同", "民间借贷", "取保候审", "人身安全保护令", "相邻关系", "工伤认定"));

    @ParameterizedTest
    @CsvSource({
        "民诉法205,中华人民共和国民事诉讼法,205",
        "民法典第1079条,中华人民共和国民法典,1079",
        "劳动和同法第38条,中华人民共和国劳动合同法,38",
        "枫测条例三条,枫桥测试条例,3",
        "中华人民共和国民法典第二条,中华人民共和国民法典,2",
        "第38条劳动合同法怎么说,中华人民共和国劳动合同法,38",
        "勞動合同法第三十八條,中华人民共和国劳动合同法,38",
        "交通安全法第七十六条,中华人民共和国道路交通安全法,76",
        "道交法 76条,中华人民共和国道路交通安全法,76",
        "laodonghetongfa 第38条,中华人民共和国劳动合同法,38",
        "《最高人民法院关于适用〈中华人民共和国枫桥法〉的解释（一）》第二条,最高人民法院关于适用《中华人民共和国枫桥法》的解释（一）,2",
    })
    void theArticleNamedIsFound(String said, String law, int article) {
        var named = HEARD.read(said).named().getFirst();
        assertThat(named.law()).isEqualTo(law);
        assertThat(named.article()).isEqualTo(article);
    }

    @Test
    void theLongestNameCounts() {
        assertThat(NAMES.in("劳动合同法和民法典")).extracting(Names.Found::law).containsExactly("中华人民共和国劳动合同法", "中华人民共和国民法典");
        assertThat(NAMES.meant("民诉法")).contains("中华人民共和国民事诉讼法");
        assertThat(NAMES.meant("劳合法")).contains("中华人民共和国劳动合同法");
        assertThat(NAMES.meant("没有法")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"我和人开公司法人是我", "签劳动合同的时候没给", "公司法务说的", "民事诉讼费多少", "公司发生的事"})
    void wordsThatLookLikeNamesAreNone(String said) {
        assertThat(HEARD.read(said).named()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "laodonghetong,劳动合同",
        "ldht,劳动合同",
        "minjian jiedai 怎么算,民间借贷",
        "qbhs,取保候审",
        "laodht,劳动合同",
        "LaoDong HeTong,劳动合同"
    })
    void pinyinIsReadByTheTermsKnown(String said, String meant) {
        var understood = HEARD.read(said);
        assertThat(understood.besides()).contains(meant);
        assertThat(understood.changed()).extracting(Understanding.Changed::why).contains(Why.PINYIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ldht fa", "laodong hetong fa", "laodonghetongfa"})
    void pinyinOfALawIsItsName(String said) {
        assertThat(HEARD.read(said).named())
                .extracting(Understanding.Named::law)
                .contains("中华人民共和国劳动合同法");
    }

    @ParameterizedTest
    @CsvSource({"劳动和同没签,劳动合同", "取保侯审要什么,取保候审", "民间借货利息,民间借贷", "老板陪偿多少,赔偿", "相邻关糸,''"})
    void wrongSignsAreSuggestedAndNeverReplaced(String said, String meant) {
        var understood = HEARD.read(said);
        assertThat(understood.words()).isEqualTo(said);
        if (meant.isEmpty()) {
            assertThat(understood.changed()).isEmpty();
        } else {
            assertThat(understood.besides()).contains(meant);
            assertThat(understood.changed())
                    .extracting(Understanding.Changed::to)
                    .contains(meant);
        }
    }

    @Test
    void rightWordsAreLeftAlone() {
        assertThat(HEARD.read("劳动合同没签，老板不给工资，app上查不到，要工伤认定").changed()).isEmpty();
        assertThat(HEARD.read("").changed()).isEmpty();
        assertThat(HEARD.read("").named()).isEmpty();
        assertThat(HEARD.read("离").words()).isEqualTo("离");
    }

    @Test
    void whatWasReadOtherwiseIsSaid() {
        assertThat(HEARD.read("勞動合同").changed())
                .extracting(Understanding.Changed::why)
                .containsExactly(Why.TRADITIONAL);
        assertThat(HEARD.read("欠".repeat(9_000)).changed())
                .extracting(Understanding.Changed::why)
                .contains(Why.CUT);
    }

    @Property
    void anyTextIsRead(@ForAll String said) {
        assertThat(HEARD.read(said).words()).isNotNull();
    }

    @Test
    void longTextsTakeNoLonger() {
        for (var part : List.of("劳动", "民法典第一条", "ldht1", "zhzh", "laodonghetong", "最高人民法院关于", "一", "我被骗了，", "l d ")) {
            assertTimeoutPreemptively(ofSeconds(5), () -> HEARD.read(part.repeat(50_000)), part);
        }
    }
}
