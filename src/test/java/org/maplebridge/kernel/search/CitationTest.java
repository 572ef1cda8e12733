package org.maplebridge.kernel.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Articles are found however people write them.
class CitationTest {

    @ParameterizedTest
    @CsvSource({
        "民诉法 205, 民事诉讼法第二百零五条",
        "第二百零五条, 民事诉讼法第二百零五条",
        "第205条, 民事诉讼法第二百零五条第一款",
        "个保法34条, 《个人信息保护法》第三十四条、第三十五条",
        "个保法35, 《个人信息保护法》第三十四条、第三十五条",
        "人民调解法, 人民调解法第三十三条",
        "行政强制法第五十四条, 人民调解法第三十条；行政强制法第五十四条",
        "民法典 10, 民法典第十条",
        "民法典 1010, 民法典第一千零一十条"
    })
    void whatIsAskedForMeansWhatIsCited(String asked, String text) {
        assertThat(Citation.in(text))
                .anyMatch(cited -> Citation.asked(asked).orElseThrow().means(cited));
    }

    @ParameterizedTest
    @CsvSource({"民诉法 205, 民事诉讼法第二百零六条", "刑诉法 205, 民事诉讼法第二百零五条", "个保法30, 人民调解法第三十条；个人信息保护法第三十四条"})
    void anotherArticleIsNotMeant(String asked, String text) {
        assertThat(Citation.in(text))
                .noneMatch(cited -> Citation.asked(asked).orElseThrow().means(cited));
    }

    @ParameterizedTest
    @ValueSource(strings = {"树枝伸过了墙", "205", "lslz", "三楼漏水", "第三次来访", "法", "民诉法 99999"})
    void otherWordsAskForNoArticle(String asked) {
        assertThat(Citation.asked(asked)).isEmpty();
    }

    @Test
    void whatTheLawIsCountsForTheArticlesAfterIt() {
        assertThat(Citation.in("人民调解法第三十三条、第三十四条").stream().map(Citation::law)).isEqualTo(List.of("人民调解法", "人民调解法"));
    }
}
