package org.maplebridge.scenes.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the words of a dispute suggest. All sentences are made up.
class DisputesClassifierTest {

    @ParameterizedTest
    @CsvSource({
        "NOISE, 工地整夜施工扰民，请管一管",
        "WAGES, 老板拖欠农民工工资三个月，讨薪无门",
        "PROPERTY, 物业不管电梯，业委会也没有回音",
        "HOUSING, 开发商一直不办房产证",
        "TRAFFIC, 路口红绿灯时间太短，天天拥堵",
        "SCHOOL, 幼儿园收费太高，家长有意见",
        "LENDING, 网贷平台不还款，本金也拿不回来",
        "DEMOLITION, 拆迁款两年没有给，安置房也没有",
        "FAMILY, 夫妻离婚，为孩子抚养费争吵",
        "MEDICAL, 医院误诊，手术后病情加重",
        "CONSUMER, 健身房不退会员卡，欺诈消费者",
        "ENVIRONMENT, 工厂排污，河水黑臭",
        "FACILITIES, 自来水天天停水，水压也低",
        "LAND, 村委会把承包地收回去了",
        "NEIGHBOUR, 隔壁邻居在楼道堆放杂物",
        "ADMINISTRATION, 办落户跑了五趟，窗口一直推"
    })
    void theWordsSayWhatItIsAbout(Category category, String words) {
        var found = DisputesClassifier.suggest("", words);
        assertThat(found.category()).isEqualTo(category);
        assertThat(found.share()).isBetween(50, 100);
        assertThat(found.reasons()).isNotEmpty().allMatch(reason -> reason.contains("“"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "😀😀🍁", "请帮帮我", "aaaa", "\u0000\uD800"})
    void tooLittleToGoByIsSaidSo(String words) {
        var found = DisputesClassifier.suggest("", words);
        assertThat(found.category()).isEqualTo(Category.OTHER);
        assertThat(found.reasons()).containsExactly(DisputesClassifier.NOT_ENOUGH);
    }

    @Test
    void aLongTextCountsEachWordOnce() {
        var once = DisputesClassifier.suggest("", "工资");
        var often = DisputesClassifier.suggest("", "工资".repeat(5000));
        assertThat(often).isEqualTo(once);
    }

    @Test
    void theTitleWeighsTwice() {
        assertThat(DisputesClassifier.suggest("拖欠工资", "小学门口的饭店").category()).isEqualTo(Category.WAGES);
    }

    @Test
    void dangersAreHintsForSomebodyToLook() {
        assertThat(DisputesClassifier.dangers("他说再不给就跳楼，还打伤了人")).hasSize(2).allMatch(hint -> hint.contains("请核实"));
        assertThat(DisputesClassifier.dangers("楼上漏水")).isEmpty();
    }
}
