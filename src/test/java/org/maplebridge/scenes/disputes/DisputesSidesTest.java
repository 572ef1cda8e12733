package org.maplebridge.scenes.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maplebridge.scenes.disputes.DisputeTown.key;
import static org.maplebridge.scenes.disputes.DisputeTown.ok;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.TestClock;

/// A dispute has two sides: what one of them may end, judge or read isn't the other's, whoever speaks for them.
class DisputesSidesTest extends DisputeStory {

    @Test
    void theOtherSidesAgentNeitherWithdrawsNorJudgesNorReadsWhatWasThoughtOfIt() {
        var opened = town.brought(Map.of("applicant", "孔甲方", "phone", "13500001111", "respondent", "曹乙方"));
        var id = opened.text("matter.id");
        var code = opened.text("code");
        town.begun(id);
        town.agent(id, 2, "严代乙", "13500002222");
        town.agent(id, 1, "华代甲", "13500003333");
        var theirs = key(code, "2222");
        theirs.put("reason", "不用调了");
        var refused = town.nobody().post("/api/public/moves/withdraw", theirs);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.toString()).contains("提出这件事的当事人");
        assertThat(ok(town.nobody().post("/api/public/progress", key(code, "2222")))
                        .body()
                        .path("moves")
                        .toString())
                .doesNotContain("withdraw");
        ok(town.as("zhentiao").move(id, "fail", Map.of("reason", "NO_CONSENSUS", "note", "差得太远", "informed", true)));
        var judged = key(code, "2222");
        judged.put("grade", "SATISFIED");
        assertThat(town.nobody().post("/api/public/evaluations", judged).status())
                .isEqualTo(403);
        var ours = key(code, "3333");
        ours.put("grade", "DISSATISFIED");
        ours.put("words", "没有帮上忙");
        ok(town.nobody().post("/api/public/evaluations", ours));
        assertThat(ok(town.nobody().post("/api/public/own/evaluations", key(code, "1111")))
                        .toString())
                .contains("没有帮上忙");
        assertThat(ok(town.nobody().post("/api/public/own/evaluations", key(code, "2222")))
                        .body()
                        .path("items"))
                .isEmpty();
        assertThat(town.nobody().post("/api/public/evaluations", judged).status())
                .as("nor a second time in their place")
                .isEqualTo(409);
        assertThat(ok(town.nobody().post("/api/public/own/evaluations", key(code, "1111")))
                        .body()
                        .path("items"))
                .hasSize(1);
    }

    /// Whoever is to pay or to move something may know how far it is; not where there was violence.
    @Test
    void theOtherSideIsLetInByItsOwnPhoneAndNotWhereThereIsDanger() {
        var opened = town.brought(Map.of("applicant", "孔开门", "phone", "13500006666", "respondent", "曹开门"));
        var id = opened.text("matter.id");
        var code = opened.text("code");
        town.begun(id);
        assertThat(town.as("zhentiao").get("/api/matters/" + id + "/moves").toString())
                .contains("给对方查询码");
        var early = town.as("zhentiao").move(id, "give-code", Map.of("party", 2));
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.toString()).contains("先用“更正当事人资料”补上");
        assertThat(town.as("zhentiao").move(id, "give-code", Map.of("party", 1)).status())
                .isEqualTo(422);
        ok(town.as("zhentiao").move(id, "correct", Map.of("party", 2, "phone", "13500007777", "reason", "补登电话")));
        var door = key(code, "7777");
        assertThat(town.nobody().post("/api/public/progress", door).status()).isEqualTo(404);
        ok(town.as("zhentiao").move(id, "give-code", Map.of("party", 2)));
        var seen = ok(town.nobody().post("/api/public/progress", door)).body();
        assertThat(seen.path("stage").asString("")).isEqualTo("HANDLING");
        assertThat(seen.path("moves").toString()).doesNotContain("withdraw", "evaluate");
        var danger = Map.of("danger", "VIOLENCE", "note", "夜里有打骂声", "policeInformed", true);
        ok(town.as("zhentiao").move(id, "flag", danger));
        var refused = town.as("zhentiao").move(id, "give-code", Map.of("party", 2));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.toString()).contains("不把查询码给对方");
        assertThat(town.nobody().post("/api/public/progress", door).status())
                .as("a danger that came up later shuts the door")
                .isEqualTo(404);
        ok(town.nobody().post("/api/public/progress", key(code, "6666")));
    }

    @Test
    void whatACourtSentLongAgoIsNoNewDisputeAndNoFault() {
        var said = new HashMap<String, Object>(DisputeForms.brought("测试：旧件", "孔旧", "13500004444"));
        said.put("source", "COURT");
        said.put("sender", "测试县人民法院");
        said.put("receivedOn", "2010-01-04");
        var answer = town.as("zhentiao").post("/api/scenes/disputes", said);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("fields").toString()).contains("receivedOn", "批量导入");
    }

    @Test
    void twoPeopleWhoQuarrelOverTwoThingsWithoutMoneyHaveTwoDisputes() {
        for (String category : new String[] {"NEIGHBOUR", "NOISE"}) {
            var opened = town.brought(Map.of("applicant", "孔两样", "phone", "13500005555", "respondent", "曹两样"));
            var id = opened.text("matter.id");
            town.accepted(id, DisputeForms.calm(), category);
            ok(town.as("zhentiao").move(id, "begin", Map.of("willing", "BOTH", "informed", true)));
            ok(town.as("zhentiao").move(id, "agree", town.agreement("说清楚了：" + category)));
            TestClock.pass(java.time.Duration.ofHours(3));
            town.closed(id);
            assertThat(town.facts(id)).doesNotContain("疑似一件拆成几件");
        }
    }
}
