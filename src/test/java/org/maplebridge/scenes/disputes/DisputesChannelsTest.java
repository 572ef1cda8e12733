package org.maplebridge.scenes.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maplebridge.scenes.disputes.DisputeTown.ok;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.stats.Tallies;
import org.springframework.beans.factory.annotation.Autowired;

/// What other authorities send has limits of its own, and its result goes back to whoever sent it.
class DisputesChannelsTest extends DisputeStory {

    @Autowired
    Tallies tallies;

    private String sent(String source, String sender) {
        return town.brought(Map.of("source", source, "sender", sender, "reference", source + "-7"))
                .text("matter.id");
    }

    private Wire.Answer back(String id, String verb, String report) {
        return town.as("zhentiao")
                .move(id, verb, Map.of("day", town.today().toString(), "report", report, "sign", "复〔2026〕7号"));
    }

    private void settled(String id) {
        town.begun(id);
        ok(town.as("zhentiao").move(id, "agree", town.agreement("外摆收回，互不追究。")));
        ok(town.as("zhentiao").move(id, "perform", Map.of()));
        ok(town.as("zhentiao").move(id, "performed", Map.of("day", town.today().toString(), "result", "FULL")));
        ok(town.as("zhenban").move(id, "evaluate", Map.of("grade", "SATISFIED", "channel", "PHONE")));
    }

    private Wire.Answer close(String id) {
        return town.as("zhentiao").move(id, "close", Map.of("summary", "双方和好。"));
    }

    @Test
    void aPetitionerIsToldInFifteenDaysThatItIsTakenInAndAnsweredInWritingInSixty() {
        var id = sent("PETITION", "区信访局");
        var told = town.running(id, "disputes.petition-tell").orElseThrow();
        assertThat(told.path("term").asString("")).startsWith("15");
        assertThat(told.path("article").asString("")).contains("信访工作条例");
        assertThat(town.running(id, "disputes.petition")
                        .orElseThrow()
                        .path("term")
                        .asString(""))
                .startsWith("60");
        settled(id);
        assertThat(close(id).status()).isEqualTo(409);
        var early = Map.of("day", town.today().minusDays(3).toString(), "how", "PAPER");
        assertThat(town.as("zhentiao").move(id, "tell-petitioner", early).status())
                .as("nobody is told before it came")
                .isEqualTo(422);
        ok(town.as("zhentiao")
                .move(id, "tell-petitioner", Map.of("day", town.today().toString(), "how", "PAPER")));
        assertThat(town.running(id, "disputes.petition-tell")).isEmpty();
        assertThat(close(id).status()).as("told is not yet answered").isEqualTo(409);
        ok(back(id, "report-petition", "经调解已经和好，外摆已收回；不服的，三十日内可以请求复查。"));
        ok(close(id));
        assertThat(town.facts(id)).contains("复〔2026〕7号", "请求复查");
    }

    @Test
    void whatThePoliceSendIsMediatedAndTheyAreToldWhatCameOfIt() {
        var id = sent("POLICE", "白龙桥派出所（110）");
        assertThat(town.running(id, "disputes.police-reply")).isPresent();
        settled(id);
        assertThat(close(id).text("detail")).contains("先回告结果");
        assertThat(back(id, "report-court", "调成了").text("detail")).contains("不是法院委派");
        ok(back(id, "report-police", "已调解并履行。"));
        assertThat(town.running(id, "disputes.police-reply")).isEmpty();
        ok(close(id));
    }

    @Test
    void whatAPrisonSendsOfAFamilyIsMediatedAtHomeAndThePrisonIsToldForTheOneInside() {
        var id = sent("PRISON", "某监狱人民调解委员会");
        assertThat(town.running(id, "disputes.prison-reply")
                        .orElseThrow()
                        .path("term")
                        .asString(""))
                .startsWith("30");
        settled(id);
        assertThat(close(id).text("detail")).contains("监狱");
        assertThat(back(id, "report-police", "调成了").text("detail")).contains("不是公安转来");
        ok(back(id, "report-prison", "老人的赡养费已经由兄弟分担，请转告本人安心。"));
        ok(close(id));
        assertThat(town.facts(id)).contains("某监狱人民调解委员会", "赡养费");
    }

    /// What was reported the first time is not what came of it the second.
    /// To the point where the court has turned the agreement down and both sides go on.
    private void mediatedAgain(String id, String content) {
        var today = town.today().toString();
        ok(town.as("zhentiao").move(id, "agree", town.agreement(content)));
        var asked = Map.of("choice", "APPLIED", "joint", true, "appliedOn", today, "court", "测试县人民法院");
        ok(town.as("zhentiao").move(id, "confirm", asked));
        var ruled = Map.of(
                "result", "DISMISSED", "ruledOn", today, "caseNo", "（2026）测民特3号", "reason", "内容不明确", "informed", true);
        ok(town.as("zhentiao").move(id, "ruled", ruled));
        ok(town.as("zhentiao").move(id, "mediate-again", Map.of("willing", "BOTH", "words", "把日子写清楚")));
    }

    @Test
    void whatIsMediatedAgainGainsNoTimeAgainstTheChannelAndReportsAnewWhatItHadReported() {
        var id = sent("COURT", "测试县人民法院");
        var first = town.running(id, "disputes.court").orElseThrow().path("at").asString("");
        town.begun(id);
        TestClock.pass(Duration.ofDays(5));
        mediatedAgain(id, "过几天收回外摆。");
        assertThat(town.running(id, "disputes.court").orElseThrow().path("at").asString(""))
                .isEqualTo(first);
        ok(back(id, "report-court", "达成了协议。"));
        assertThat(town.running(id, "disputes.court")).isEmpty();
        mediatedAgain(id, "下月收回外摆。");
        assertThat(town.running(id, "disputes.court").orElseThrow().path("at").asString(""))
                .isGreaterThan(first);
        ok(back(id, "report-court", "重新达成了协议。"));
    }

    @Test
    void whatIsOpenedAgainHasItsResultReportedAgainWithinItsLimit() {
        var verbs = Map.of("COURT", "report-court", "PETITION", "report-petition", "POLICE", "report-police");
        var limits =
                Map.of("COURT", "disputes.court", "PETITION", "disputes.petition", "POLICE", "disputes.police-reply");
        verbs.forEach((source, verb) -> {
            var opened = town.brought(Map.of("source", source, "sender", "来件单位"));
            var id = opened.text("matter.id");
            settled(id);
            ok(back(id, verb, "已和好。"));
            ok(close(id));
            TestClock.pass(Duration.ofDays(2));
            var party = Map.of("code", opened.text("code"), "phoneLast4", "4321");
            var reason = new HashMap<String, Object>(party);
            reason.putAll(Map.of("ground", "NOT_PERFORMED", "words", "没过几天又摆出来了"));
            ok(town.nobody().post("/api/public/moves/reopen", reason));
            assertThat(town.running(id, Objects.requireNonNull(limits.get(source))))
                    .as(source)
                    .isPresent();
            assertThat(town.facts(id)).as("the first is put aside").doesNotContain("已和好。");
            ok(town.as("zhentiao").move(id, "begin", Map.of("willing", "BOTH", "informed", true)));
            ok(town.as("zhentiao").move(id, "fail", Map.of("reason", "ABSENT", "note", "没来", "informed", true)));
            ok(town.as("zhenban").move(id, "evaluate", Map.of("grade", "FAIRLY", "channel", "PHONE")));
            assertThat(close(id).text("rule")).as(source).isEqualTo("disputes.channel-answered");
            ok(back(id, verb, "后来又反悔，没有调成。"));
            assertThat(town.running(id, Objects.requireNonNull(limits.get(source))))
                    .as(source)
                    .isEmpty();
            ok(close(id));
            assertThat(town.facts(id)).contains("没有调成");
        });
    }

    @Test
    void whatBelongsBehindWallsGoesToThePrisonsOwnMediatorsWithAReason() {
        var id = town.brought(Map.of("source", "VISIT")).text("matter.id");
        var said = new HashMap<String, Object>(Map.of("to", "PRISON", "reason", "双方都在服刑，由监狱调解组织就地调", "informed", true));
        ok(town.as("zhentiao").move(id, "divert", said));
        var trail = ok(town.as("zhentiao").get("/api/matters/" + id + "/trail"))
                .body()
                .toString();
        assertThat(trail).contains("监狱调解组织", "双方都在服刑");
    }

    @Test
    void aSentOneThatWaitsTooLongShowsThatItIsLate() {
        var id = sent("POLICE", "白龙桥派出所");
        TestClock.pass(Duration.ofDays(17));
        var limit = town.running(id, "disputes.police-reply").orElseThrow();
        assertThat(limit.path("overdue").asBoolean()).isTrue();
    }

    @Test
    void aDisputeThatAMediatorWentOutForIsCountedOnceHoweverOftenTheyWent() {
        var id = town.brought(Map.of("source", "HOTLINE")).text("matter.id");
        town.begun(id);
        for (int time = 1; time <= 2; time++) {
            var day = town.today().minusDays(1).toString();
            ok(town.as("zhentiao")
                    .move(
                            id,
                            "arrange",
                            Map.of(
                                    "kind",
                                    "VISIT",
                                    "starts",
                                    day + "T1" + time + ":00:00+08:00",
                                    "ends",
                                    day + "T1" + time + ":40:00+08:00",
                                    "open",
                                    false,
                                    "place",
                                    "筱溪村 12 号")));
            ok(town.as("zhentiao")
                    .move(
                            id,
                            "hold",
                            Map.of(
                                    "session",
                                    time,
                                    "minutes",
                                    "上门听了两家的说法。",
                                    "ended",
                                    day + "T1" + time + ":30:00+08:00")));
        }
        tallies.countNow();
        var records = ok(town.as("zhenban").get("/api/stats/disputes.visited/records"))
                .body()
                .toString();
        assertThat(records).containsOnlyOnce("\"id\":\"" + id);
    }
}
