package org.maplebridge.scenes.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// What only some disputes go through: opened again, paid in parts, sent by a court, dangerous, mediated by several,
/// doubtful at the end.
@MapleTest
class DisputesWholeTest {

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    private static Optional<County> founded = Optional.empty();

    private County county = new County(transactions, offices, access);

    @BeforeEach
    void found() {
        TestClock.reset();
        county = founded.orElseGet(() -> {
            var made = new County(transactions, offices, access).founded();
            made.officer("zhenban", "town", DisputesLifecycle.DISPATCHER, DisputesLifecycle.CLERK);
            made.officer("zhentiao", "town", DisputesLifecycle.MEDIATOR);
            made.officer("xianban", "county", DisputesLifecycle.DISPATCHER);
            made.officer("jingdiao", "police", DisputesLifecycle.POLICE, "assists.helper");
            return made;
        });
        founded = Optional.of(county);
    }

    private Wire as(String user) {
        return new Wire(port).as(user);
    }

    private static Wire.Answer ok(Wire.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer;
    }

    private Instant now() {
        return transactions.run(Scope.job("test"), Work::now);
    }

    private LocalDate today() {
        return now().atZone(Work.ZONE).toLocalDate();
    }

    private Wire.Answer brought(Map<String, Object> more) {
        var said = new HashMap<String, Object>(DisputeForms.brought("沿街店铺外摆挡路，两家为此动手推搡。", "冯春", "13900004321"));
        said.put("respondent", "蒋夏");
        said.putAll(more);
        return ok(as("zhentiao").post("/api/scenes/disputes", said));
    }

    private void accepted(String id, Map<String, Object> registered) {
        ok(as("zhentiao").move(id, "register", registered));
        ok(as("zhentiao")
                .move(
                        id,
                        "route",
                        Map.of(
                                "area",
                                County.TOWN,
                                "category",
                                "NEIGHBOUR",
                                "agency",
                                county.office("town").id().toString(),
                                "reason",
                                "就近")));
        ok(as("zhentiao").move(id, "accept", Map.of()));
    }

    private void begun(String id) {
        accepted(id, DisputeForms.calm());
        ok(as("zhentiao").move(id, "begin", Map.of("willing", "BOTH", "informed", true)));
    }

    private Map<String, Object> agreement(String content) {
        return new HashMap<>(DisputeForms.agreement(today(), "外摆挡路。", content));
    }

    private void closed(String id) {
        ok(as("zhentiao").move(id, "perform", Map.of()));
        ok(as("zhentiao").move(id, "performed", Map.of("day", today().toString(), "result", "FULL")));
        ok(as("zhenban").move(id, "evaluate", Map.of("grade", "SATISFIED", "channel", "PHONE")));
        ok(as("zhentiao").move(id, "close", Map.of("summary", "双方和好。")));
    }

    private JsonNode deadlines(String id) {
        return ok(as("zhentiao").get("/api/matters/" + id + "/deadlines"))
                .body()
                .path("items");
    }

    private Optional<JsonNode> running(String id, String parameter) {
        for (var item : deadlines(id)) {
            if (item.path("parameter").asString("").equals(parameter)
                    && item.path("state").asString("").matches("RUNNING|AWAITING_CALENDAR")) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }

    private String facts(String id) {
        return ok(as("zhentiao").get("/api/matters/" + id)).body().path("facts").toString();
    }

    @Test
    void whoIsNotHelpedHasItOpenedAgainForAMonthAndWhatWasAgreedIsKept() {
        var opened = brought(Map.of());
        var id = opened.text("matter.id");
        var party = Map.of("code", opened.text("code"), "phoneLast4", "4321");
        begun(id);
        ok(as("zhentiao").move(id, "agree", agreement("店铺不再外摆，月底前清走。")));
        closed(id);
        TestClock.pass(Duration.ofDays(20));
        var progress = ok(new Wire(port).post("/api/public/progress", party));
        assertThat(progress.body().path("moves").toString()).contains("\"verb\":\"reopen\"");
        var reason = new HashMap<String, Object>(party);
        reason.put("ground", "NOT_PERFORMED");
        reason.put("words", "没过几天又摆出来了");
        var again = ok(new Wire(port).post("/api/public/moves/reopen", reason));
        assertThat(again.text("stage")).isEqualTo("ACCEPTED");
        assertThat(running(id, "disputes.respond")).isPresent();
        assertThat(facts(id)).contains("说好的没有做到").doesNotContain("已化解", "月底前清走");

        ok(as("zhentiao").move(id, "begin", Map.of("willing", "BOTH", "informed", true)));
        ok(as("zhentiao").move(id, "agree", agreement("划线为界，越线由城管清走。")));
        closed(id);
        assertThat(facts(id)).contains("划线为界", "已化解");
        TestClock.pass(Duration.ofDays(40));
        var late = new Wire(port).post("/api/public/moves/reopen", reason);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("detail")).contains("时间已过");
    }

    @Test
    void whatIsOwedInPartsIsAskedForPartByPartAndIsNotFullBefore() {
        var id = brought(Map.of()).text("matter.id");
        begun(id);
        var said = agreement("赔偿九百元，分三次付清。");
        said.put("performBy", today().plusDays(90).toString());
        said.put(
                "plan",
                List.of(
                        Map.of("day", today().plusDays(30).toString(), "amount", "300"),
                        Map.of("day", today().plusDays(20).toString(), "amount", "300")));
        var backwards = as("zhentiao").move(id, "agree", said);
        assertThat(backwards.status()).isEqualTo(422);
        assertThat(backwards.body().path("fields").toString()).contains("plan.1.day");
        said.put(
                "plan",
                List.of(
                        Map.of("day", today().plusDays(30).toString(), "amount", "300"),
                        Map.of("day", today().plusDays(60).toString(), "amount", "300"),
                        Map.of("day", today().plusDays(90).toString(), "amount", "300", "what", "尾款")));
        var day = today();
        ok(as("zhentiao").move(id, "agree", said));
        assertThat(running(id, "disputes.perform").orElseThrow().path("lastDay").asString(""))
                .isGreaterThanOrEqualTo(day.plusDays(30).toString())
                .isLessThan(day.plusDays(45).toString());
        ok(as("zhentiao").move(id, "perform", Map.of()));
        var soon =
                as("zhentiao").move(id, "performed", Map.of("day", day.toString(), "result", "FULL", "amount", "300"));
        assertThat(soon.status()).isEqualTo(422);
        assertThat(soon.text("detail") + soon.body().path("fields")).contains("900");
        ok(as("zhentiao").move(id, "performed", Map.of("day", day.toString(), "result", "PART", "amount", "400")));
        assertThat(running(id, "disputes.perform").orElseThrow().path("lastDay").asString(""))
                .isGreaterThanOrEqualTo(day.plusDays(60).toString());
        assertThat(facts(id)).contains("已付清", "已付 100.00 元", "还没有付");
        ok(as("zhentiao").move(id, "performed", Map.of("day", day.toString(), "result", "FULL", "amount", "500")));
    }

    @Test
    void whatACourtSendsHasItsLimitAndIsNotOverBeforeTheCourtIsTold() {
        var id = brought(Map.of("source", "COURT", "sender", "区人民法院", "reference", "诉前调12号"))
                .text("matter.id");
        var limit = running(id, "disputes.court").orElseThrow();
        assertThat(limit.path("term").asString("")).startsWith("30");
        assertThat(limit.path("article").asString("")).contains("在线调解规则");
        begun(id);
        assertThat(running(id, "disputes.court")).isPresent();
        var wrong = as("zhentiao").move(id, "report-police", Map.of("day", today().toString(), "report", "调解成功"));
        assertThat(wrong.status()).isEqualTo(409);
        ok(as("zhentiao").move(id, "fail", Map.of("reason", "NO_CONSENSUS", "note", "差得太远", "informed", true)));
        ok(as("zhenban").move(id, "evaluate", Map.of("grade", "FAIRLY", "channel", "PHONE")));
        var untold = as("zhentiao").move(id, "close", Map.of("summary", "转诉讼。"));
        assertThat(untold.status()).isEqualTo(409);
        assertThat(untold.text("detail")).contains("先回告结果");
        ok(as("zhentiao")
                .move(id, "report-court", Map.of("day", today().toString(), "report", "调解不成，建议依法立案", "sign", "回12号")));
        ok(as("zhentiao").move(id, "close", Map.of("summary", "转诉讼。")));
        assertThat(facts(id)).contains("建议依法立案", "还可以走的路", "人民法院起诉");
    }

    @Test
    void violenceIsReportedAtOnceAndThePersonIsToldWhatTheyMayAskFor() {
        var id = brought(Map.of()).text("matter.id");
        accepted(id, DisputeForms.calmBut("violence", true));
        assertThat(running(id, "disputes.report-danger")).isPresent();
        assertThat(running(id, "disputes.rights")).isPresent();
        var leaving = as("zhentiao").move(id, "fail", Map.of("reason", "DANGER", "note", "有家暴", "informed", true));
        assertThat(leaving.status()).isEqualTo(409);
        assertThat(leaving.text("article")).isEqualTo("人民调解法第二十五条");
        ok(as("zhentiao").move(id, "report-danger", Map.of("at", now().toString(), "office", "城关派出所")));
        assertThat(running(id, "disputes.report-danger")).isEmpty();
        var half = new HashMap<String, Object>(
                Map.of("protectionOrder", true, "warning", true, "shelter", true, "legalAid", false, "note", "在窗口单独谈"));
        assertThat(as("zhentiao").move(id, "tell-rights", half).status()).isEqualTo(422);
        half.put("legalAid", true);
        ok(as("zhentiao").move(id, "tell-rights", half));
        assertThat(running(id, "disputes.rights")).isEmpty();
        ok(as("zhentiao").move(id, "fail", Map.of("reason", "DANGER", "note", "有家暴", "informed", true)));
        assertThat(facts(id)).contains("报告公安", "城关派出所", "告知权利");
    }

    @Test
    void anotherOfficeTakesPartWithATaskOfItsOwnAndSeesTheDisputeMeanwhile() {
        var id = brought(Map.of()).text("matter.id");
        begun(id);
        assertThat(as("jingdiao").get("/api/matters/" + id).status()).isEqualTo(404);
        ok(as("zhentiao")
                .move(
                        id,
                        "invite",
                        Map.of(
                                "force",
                                "POLICE",
                                "agency",
                                county.office("police").id().toString(),
                                "what",
                                "请到场说明推搡的处理")));
        assertThat(ok(as("jingdiao").get("/api/matters/" + id)).text("title")).contains("沿街店铺");
        var inbox = ok(as("jingdiao").get("/api/inbox?scene=assists")).body().toString();
        assertThat(inbox).contains("联调：");
        var part = ok(as("jingdiao").get("/api/matters?scene=assists"))
                .body()
                .path("items")
                .get(0)
                .path("id")
                .asString("");
        ok(as("jingdiao").move(part, "take", Map.of("who", "民警小壬，办公电话 110")));
        assertThat(as("jingdiao").move(id, "agree", agreement("民警来定")).status()).isEqualTo(403);
        ok(as("jingdiao").move(part, "done-part", Map.of("outcome", "双方各自承担医药费，没有违法情形。", "day", today().toString())));
        TestClock.pass(Duration.ofDays(60));
        assertThat(as("jingdiao").get("/api/matters/" + id).status())
                .as("after its part, and a while to look back, it no longer sees the dispute")
                .isEqualTo(404);
        assertThat(facts(id)).contains("请到场说明推搡的处理");
    }

    @Test
    void oneDisputeCountedTwiceIsDoubtfulAndNobodyIsStopped() {
        for (int turn = 0; turn < 2; turn++) {
            var id = brought(Map.of("applicant", "郑一", "phone", "13700007777", "respondent", "王二"))
                    .text("matter.id");
            begun(id);
            ok(as("zhentiao").move(id, "agree", agreement("各让一步，" + turn + "。")));
            TestClock.pass(Duration.ofHours(3));
            closed(id);
            var doubts = facts(id);
            if (turn == 0) {
                assertThat(doubts).doesNotContain("疑似一件拆成几件");
            } else {
                assertThat(doubts).contains("疑似一件拆成几件", "另有 1 件", "还没有说明");
            }
        }
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
        assertThat(new Wire(port).post("/api/public/scenes/disputes", said).status())
                .isEqualTo(422);
        said.put("helperPhone", "13600002222");
        var filed = ok(new Wire(port).post("/api/public/scenes/disputes", said));
        var helper = new HashMap<String, Object>(Map.of("code", filed.text("matter.code"), "phoneLast4", "2222"));
        var seen = ok(new Wire(port).post("/api/public/progress", helper));
        assertThat(seen.text("stage")).isEqualTo("SENSED");
        assertThat(seen.body().path("moves")).isEmpty();
        ok(as("zhentiao").move(filed.text("matter.id"), "register", DisputeForms.calm()));
        helper.put("reason", "不想要了");
        assertThat(new Wire(port).post("/api/public/moves/withdraw", helper).status())
                .isEqualTo(403);
        helper.put("phoneLast4", "1111");
        assertThat(ok(new Wire(port).post("/api/public/moves/withdraw", helper)).text("stage"))
                .isEqualTo("WITHDRAWN");
    }

    @Test
    void aFightThatIsSettledAndMadeGoodMayBeForgivenByThePoliceOnly() {
        var id = brought(Map.of("source", "POLICE", "sender", "城关派出所")).text("matter.id");
        begun(id);
        ok(as("zhentiao").move(id, "agree", agreement("赔礼，赔偿二百元。")));
        ok(as("zhentiao").move(id, "perform", Map.of()));
        var asked = new HashMap<String, Object>(
                Map.of("by", "BOTH", "day", today().toString(), "written", true, "undecided", true));
        var early = as("zhentiao").move(id, "ask-waiver", asked);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.text("article")).isEqualTo("治安管理处罚法第九条");
        ok(as("zhentiao").move(id, "performed", Map.of("day", today().toString(), "result", "FULL")));
        asked.put("written", false);
        assertThat(as("zhentiao").move(id, "ask-waiver", asked).status()).isEqualTo(422);
        asked.put("written", true);
        ok(as("zhentiao").move(id, "ask-waiver", asked));
        assertThat(facts(id)).contains("是否认可由公安机关依法决定").doesNotContain("不予处罚\"");
        assertThat(running(id, "disputes.waiver")).isPresent();
        ok(as("zhentiao")
                .move(
                        id,
                        "decide-waiver",
                        Map.of("decision", "REFUSED", "day", today().toString(), "reason", "情节不属于较轻")));
        assertThat(facts(id)).contains("不认可", "情节不属于较轻");
    }
}
