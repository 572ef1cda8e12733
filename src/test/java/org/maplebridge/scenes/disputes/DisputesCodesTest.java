package org.maplebridge.scenes.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maplebridge.scenes.disputes.DisputeTown.key;
import static org.maplebridge.scenes.disputes.DisputeTown.ok;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.DisputeForms;

/// Who comes in by the code of a dispute and four digits, and as whom.
class DisputesCodesTest extends DisputeStory {

    /// Whoever stands with the one who may be violent carries what they read there.
    @Test
    void whereThereIsDangerOnlyWhoeverStandsWithTheOneWhoFiledComesIn() {
        var opened = town.brought(Map.of("applicant", "孔危险", "phone", "13500008111", "respondent", "曹危险"));
        var id = opened.text("matter.id");
        var code = opened.text("code");
        town.begun(id);
        town.agent(id, 2, "严代他", "13500008222");
        town.agent(id, 1, "华代她", "13500008333");
        town.related(id, 1, Map.of("relation", "SPOUSE", "name", "曹配偶", "phone", "13500008444", "basis", "结婚证"));
        for (var digits : new String[] {"8111", "8222", "8333", "8444"}) {
            ok(town.nobody().post("/api/public/progress", key(code, digits)));
        }
        ok(town.as("zhentiao")
                .move(id, "flag", Map.of("danger", "VIOLENCE", "note", "夜里有打骂声", "policeInformed", true)));
        for (var digits : new String[] {"8222", "8444"}) {
            assertThat(town.nobody()
                            .post("/api/public/progress", key(code, digits))
                            .status())
                    .as(digits)
                    .isEqualTo(404);
        }
        for (var digits : new String[] {"8111", "8333"}) {
            ok(town.nobody().post("/api/public/progress", key(code, digits)));
        }
    }

    /// A patrol hears of a quarrel from nobody in particular: the other side's name may be all that is known.
    @Test
    void whoeverIsNamedFirstHasNotFiledIfTheyAreTheOtherSide() {
        var said = new HashMap<String, Object>(DisputeForms.brought("巡查听说两家吵架。", "无", "13500000000"));
        said.keySet().removeAll(List.of("applicant", "phone"));
        said.put("respondent", "曹先知");
        var zhentiao = town.as("zhentiao");
        var opened = ok(zhentiao.post("/api/scenes/disputes", said));
        var id = opened.text("matter.id");
        var code = opened.text("matter.code").isEmpty() ? opened.text("code") : opened.text("matter.code");
        town.begun(id);
        ok(zhentiao.move(id, "correct", Map.of("party", 1, "phone", "13500004611", "reason", "补登电话")));
        ok(zhentiao.move(id, "give-code", Map.of("party", 1)));
        town.agent(id, 1, "严代先", "13500004622");
        for (var digits : new String[] {"4611", "4622"}) {
            var theirs = key(code, digits);
            theirs.put("reason", "不用调了");
            assertThat(town.nobody().post("/api/public/moves/withdraw", theirs).status())
                    .as(digits)
                    .isEqualTo(403);
        }
        var agreement = town.agreement("说清楚了");
        agreement.put("applicant", "孔后知");
        ok(zhentiao.move(id, "agree", agreement));
        ok(zhentiao.move(id, "correct", Map.of("party", 3, "phone", "13500004633", "reason", "补登电话")));
        ok(zhentiao.move(id, "perform", Map.of()));
        ok(zhentiao.move(id, "performed", Map.of("day", town.today().toString(), "result", "FULL")));
        ok(zhentiao.move(id, "give-code", Map.of("party", 3)));
        ok(town.nobody().post("/api/public/progress", key(code, "4633")));
        var judged = key(code, "4611");
        judged.put("grade", "SATISFIED");
        assertThat(town.nobody().post("/api/public/evaluations", judged).status())
                .isEqualTo(403);
        judged.put("phoneLast4", "4633");
        ok(town.nobody().post("/api/public/evaluations", judged));
    }

    /// The code knows people by four digits alone.
    @Test
    void nobodyComesInAsSomebodyElseByTheSameFourDigits() {
        var opened = town.brought(Map.of("applicant", "孔同号", "phone", "13500009111", "respondent", "曹同号"));
        var id = opened.text("matter.id");
        town.begun(id);
        var zhentiao = town.as("zhentiao");
        ok(zhentiao.move(id, "correct", Map.of("party", 2, "phone", "13600009111", "reason", "补登电话")));
        var refused = zhentiao.move(id, "give-code", Map.of("party", 2));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.toString()).contains("分不清是谁");
        var agent = zhentiao.move(
                id,
                "relate",
                Map.of(
                        "party",
                        2,
                        "relation",
                        "AGENT",
                        "power",
                        "SPECIAL",
                        "name",
                        "严同号",
                        "phone",
                        "13700009111",
                        "from",
                        "2020-01-02",
                        "basis",
                        "授权委托书"));
        assertThat(agent.body().at("/fields/0/name").asString(""))
                .as(agent.toString())
                .isEqualTo("phone");
    }

    @Test
    void whoHasThePhoneThatWasWrittenDownWrongIsNotLetInByItAnyMore() {
        var opened = town.brought(Map.of("applicant", "孔改号", "phone", "13500009221", "respondent", "曹改号"));
        var id = opened.text("matter.id");
        var code = opened.text("code");
        town.begun(id);
        var zhentiao = town.as("zhentiao");
        ok(zhentiao.move(id, "correct", Map.of("party", 2, "phone", "13500009222", "reason", "补登电话")));
        ok(zhentiao.move(id, "give-code", Map.of("party", 2)));
        ok(town.nobody().post("/api/public/progress", key(code, "9222")));
        ok(zhentiao.move(id, "correct", Map.of("party", 2, "phone", "13500009333", "reason", "上次写错了")));
        ok(zhentiao.move(id, "correct", Map.of("party", 1, "phone", "0575-87019444", "reason", "上次写错了")));
        for (var gone : new String[] {"9222", "9221"}) {
            assertThat(town.nobody()
                            .post("/api/public/progress", key(code, gone))
                            .status())
                    .as(gone)
                    .isEqualTo(404);
        }
        for (var now : new String[] {"9333", "9444"}) {
            ok(town.nobody().post("/api/public/progress", key(code, now)));
        }
        ok(zhentiao.move(id, "correct", Map.of("party", 2, "phone", "13600009444", "reason", "又换了号")));
        assertThat(town.nobody().post("/api/public/progress", key(code, "9333")).status())
                .as("the new one would be taken for the other's")
                .isEqualTo(404);
    }

    private int status(String code, String digits) {
        return town.nobody().post("/api/public/progress", key(code, digits)).status();
    }

    /// Whoever filed and left no phone holds a receipt with digits of its own.
    @Test
    void theDigitsOnTheReceiptHoldWhateverBecomesOfThePhoneThatWasAddedLater() {
        var said = new HashMap<String, Object>(DisputeForms.brought("楼道堆物，两家争了几次。", "孔无号", "无"));
        said.remove("phone");
        said.put("respondent", "曹无号");
        var zhentiao = town.as("zhentiao");
        var opened = ok(zhentiao.post("/api/scenes/disputes", said));
        var id = opened.text("matter.id");
        var code = opened.text("code");
        var digits = opened.text("digits");
        assertThat(status(code, digits)).isEqualTo(200);
        town.begun(id);
        ok(zhentiao.move(id, "correct", Map.of("party", 1, "phone", "13500005511", "reason", "补登电话")));
        ok(zhentiao.move(id, "give-code", Map.of("party", 1)));
        assertThat(status(code, "5511")).isEqualTo(200);
        ok(zhentiao.move(id, "correct", Map.of("party", 1, "phone", "13500005522", "reason", "上次写错了")));
        assertThat(status(code, "5511")).as("somebody else's phone").isEqualTo(404);
        assertThat(status(code, "5522")).isEqualTo(200);
        assertThat(status(code, digits)).as("they hold the receipt").isEqualTo(200);
    }

    /// The new phone ends like that of the other side, so that it lets in nobody; the wrong one does neither.
    @Test
    void thePhoneOfWhoeverFiledThatWasWrittenDownWrongLetsInNobodyAlsoWhereTheRightOneCannot() {
        var opened = town.brought(Map.of("applicant", "孔撞号", "phone", "13500006611", "respondent", "曹撞号"));
        var id = opened.text("matter.id");
        var code = opened.text("code");
        town.begun(id);
        var zhentiao = town.as("zhentiao");
        ok(zhentiao.move(id, "correct", Map.of("party", 2, "phone", "13500006622", "reason", "补登电话")));
        ok(zhentiao.move(id, "give-code", Map.of("party", 2)));
        ok(zhentiao.move(id, "correct", Map.of("party", 1, "phone", "13600006622", "reason", "上次写错了")));
        assertThat(status(code, "6611")).isEqualTo(404);
        assertThat(status(code, "6622")).as("the other side's own").isEqualTo(200);
        ok(zhentiao.move(id, "correct", Map.of("party", 1, "phone", "13600006633", "reason", "另一个号")));
        ok(zhentiao.move(id, "give-code", Map.of("party", 1)));
        assertThat(status(code, "6633")).isEqualTo(200);
    }
}
