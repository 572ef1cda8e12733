package org.maplebridge.engines.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maplebridge.engines.search.Topics.Example;

class TopicsTest {

    private static final Topics OURS = Topics.ours();

    @ParameterizedTest
    @CsvSource({
        "我想离婚，两个孩子跟谁，房子怎么分,婚姻家庭",
        "单位拖欠工资还不签劳动合同,劳动纠纷",
        "开车追尾前车全责怎么赔,交通事故",
        "借条到期对方不还钱,债权债务",
        "弟弟被刑事拘留涉嫌诈骗会判几年,刑事辩护",
        "商标被别人抢注了,知识产权",
        "老家房子拆迁补偿款太少,拆迁安置",
        "工程款一直不结算，包工头跑了,建设工程",
        "物业公司停水逼我们交物业费,消费权益",
        "医院手术失败想做医疗鉴定,医疗纠纷"
    })
    void plainQuestionsAreTold(String said, String topic) {
        assertThat(OURS.guess(said).topic()).isEqualTo(topic);
    }

    @Test
    void nothingSaidIsNothingSure() {
        assertThat(OURS.guess("").sure()).isLessThan(0.1);
        assertThat(OURS.guess("哈哈哈哈").sure()).isLessThan(0.5);
    }

    @Test
    void theTwentyTopicsHaveAtLeastTwentyFiveQuestionsOfOurOwn() {
        var own = Topics.own().stream().collect(Collectors.groupingBy(Example::topic, Collectors.counting()));
        assertThat(OURS.names()).hasSize(20);
        assertThat(own.keySet()).containsExactlyInAnyOrderElementsOf(OURS.names());
        assertThat(own.values()).allMatch(count -> count >= 25);
        assertThat(Topics.own()).doesNotHaveDuplicates();
    }

    @Test
    void theSameExamplesMakeTheSameModel() {
        var examples = List.of(
                new Example("甲", "借钱不还"), new Example("甲", "欠钱不还"), new Example("乙", "开车撞人"), new Example("乙", "开车撞墙"));
        assertThat(TopicsLearner.learn(examples).written())
                .isEqualTo(TopicsLearner.learn(examples).written());
        assertThat(TopicsLearner.learn(examples).guess("他不还钱").topic()).isEqualTo("甲");
    }

    @Property(tries = 200)
    void anyTextHasATopic(@ForAll String said) {
        var guess = OURS.guess(said);
        assertThat(OURS.names()).contains(guess.topic());
        assertThat(guess.sure()).isBetween(0.0, 1.0);
    }
}
