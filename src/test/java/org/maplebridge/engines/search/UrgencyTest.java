package org.maplebridge.engines.search;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maplebridge.engines.search.Urgency.Kind;

class UrgencyTest {

    @ParameterizedTest
    @CsvSource({
        "网贷逼得我不想活了,SUICIDE",
        "老板再不给钱我就去跳楼,SUICIDE",
        "我想自杀,SUICIDE",
        "他逼债，我妈喝农药了,SUICIDE",
        "保险条款怎么看。我不想活了,SUICIDE",
        "老公又打我了，我不敢回家,VIOLENCE",
        "前夫拿刀堵在家门口,VIOLENCE",
        "我老公打我怎么办,VIOLENCE",
        "我弟弟昨天被刑拘了,DETENTION",
        "家人被警察带走了一天没消息,DETENTION",
        "我的上诉期明天就到期了,LIMIT",
        "仲裁时效还剩3天,LIMIT",
        "后天开庭我什么都没准备,LIMIT",
        "起诉期限只剩五天,LIMIT",
        "今天是举证期限最后一天,LIMIT",
    })
    void aPersonIsCalledFor(String said, Kind kind) {
        assertThat(Urgency.of(said)).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "保险合同里自杀式条款有效吗",
                "投保两年内自杀保险公司免责吗",
                "教唆他人自杀构成什么罪",
                "员工自杀身亡公司要赔偿吗",
                "跳楼价买的衣服能退吗",
                "打人会判几年",
                "家暴怎么取证",
                "因为感情不和老公经常打我现在已经分开四年了",
                "醉驾会被拘留几天",
                "我以前被拘留了十天，现在已经放出来了",
                "七天无理由退货还剩2天",
                "试用期还有5天转正",
                "上诉期是多少天",
                "合同还有30天到期",
                "明天上班",
                "行政机关进行检验要多久",
                "男女朋友吵架导致自杀。另一方是否要承担责任",
                "",
            })
    void whatOnlyLooksLikeItDoesNot(String said) {
        assertThat(Urgency.of(said)).isEmpty();
    }

    @Test
    void oneSentenceDoesNotHideAnother() {
        assertThat(Urgency.of("保险公司说自杀免责。我活不下去了，明天就到期上诉")).containsExactly(Kind.SUICIDE, Kind.LIMIT);
    }

    @Property(tries = 300)
    void anyTextIsRead(@ForAll String said) {
        assertThat(Urgency.of(said)).isNotNull();
    }
}
