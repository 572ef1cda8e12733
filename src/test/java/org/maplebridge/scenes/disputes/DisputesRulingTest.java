package org.maplebridge.scenes.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maplebridge.scenes.disputes.DisputeTown.ok;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.trail.Verification;
import org.springframework.beans.factory.annotation.Autowired;

/// What a court makes of an agreement that both sides ask it to confirm.
class DisputesRulingTest extends DisputeStory {

    @Autowired
    Verification verification;

    @BeforeAll
    void others() {
        county.officer("jiandu", "county", "kernel.supervisor");
    }

    private record Agreed(String id, Map<String, Object> code) {}

    private Agreed agreed() {
        var opened = town.brought(Map.of());
        var id = opened.text("matter.id");
        town.begun(id);
        ok(town.as("zhentiao").move(id, "agree", town.agreement("月底前赔三百元。")));
        return new Agreed(id, Map.of("code", opened.text("code"), "phoneLast4", "4321"));
    }

    private void applied(Agreed matter, LocalDate day) {
        ok(town.as("zhentiao")
                .move(
                        matter.id(),
                        "confirm",
                        Map.of("choice", "APPLIED", "joint", true, "appliedOn", day.toString(), "court", "测试县人民法院")));
    }

    private static Map<String, Object> ruled(String result, LocalDate day) {
        var said = new HashMap<String, Object>();
        said.put("result", result);
        said.put("ruledOn", day.toString());
        said.put("caseNo", "（2026）测0702民特12号");
        said.put("informed", false);
        return said;
    }

    private Wire.Answer rules(Agreed matter, Map<String, Object> said) {
        return town.as("zhentiao").move(matter.id(), "ruled", said);
    }

    private String told(Agreed matter) {
        return ok(town.nobody().post("/api/public/progress", matter.code())).text("whatNow");
    }

    @Test
    void aConfirmedAgreementSaysSoToThePartyWithWhatFollowsAlsoAfterTheDisputeIsClosed() {
        var matter = agreed();
        var day = town.today();
        applied(matter, day);
        assertThat(told(matter)).contains("协议", "测试县人民法院共同申请司法确认，正在等法院裁定");
        assertThat(town.facts(matter.id()))
                .contains("等法院裁定", "民事诉讼法第一百八十七条", day.plusDays(30).toString().substring(0, 7));
        town.closed(matter.id());
        TestClock.pass(Duration.ofDays(9));
        ok(rules(matter, ruled("CONFIRMED", town.today())));
        assertThat(told(matter)).contains("已经办结", "裁定确认了你们的调解协议", "申请执行");
        assertThat(town.facts(matter.id())).contains("裁定确认有效", "（2026）测0702民特12号", "民事诉讼法第二百零六条", "十五日内");
        assertThat(ok(town.as("zhentiao").get("/api/matters/" + matter.id())).text("stage"))
                .isEqualTo("CLOSED");
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    @Test
    void aDismissalNamesTheRoadsThatAreLeftAndIsNotKeptBeforePeopleWereToldThem() {
        var matter = agreed();
        applied(matter, town.today());
        var said = ruled("DISMISSED", town.today());
        assertThat(rules(matter, said).body().path("fields").toString()).contains("reason");
        said.put("reason", "协议内容不明确");
        var untold = rules(matter, said);
        assertThat(untold.status()).isEqualTo(422);
        assertThat(untold.body().path("fields").toString()).contains("informed", "重新调解", "起诉");
        assertThat(untold.text("article")).contains("民事诉讼法第二百零六条");
        said.put("informed", true);
        ok(rules(matter, said));
        assertThat(town.facts(matter.id())).contains("重新调解", "诉讼", "协议内容不明确");
        assertThat(told(matter)).contains("没有确认你们的调解协议", "重新调解", "起诉").doesNotContain("内容不明确");
    }

    @Test
    void noCourtRulesBeforeItWasAskedNorTomorrowNorOnWhatWasAskedTooLate() {
        var matter = agreed();
        var effective = town.today();
        var unknown = rules(matter, ruled("CONFIRMED", effective));
        assertThat(unknown.body().path("fields").toString()).contains("appliedOn", "还没有记过申请");
        applied(matter, effective);
        TestClock.pass(Duration.ofDays(2));
        var early = rules(matter, ruled("CONFIRMED", effective.minusDays(1)));
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.body().path("fields").toString()).contains("ruledOn", "不会早于申请");
        var tomorrow = rules(matter, ruled("CONFIRMED", town.today().plusDays(1)));
        assertThat(tomorrow.body().path("fields").toString()).contains("ruledOn", "不能晚于今天");
        TestClock.pass(Duration.ofDays(60));
        var late = ruled("CONFIRMED", town.today());
        late.put("appliedOn", effective.plusDays(50).toString());
        var refused = rules(matter, late);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("detail")).contains("三十日内", "最后一天是");
        assertThat(refused.text("article")).contains("人民调解法第三十三条", "民事诉讼法第二百零五条");
        ok(rules(matter, ruled("WITHDRAWN", effective.plusDays(3))));
        assertThat(town.facts(matter.id())).contains("撤回申请", "协议还在");
    }

    @Test
    void withoutAnAgreementThereIsNothingToRuleOnAndWhoIsElsewhereMayNot() {
        var id = town.brought(Map.of()).text("matter.id");
        town.begun(id);
        assertThat(town.as("zhentiao")
                        .move(id, "ruled", ruled("CONFIRMED", town.today()))
                        .status())
                .isEqualTo(409);
        var matter = agreed();
        applied(matter, town.today());
        assertThat(town.as("jingdiao")
                        .move(matter.id(), "ruled", ruled("CONFIRMED", town.today()))
                        .status())
                .isIn(403, 404);
    }

    @Test
    void whatIsOpenedAgainForgetsTheRulingButKeepsItInItsHistory() {
        var matter = agreed();
        applied(matter, town.today());
        town.closed(matter.id());
        var said = ruled("DISMISSED", town.today());
        said.put("reason", "违反自愿");
        said.put("informed", true);
        ok(rules(matter, said));
        var again = new HashMap<String, Object>(matter.code());
        again.put("ground", "UNWILLING");
        again.put("words", "当时并不愿意，法院也没有确认");
        ok(town.nobody().post("/api/public/moves/reopen", again));
        assertThat(town.facts(matter.id())).doesNotContain("违反自愿", "裁定驳回");
        assertThat(told(matter)).doesNotContain("没有确认");
    }

    private void dismissed(Agreed matter, String reason) {
        var said = ruled("DISMISSED", town.today());
        said.put("reason", reason);
        said.put("informed", true);
        ok(rules(matter, said));
    }

    private Wire.Answer again(Agreed matter, String willing) {
        return town.as("zhentiao")
                .move(matter.id(), "mediate-again", Map.of("willing", willing, "words", "把赔偿的数和日子写清楚"));
    }

    @Test
    void whomTheCourtTurnedDownIsMediatedAgainIfBothAreWillingAndTheFirstAgreementCountsNoMore() {
        var matter = agreed();
        var held = again(matter, "BOTH");
        assertThat(held.status()).isEqualTo(409);
        assertThat(held.text("detail")).contains("驳回了司法确认的，才回到调处");
        applied(matter, town.today());
        dismissed(matter, "协议内容不明确");
        var unwilling = again(matter, "REFUSED");
        assertThat(unwilling.status()).isEqualTo(409);
        assertThat(unwilling.text("article")).contains("人民调解法第十七条");
        ok(again(matter, "BOTH"));
        assertThat(town.running(matter.id(), "disputes.perform")).isEmpty();
        assertThat(town.running(matter.id(), "disputes.mediate")).isPresent();
        assertThat(town.facts(matter.id())).contains("法院没有确认协议", "写清楚").doesNotContain("月底前赔三百元", "裁定驳回");
        assertThat(again(matter, "BOTH").status()).isEqualTo(409);
        ok(town.as("zhentiao").move(matter.id(), "agree", town.agreement("本月二十日前赔三百元，付现金。")));
        applied(matter, town.today());
        ok(rules(matter, ruled("CONFIRMED", town.today())));
        assertThat(town.facts(matter.id())).contains("付现金", "裁定确认有效");
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    @Test
    void whomTheCourtTurnedDownLongAfterTheEndIsMediatedAgainAsTheLawGivesNoTimeForIt() {
        var matter = agreed();
        applied(matter, town.today());
        town.closed(matter.id());
        TestClock.pass(Duration.ofDays(60));
        var said = Map.of("willing", "BOTH", "words", "把赔偿的数和日子写清楚");
        var held = town.as("zhentiao").move(matter.id(), "mediate-after", said);
        assertThat(held.status()).isEqualTo(409);
        assertThat(held.text("detail")).contains("驳回了司法确认的，才回到调处");
        dismissed(matter, "协议内容不明确");
        var again = new HashMap<String, Object>(matter.code());
        again.put("ground", "UNWILLING");
        again.put("words", "法院也没有确认");
        assertThat(town.nobody().post("/api/public/moves/reopen", again).status())
                .as("anything else is over after its time")
                .isEqualTo(409);
        var unwilling =
                town.as("zhentiao").move(matter.id(), "mediate-after", Map.of("willing", "REFUSED", "words", "把日子写清楚"));
        assertThat(unwilling.text("article")).contains("人民调解法第十七条");
        ok(town.as("zhentiao").move(matter.id(), "mediate-after", said));
        assertThat(town.running(matter.id(), "disputes.mediate")).isPresent();
        assertThat(town.facts(matter.id())).contains("法院没有确认协议").doesNotContain("月底前赔三百元");
        ok(town.as("zhentiao").move(matter.id(), "agree", town.agreement("本月二十日前赔三百元，付现金。")));
        applied(matter, town.today());
        ok(rules(matter, ruled("CONFIRMED", town.today())));
        town.closed(matter.id());
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    @Test
    void whatWasEvaluatedBeforeTheCourtTurnedItDownIsMediatedAgainAndEvaluatedAnew() {
        var matter = agreed();
        applied(matter, town.today());
        ok(town.as("zhentiao").move(matter.id(), "perform", Map.of()));
        ok(town.as("zhentiao")
                .move(matter.id(), "performed", Map.of("day", town.today().toString(), "result", "FULL")));
        ok(town.as("zhenban").move(matter.id(), "evaluate", Map.of("grade", "SATISFIED", "channel", "PHONE")));
        dismissed(matter, "违反自愿");
        ok(again(matter, "BOTH"));
        ok(town.as("zhentiao").move(matter.id(), "agree", town.agreement("各退一步，外摆收回。")));
        ok(town.as("zhentiao").move(matter.id(), "perform", Map.of()));
        var early = town.as("zhenban").move(matter.id(), "evaluate", Map.of("grade", "SATISFIED", "channel", "PHONE"));
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.text("detail")).contains("没有履行完");
        ok(town.as("zhentiao")
                .move(matter.id(), "performed", Map.of("day", town.today().toString(), "result", "FULL")));
        assertThat(town.as("zhentiao")
                        .move(matter.id(), "close", Map.of("summary", "和好。"))
                        .status())
                .isEqualTo(409);
        ok(town.as("zhenban").move(matter.id(), "evaluate", Map.of("grade", "SATISFIED", "channel", "PHONE")));
        ok(town.as("zhentiao").move(matter.id(), "close", Map.of("summary", "和好。")));
    }

    @Test
    void whatACourtHasDecidedIsNeitherAppliedForAgainNorGivenUpAndWhatWasWithdrawnIs() {
        var matter = agreed();
        applied(matter, town.today());
        ok(rules(matter, ruled("WITHDRAWN", town.today())));
        applied(matter, town.today());
        ok(rules(matter, ruled("CONFIRMED", town.today())));
        var forgotten = town.as("zhentiao").move(matter.id(), "confirm", Map.of("choice", "GIVEN_UP", "joint", false));
        assertThat(forgotten.status()).isEqualTo(409);
        assertThat(forgotten.text("detail")).contains("已经裁定确认有效", "记录法院裁定");
        assertThat(town.facts(matter.id())).contains("裁定确认有效");
    }

    @Test
    void whatWasAskedForAndConfirmedIsCounted() {
        var day = town.today();
        ok(town.as("jiandu").post("/api/stats/refresh", Map.of()));
        var before = figure("disputes.confirm-applied").path("matters").asInt();
        for (var result : List.of("CONFIRMED", "WITHDRAWN", "")) {
            var matter = agreed();
            applied(matter, day);
            if (!result.isEmpty()) {
                ok(rules(matter, ruled(result, day)));
            }
        }
        ok(town.as("jiandu").post("/api/stats/refresh", Map.of()));
        assertThat(figure("disputes.confirm-applied").path("matters").asInt()).isEqualTo(before + 3);
        var matter = agreed();
        applied(matter, day);
        dismissed(matter, "协议内容不明确");
        ok(again(matter, "BOTH"));
        int ruled = figure("disputes.confirmed").path("matters").asInt();
        ok(town.as("jiandu").post("/api/stats/refresh", Map.of()));
        assertThat(figure("disputes.confirmed").path("matters").asInt())
                .as("a dismissal counts, mediated again or not")
                .isEqualTo(ruled + 1);
        var share = figure("disputes.confirmed");
        assertThat(share.path("definition").asString("")).contains("已经有结果");
        assertThat(ok(town.as("jiandu").get("/api/stats/disputes.confirmed/records"))
                        .body()
                        .path("items")
                        .size())
                .isGreaterThanOrEqualTo(2);
    }

    private tools.jackson.databind.JsonNode figure(String metric) {
        return ok(town.as("jiandu").get("/api/stats/" + metric)).body().path("figure");
    }
}
