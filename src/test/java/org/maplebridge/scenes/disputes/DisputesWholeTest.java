package org.maplebridge.scenes.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maplebridge.scenes.disputes.DisputeTown.ok;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.TestClock;

/// What only some disputes go through: sent by a court, dangerous, mediated by several, filed by a helper.
class DisputesWholeTest extends DisputeStory {

    @Test
    void whatACourtSendsHasItsLimitAndIsNotOverBeforeTheCourtIsTold() {
        var id = town.brought(Map.of("source", "COURT", "sender", "区人民法院", "reference", "诉前调12号"))
                .text("matter.id");
        var limit = town.running(id, "disputes.court").orElseThrow();
        assertThat(limit.path("term").asString("")).startsWith("30");
        assertThat(limit.path("article").asString("")).contains("在线调解规则");
        town.begun(id);
        assertThat(town.running(id, "disputes.court")).isPresent();
        var wrong = town.as("zhentiao")
                .move(id, "report-police", Map.of("day", town.today().toString(), "report", "调解成功"));
        assertThat(wrong.status()).isEqualTo(409);
        ok(town.as("zhentiao").move(id, "fail", Map.of("reason", "NO_CONSENSUS", "note", "差得太远", "informed", true)));
        ok(town.as("zhenban").move(id, "evaluate", Map.of("grade", "FAIRLY", "channel", "PHONE")));
        var untold = town.as("zhentiao").move(id, "close", Map.of("summary", "转诉讼。"));
        assertThat(untold.status()).isEqualTo(409);
        assertThat(untold.text("detail")).contains("先回告结果");
        ok(town.as("zhentiao")
                .move(
                        id,
                        "report-court",
                        Map.of("day", town.today().toString(), "report", "调解不成，建议依法立案", "sign", "回12号")));
        ok(town.as("zhentiao").move(id, "close", Map.of("summary", "转诉讼。")));
        assertThat(town.facts(id)).contains("建议依法立案", "还可以走的路", "人民法院起诉");
    }

    @Test
    void violenceIsReportedAtOnceAndThePersonIsToldWhatTheyMayAskFor() {
        var id = town.brought(Map.of()).text("matter.id");
        town.accepted(id, DisputeForms.calmBut("violence", true));
        assertThat(town.running(id, "disputes.report-danger")).isPresent();
        assertThat(town.running(id, "disputes.rights")).isPresent();
        var leaving = town.as("zhentiao").move(id, "fail", Map.of("reason", "DANGER", "note", "有家暴", "informed", true));
        assertThat(leaving.status()).isEqualTo(409);
        assertThat(leaving.text("article")).isEqualTo("人民调解法第二十五条");
        ok(town.as("zhentiao").move(id, "report-danger", Map.of("at", town.now().toString(), "office", "城关派出所")));
        assertThat(town.running(id, "disputes.report-danger")).isEmpty();
        var half = new HashMap<String, Object>(
                Map.of("protectionOrder", true, "warning", true, "shelter", true, "legalAid", false, "note", "在窗口单独谈"));
        assertThat(town.as("zhentiao").move(id, "tell-rights", half).status()).isEqualTo(422);
        half.put("legalAid", true);
        ok(town.as("zhentiao").move(id, "tell-rights", half));
        assertThat(town.running(id, "disputes.rights")).isEmpty();
        ok(town.as("zhentiao").move(id, "fail", Map.of("reason", "DANGER", "note", "有家暴", "informed", true)));
        assertThat(town.facts(id)).contains("报告公安", "城关派出所", "告知权利");
    }

    @Test
    void whatIsDangerousIsReportedAlsoWhenItIsWithdrawn() {
        var danger = Map.of("danger", "VIOLENCE", "note", "夜里有打骂声", "policeInformed", false);
        var id = town.brought(Map.of()).text("matter.id");
        town.begun(id);
        ok(town.as("zhentiao").move(id, "flag", danger));
        var early = town.as("zhentiao").move(id, "withdraw", Map.of("reason", "她说算了"));
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.text("article")).isEqualTo("人民调解法第二十五条");
        ok(town.as("zhentiao").move(id, "report-danger", Map.of("at", town.now().toString(), "office", "城关派出所")));
        ok(town.as("zhentiao").move(id, "withdraw", Map.of("reason", "她说算了")));
        assertThat(town.running(id, "disputes.rights"))
                .as("she is still to be told what she may ask for")
                .isPresent();
    }

    @Test
    void aPartyWithdrawsAtAnyTimeAndTheDangerIsStillReported() {
        var said = new HashMap<String, Object>(
                Map.of("words", "丈夫打人，先不追究了。", "area", County.TOWN, "day", "2025-01-02", "anonymous", false));
        said.put("name", "许小丑");
        said.put("phone", "13600003333");
        var filed = ok(town.nobody().post("/api/public/scenes/disputes", said));
        var id = filed.text("matter.id");
        var own = new HashMap<String, Object>(Map.of("code", filed.text("matter.code"), "phoneLast4", "3333"));
        town.accepted(id, DisputeForms.calm());
        ok(town.as("zhentiao")
                .move(id, "flag", Map.of("danger", "VIOLENCE", "note", "邻居听见打骂", "policeInformed", false)));
        own.put("reason", "不想再说了");
        ok(town.nobody().post("/api/public/moves/withdraw", own));
        assertThat(town.running(id, "disputes.report-danger")).isPresent();
        ok(town.as("zhenban").move(id, "evaluate", Map.of("grade", "FAIRLY", "channel", "PHONE")));
        assertThat(town.running(id, "disputes.report-danger")).isPresent();
        assertThat(town.as("zhentiao")
                        .move(id, "close", Map.of("summary", "撤回。"))
                        .status())
                .isEqualTo(409);
        ok(town.as("zhentiao").move(id, "report-danger", Map.of("at", town.now().toString(), "office", "城关派出所")));
        ok(town.as("zhentiao").move(id, "close", Map.of("summary", "撤回。")));
    }

    /// Who is asked what they think may well say that they are being threatened.
    @Test
    void aNewDangerIsFlaggedAndReportedAlsoAfterTheMediationIsOver() {
        var danger = Map.of("danger", "THREAT", "note", "回访时说夜里有人砸门", "policeInformed", false);
        var leave = Map.of(
                "FAILED",
                Map.of("reason", "NO_CONSENSUS", "note", "差得太远", "informed", true),
                "WITHDRAWN",
                Map.of("reason", "不想再说了"));
        for (var stage : List.of("FAILED", "WITHDRAWN", "EVALUATED")) {
            var id = town.brought(Map.of()).text("matter.id");
            town.begun(id);
            boolean withdrawn = stage.equals("WITHDRAWN");
            ok(town.as("zhentiao")
                    .move(
                            id,
                            withdrawn ? "withdraw" : "fail",
                            Objects.requireNonNull(leave.get(withdrawn ? "WITHDRAWN" : "FAILED"))));
            if (stage.equals("EVALUATED")) {
                ok(town.as("zhenban").move(id, "evaluate", Map.of("grade", "FAIRLY", "channel", "PHONE")));
            }
            ok(town.as("zhentiao").move(id, "flag", danger));
            assertThat(town.running(id, "disputes.report-danger")).as(stage).isPresent();
            var report = Map.of("at", town.now().toString(), "office", "城关派出所");
            ok(town.as("zhentiao").move(id, "report-danger", report));
            assertThat(town.running(id, "disputes.report-danger")).as(stage).isEmpty();
        }
    }

    @Test
    void whatIsNotBetweenMerchantsIsNotForCommercialMediators() {
        var id = town.brought(Map.of("category", "FAMILY")).text("matter.id");
        var said = Map.of("to", "COMMERCIAL_MEDIATION", "reason", "请商会调", "informed", true);
        var wrong = town.as("zhentiao").move(id, "divert", said);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body().toString()).contains("商事调解条例第二条");
        var right = town.brought(Map.of("category", "LENDING")).text("matter.id");
        ok(town.as("zhentiao").move(right, "divert", said));
    }

    @Test
    void anotherOfficeTakesPartWithATaskOfItsOwnAndSeesTheDisputeMeanwhile() {
        var id = town.brought(Map.of()).text("matter.id");
        town.begun(id);
        assertThat(town.as("jingdiao").get("/api/matters/" + id).status()).isEqualTo(404);
        ok(town.as("zhentiao")
                .move(id, "invite", Map.of("force", "POLICE", "agency", town.office("police"), "what", "请到场说明推搡的处理")));
        assertThat(ok(town.as("jingdiao").get("/api/matters/" + id)).text("title"))
                .contains("沿街店铺");
        var inbox =
                ok(town.as("jingdiao").get("/api/inbox?scene=assists")).body().toString();
        assertThat(inbox).contains("联调：");
        var part = ok(town.as("jingdiao").get("/api/matters?scene=assists"))
                .body()
                .path("items")
                .get(0)
                .path("id")
                .asString("");
        ok(town.as("jingdiao").move(part, "take", Map.of("who", "民警小壬，办公电话 110")));
        assertThat(town.as("jingdiao").move(id, "agree", town.agreement("民警来定")).status())
                .isEqualTo(403);
        ok(town.as("jingdiao")
                .move(
                        part,
                        "done-part",
                        Map.of(
                                "outcome",
                                "双方各自承担医药费，没有违法情形。",
                                "day",
                                town.today().toString())));
        TestClock.pass(Duration.ofDays(60));
        assertThat(town.as("jingdiao").get("/api/matters/" + id).status())
                .as("after its part, and a while to look back, it no longer sees the dispute")
                .isEqualTo(404);
        assertThat(town.facts(id)).contains("请到场说明推搡的处理");
    }

    @Test
    void theOneWhoHelpedToFileMayAskHowFarItIsAndNoMore() {
        var said = new HashMap<String, Object>(Map.of(
                "words", "老人家腿脚不便，楼道堆物出不了门。",
                "area", County.TOWN,
                "day", "2025-01-02",
                "anonymous", false,
                "name", "孙婆婆",
                "phone", "13600001111",
                "helper", "小孙"));
        assertThat(town.nobody().post("/api/public/scenes/disputes", said).status())
                .isEqualTo(422);
        said.put("helperPhone", "13600002222");
        var filed = ok(town.nobody().post("/api/public/scenes/disputes", said));
        var helper = new HashMap<String, Object>(Map.of("code", filed.text("matter.code"), "phoneLast4", "2222"));
        var seen = ok(town.nobody().post("/api/public/progress", helper));
        assertThat(seen.text("stage")).isEqualTo("SENSED");
        assertThat(seen.body().path("moves")).isEmpty();
        ok(town.as("zhentiao").move(filed.text("matter.id"), "register", DisputeForms.calm()));
        helper.put("reason", "不想要了");
        assertThat(town.nobody().post("/api/public/moves/withdraw", helper).status())
                .isEqualTo(403);
        var danger = Map.of("danger", "VIOLENCE", "note", "夜里有打骂声", "policeInformed", false);
        ok(town.as("zhentiao").move(filed.text("matter.id"), "flag", danger));
        var after = ok(town.nobody().post("/api/public/progress", helper)).body();
        assertThat(after.path("entries")).as("what is done is theirs who filed").isEmpty();
        assertThat(after.toString()).doesNotContain("危险", "公安", "暴力", "\"due\"");
        helper.put("phoneLast4", "1111");
        var own = ok(town.nobody().post("/api/public/progress", helper)).body();
        assertThat(own.path("entries")).as("whoever filed sees what is done").isNotEmpty();
        assertThat(own.toString()).as("somebody may look over their shoulder").doesNotContain("标记危险", "报告公安", "家庭暴力");
        assertThat(ok(town.nobody().post("/api/public/moves/withdraw", helper)).text("stage"))
                .isEqualTo("WITHDRAWN");
    }

    @Test
    void whoWritesTheirOwnNameOnceMoreAsTheHelperIsStillWhoFiled() {
        var said = new HashMap<String, Object>(Map.of(
                "words", "演示：楼上漏水，把我家天花板泡坏了。",
                "area", County.TOWN,
                "day", "2025-01-02",
                "anonymous", false,
                "name", "钱阿婆",
                "phone", "13600003333",
                "helper", "钱阿婆",
                "helperPhone", "13600003333"));
        var filed = ok(town.nobody().post("/api/public/scenes/disputes", said));
        assertThat(ok(town.as("zhentiao").get("/api/matters/" + filed.text("matter.id")))
                        .body()
                        .path("parties"))
                .hasSize(1);
        var own = new HashMap<String, Object>(Map.of("code", filed.text("matter.code"), "phoneLast4", "3333"));
        ok(town.as("zhentiao").move(filed.text("matter.id"), "register", DisputeForms.calm()));
        own.put("reason", "自己修好了");
        assertThat(ok(town.nobody().post("/api/public/moves/withdraw", own)).text("stage"))
                .isEqualTo("WITHDRAWN");
    }
}
