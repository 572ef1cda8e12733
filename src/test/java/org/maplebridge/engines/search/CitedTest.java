package org.maplebridge.engines.search;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CitedTest {

    /// Law article suffix last paragraph item of each, `;` between.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "民法典1079条 | 民法典 1079 0 1079 0 0",
                "民法典第一千零七十九条第二款第（三）项 | 民法典 1079 0 1079 2 3",
                "《劳动合同法》第38、46条 | 劳动合同法 38 0 38 0 0;劳动合同法 46 0 46 0 0",
                "刑法第一百三十三条之一 | 刑法 133 1 133 0 0",
                "刑法133条之一第一款 | 刑法 133 1 133 1 0",
                "民诉法205 | 民诉法 205 0 205 0 0",
                "民诉法２０５ | 民诉法 205 0 205 0 0",
                "根据刑法第十条至第十五条 | 刑法 10 0 15 0 0",
                "婚姻法第3-5条 | 婚姻法 3 0 5 0 0",
                "枫桥测试条例第三条、第七条和第九条第二款 | " + "枫桥测试条例 3 0 3 0 0;枫桥测试条例 7 0 7 0 0;枫桥测试条例 9 0 9 2 0",
                "民法典1079条和1087条分别怎么规定 | 民法典 1079 0 1079 0 0;民法典 1087 0 1087 0 0",
                "本法第十条 | 本法 10 0 10 0 0",
                "《最高人民法院关于适用〈枫桥法〉的解释（一）》第二条 | 最高人民法院关于适用〈枫桥法〉的解释（一） 2 0 2 0 0",
                "枫桥法解释（一）第三条 | 枫桥法解释（一） 3 0 3 0 0",
                "民法典第1079怎么说 | 民法典 1079 0 1079 0 0",
                "请问民法典的第一千零七十九条 | 民法典 1079 0 1079 0 0",
                "第五条是什么 | - 5 0 5 0 0",
                "民法典一〇七九条 | 民法典 1079 0 1079 0 0",
                "道路交通安全法第九十一条第1款第(2)项 | 道路交通安全法 91 0 91 1 2",
                "枫桥法第二条第二项 | 枫桥法 2 0 2 0 2",
            })
    void articlesInAnyWriting(String said, String cited) {
        assertThat(Cited.in(said).stream().map(CitedTest::plain).toList())
                .isEqualTo(List.of(cited.replace("- ", " ").split(";")));
    }

    private static String plain(Cited cited) {
        return "%s %d %d %d %d %d"
                .formatted(cited.law(), cited.article(), cited.suffix(), cited.last(), cited.paragraph(), cited.item());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "民法典2020年出台",
                "欠条3条",
                "有3条狗咬人",
                "民法典第五编",
                "劳动法一般规定",
                "赔了1000元",
                "第三章",
                "",
                "条条条",
                "电话13800000000",
                "合同法50多万"
            })
    void otherNumbersAreNoArticles(String said) {
        assertThat(Cited.in(said)).isEmpty();
    }

    @Test
    void itSaysWhereItStands() {
        var said = "请问根据《枫桥法》第三条之一第二款怎么办";
        var cited = Cited.in(said).getFirst();
        assertThat(said.substring(cited.from(), cited.until())).isEqualTo("《枫桥法》第三条之一第二款");
    }

    @Test
    void aNewSentenceForgetsTheLaw() {
        assertThat(Cited.in("刑法第十条。另外第十一条")).extracting(Cited::law).containsExactly("刑法", "");
        assertThat(Cited.in("刑法第十条规定，以及第十一条")).extracting(Cited::law).containsExactly("刑法", "刑法");
    }

    @Provide
    Arbitrary<String> lawlike() {
        return Arbitraries.strings()
                .withChars("民法典条例第一二十百千条款项之至、，。《》（）()12345 的和解释")
                .ofMaxLength(120);
    }

    @Property
    void anyTextIsRead(@ForAll("lawlike") String said) {
        for (var cited : Cited.in(said)) {
            assertThat(cited.from()).isBetween(0, said.length());
            assertThat(cited.until()).isBetween(cited.from(), said.length());
            assertThat(cited.last()).isGreaterThanOrEqualTo(cited.article());
        }
    }

    @Test
    void longTextsTakeNoLonger() {
        for (var part : List.of("第一条", "1、", "《", "》1条", "法1条", "第", "一", "民法典第一条至", "（（", "条第（", "法")) {
            assertTimeoutPreemptively(ofSeconds(5), () -> Cited.in(part.repeat(60_000)), part);
        }
    }
}
