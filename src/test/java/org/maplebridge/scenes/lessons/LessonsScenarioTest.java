package org.maplebridge.scenes.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.alerts.Alarms;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.trail.Verification;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// A dozen disputes about one thing become a rule, and what became of them is counted; through HTTP, as time passes.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LessonsScenarioTest {

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    Alarms alarms;

    @Autowired
    LessonsDrawing drawing;

    @Autowired
    Verification verification;

    private Optional<County> founded = Optional.empty();
    private Optional<Quarter> first = Optional.empty();

    @BeforeAll
    void found() {
        var county = new County(transactions, offices, access).founded();
        county.officer("ren", "town", "disputes.dispatcher", "disputes.mediator");
        county.officer("xi", "county", LessonsLifecycle.ANALYST, "kernel.supervisor");
        county.officer("zhu", "department", LessonsLifecycle.DEPARTMENT);
        county.officer("wai", "otherTown", "disputes.dispatcher");
        founded = Optional.of(county);
        // to the second month of the next quarter, so that neither its begin nor its end is near
        passTo(Quarter.of(today()).next().from().plusMonths(1));
        first = Optional.of(Quarter.of(today()));
    }

    @AfterAll
    void theClockGoesBack() {
        TestClock.reset();
    }

    private Wire as(String login) {
        return new Wire(port).as(login);
    }

    private static Wire.Answer ok(Wire.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer;
    }

    private LocalDate today() {
        return transactions.run(Scope.job("test"), Work::today);
    }

    private void passTo(LocalDate day) {
        TestClock.pass(Duration.ofDays(ChronoUnit.DAYS.between(today(), day)));
    }

    private void disputes(int count, String category, String name) {
        var ren = as("ren");
        for (int at = 0; at < count; at++) {
            var said = new HashMap<String, Object>(
                    DisputeForms.brought("第 " + at + " 次反映同样的事", name + at, "1380000" + (1000 + at)));
            said.put("category", category);
            said.put("occurredAt", today() + "T00:00:01+08:00");
            ok(ren.post("/api/scenes/disputes", said));
        }
    }

    /// Figures are counted, and the clock's work is done.
    private void round() {
        ok(as("xi").post("/api/stats/refresh", Map.of()));
        drawing.round();
    }

    private List<JsonNode> lessons() {
        return ok(as("xi").get("/api/matters?limit=200"))
                .body()
                .path("items")
                .valueStream()
                .filter(row -> row.path("scene").asString("").equals("lessons"))
                .toList();
    }

    private String lesson(String place) {
        return lessons().stream()
                .filter(row -> row.path("title").asString("").contains(place + " "))
                .filter(row -> row.path("title").asString("").endsWith("物业"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(lessons().toString()))
                .path("id")
                .asString("");
    }

    private String facts(String login, String id) {
        return ok(as(login).get("/api/matters/" + id)).body().path("facts").toString();
    }

    private static Map<String, Object> finding(String causes) {
        return Map.of("causes", causes, "subjects", "物业服务企业、业主委员会", "proposal", "公共收益每半年公布一次。");
    }

    @Test
    @Order(1)
    void nothingIsDraftedBeforeTheQuarterIsOverOrWhileThereAreFew() {
        disputes(11, "PROPERTY", "周小梅");
        disputes(9, "NOISE", "吴小强");
        disputes(12, "LAND", "郑小田");
        round();
        assertThat(lessons()).isEmpty();
        var early = as("xi").post(
                        "/api/scenes/lessons",
                        Map.of("area", County.TOWN, "category", "噪声扰民", "day", today().toString()));
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.toString()).contains("只有 9 件，不到 10 件");
    }

    @Test
    @Order(2)
    void eachKindOfWhichThereAreManyIsDraftedOncePerTownAndCounty() {
        passTo(first.orElseThrow().next().from().plusDays(2));
        // figures of before the end of the quarter don't say how it ended
        drawing.round();
        assertThat(lessons()).isEmpty();
        round();
        round();
        assertThat(lessons()).hasSize(4);
        assertThat(lessons().toString()).doesNotContain("噪声");
        var id = lesson("白龙桥镇");
        var facts = facts("xi", id);
        assertThat(facts).contains("类案分析与制度建议书", "11 件，占全部 32 件的 34.38%", "0 件（全部 0 件，样本少于 30 件");
        assertThat(facts).contains("计入的件");
        assertThat(facts.split("\"编号\"", -1)).hasSize(12);
        assertThat(facts).doesNotContain("周小梅", "第 1 次反映");
        assertThat(as("wai").get("/api/matters/" + id).status()).isEqualTo(404);
    }

    @Test
    @Order(3)
    void aPersonSaysWhatIsCommonWithoutNamesAndTheDepartmentAnswers() {
        var id = lesson("白龙桥镇");
        var empty = as("xi").move(id, "issue", Map.of("department", office("department")));
        assertThat(empty.status()).isEqualTo(409);
        var named = as("xi").move(id, "edit", finding("周小梅3家的物业费收支不公开"));
        assertThat(named.status()).as(named.toString()).isEqualTo(422);
        assertThat(named.toString()).contains("当事人的姓名");
        ok(as("xi").move(id, "edit", finding("公共收益不公开，业主不知道钱去了哪里。")));
        var wrong = as("xi").move(id, "issue", Map.of("department", office("police")));
        assertThat(wrong.status()).isEqualTo(422);
        ok(as("xi").move(id, "issue", Map.of("department", office("department"))));
        ok(as("zhu").move(id, "give-back", Map.of("reason", "物业归住建部门管")));
        ok(as("xi").move(id, "issue", Map.of("department", office("department"))));
        ok(as("zhu").move(id, "serve", Map.of()));
        assertThat(facts("zhu", id)).contains("公共收益不公开", "11 件这里不列");
        var bare = as("zhu").move(id, "answer", Map.of("reply", "ADOPTED", "words", "同意，尽快制定。"));
        assertThat(bare.status()).isEqualTo(422);
        ok(as("zhu").move(id, "answer", Map.of("reply", "NOT_ADOPTED", "words", "没有先例。")));
        var soon = as("xi").move(id, "press", Map.of("reason", "直接督办"));
        assertThat(soon.status()).isEqualTo(409);
        ok(as("xi").move(id, "send-back", Map.of("reason", "没有说明为什么不可行")));
        ok(as("zhu").move(id, "answer-again", Map.of("reply", "NOT_ADOPTED", "words", "还是没有先例。")));
        assertThat(as("xi").move(id, "send-back", Map.of("reason", "再退一次")).status())
                .isEqualTo(409);
        ok(as("xi").move(id, "press", Map.of("reason", "请主要负责人答复")));
        ok(as("zhu")
                .move(
                        id,
                        "answer-again",
                        Map.of(
                                "reply", "ADOPTED",
                                "rule", "住宅小区公共收益公开办法",
                                "inForce", today().plusDays(30).toString(),
                                "words", "每半年公布，街道抽查。")));
        assertThat(as("xi").move(id, "press", Map.of("reason", "再次督办")).status())
                .isEqualTo(409);
        ok(as("xi").move(id, "close", Map.of("words", "对症，两个季度后看。")));
        assertThat(facts("xi", id)).contains("住宅小区公共收益公开办法", "这个季度还没有满", "两个季度满了以后算出", "没有先例");
    }

    private String office(String key) {
        return founded.orElseThrow().office(key).id().toString();
    }

    @Test
    @Order(4)
    void whoDoesNotAnswerIsToldAndSoIsTheOfficeAbove() {
        var id = lesson("婺城区");
        ok(as("xi").move(id, "edit", finding("公共收益不公开，业主不知道钱去了哪里。")));
        ok(as("xi").move(id, "issue", Map.of("department", office("department"))));
        ok(as("zhu").move(id, "serve", Map.of()));
        TestClock.pass(Duration.ofDays(91));
        alarms.sweep();
        assertThat(ok(as("zhu").get("/api/matters/" + id)).body().toString()).contains("lessons.answer");
        assertThat(ok(as("zhu").get("/api/alerts")).body().toString()).contains(id);
    }

    @Test
    @Order(5)
    void whetherItFellIsCountedFromTheTwoQuartersAfter() {
        var then = first.orElseThrow();
        passTo(then.next().next().from().plusDays(3));
        disputes(4, "PROPERTY", "冯小兰");
        disputes(28, "OTHER", "陈小河");
        passTo(then.next().next().next().from().plusDays(3));
        round();
        var facts = facts("xi", lesson("白龙桥镇"));
        assertThat(facts).contains("4 件，占全部 32 件的 12.50%", "样本少，看不出升降");
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    @Test
    @Order(6)
    void aFewAreLookedThroughWhenSomebodySaysWhyAndNeverTwice() {
        var said = new HashMap<String, Object>(Map.of(
                "area",
                County.TOWN,
                "category",
                "噪声扰民",
                "day",
                first.orElseThrow().to().toString(),
                "reason",
                "九件都是同一个夜市"));
        var id = ok(as("xi").post("/api/scenes/lessons", said)).text("matter.id");
        assertThat(facts("xi", id)).contains("九件都是同一个夜市", "9 件");
        assertThat(as("xi").post("/api/scenes/lessons", said).toString()).contains("已经分析过");
        assertThat(as("xi").post("/api/scenes/lessons", with(said, "category", "没有这类"))
                        .toString())
                .contains("可以写：邻里");
        assertThat(as("xi").post("/api/scenes/lessons", with(said, "area", County.OTHER_COUNTY))
                        .toString())
                .contains("不在您单位的区域里");
        assertThat(as("xi").post("/api/scenes/lessons", with(said, "area", County.VILLAGE))
                        .toString())
                .contains("选到这一级");
        ok(as("xi").move(id, "drop", Map.of("reason", "夜市已经搬走")));
    }

    private static Map<String, Object> with(Map<String, Object> said, String field, Object value) {
        var changed = new HashMap<>(said);
        changed.put(field, value);
        return changed;
    }
}
