package org.maplebridge.scenes.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
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
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// A dispute goes the whole way round through HTTP, with the clock ticking; every limit is the handbook's.
@MapleTest
class DisputesScenarioTest {

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
        county = founded.orElseGet(() -> {
            var made = new County(transactions, offices, access).founded();
            made.officer("wangge", "grid", DisputesLifecycle.GRID);
            made.officer("tiaojie", "village", DisputesLifecycle.MEDIATOR);
            made.officer("zhenban", "town", DisputesLifecycle.DISPATCHER);
            made.officer("zhentiao", "town", DisputesLifecycle.MEDIATOR);
            made.officer("xianban", "county", DisputesLifecycle.DISPATCHER);
            made.officer("jingdiao", "police", DisputesLifecycle.POLICE);
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

    private Map<String, Object> report(String area) {
        return new HashMap<>(Map.of(
                "words", "楼上装修夜里十点还在敲，说了几次不听。已经一个多月。",
                "area", area,
                "occurredAt", "2025-01-02T08:00:00+08:00",
                "source", "PATROL",
                "applicant", "周梅",
                "phone", "13800001234",
                "respondent", "吴强"));
    }

    private static LocalDate day(JsonNode page) {
        return OffsetDateTime.parse(page.path("openedAt").asString(""))
                .atZoneSameInstant(java.time.ZoneId.of("Asia/Shanghai"))
                .toLocalDate();
    }

    private JsonNode limit(String matter, String parameter) {
        var items = ok(as("xianban").get("/api/matters/" + matter + "/deadlines"))
                .body()
                .path("items");
        for (var item : items) {
            boolean live = item.path("state").asString("").matches("RUNNING|AWAITING_CALENDAR");
            if (live && item.path("parameter").asString("").equals(parameter)) {
                return item;
            }
        }
        throw new AssertionError("no running limit " + parameter + " in " + items);
    }

    private void lasts(String matter, String parameter, Duration hours) {
        var limit = limit(matter, parameter);
        var from = OffsetDateTime.parse(limit.path("from").asString(""));
        assertThat(OffsetDateTime.parse(limit.path("at").asString(""))).isEqualTo(from.plus(hours));
    }

    private Map<String, Object> toTheVillage() {
        var office = county.office("village").id().toString();
        return Map.of("area", County.VILLAGE, "category", "NOISE", "agency", office, "reason", "就近调解");
    }

    @Test
    void fromTheReportThroughReturnTransferAndUpgradeToTheEnd() {
        var opened = ok(as("tiaojie").post("/api/scenes/disputes", report(County.VILLAGE)));
        var id = opened.text("matter.id");
        var today = day(opened.body().path("matter"));
        assertThat(opened.text("matter.stage")).isEqualTo("SENSED");
        assertThat(opened.text("matter.title")).isEqualTo("楼上装修夜里十点还在敲，说了几次不听");
        assertThat(opened.text("matter.agency.name")).isEqualTo("village办公室");

        ok(as("tiaojie").move(id, "register", DisputeForms.calm()));
        ok(as("tiaojie").move(id, "route", toTheVillage()));
        lasts(id, "disputes.sign", Duration.ofHours(4));
        ok(as("tiaojie").move(id, "accept", Map.of()));
        assertThat(limit(id, "disputes.respond").path("term").asString("")).startsWith("3");

        ok(as("tiaojie").move(id, "return", Map.of("reason", "双方都住在镇上")));
        assertThat(limit(id, "disputes.respond").path("term").asString("")).startsWith("7");
        ok(as("zhenban")
                .move(
                        id,
                        "transfer",
                        Map.of("agency", county.office("village").id().toString(), "reason", "事发在村里")));
        var begun = ok(as("tiaojie").move(id, "begin", Map.of("willing", "BOTH", "informed", true)));
        assertThat(begun.text("stage")).isEqualTo("HANDLING");
        assertThat(limit(id, "disputes.mediate").path("term").asString("")).startsWith("30");
        var upgraded = ok(as("tiaojie").move(id, "upgrade", Map.of("reason", "要镇里的专业调解员")));
        assertThat(upgraded.text("stage")).isEqualTo("HANDLING");
        assertThat(upgraded.text("level")).isEqualTo("TOWN");

        agreedAndPerformed(id, today);
        heardAndClosed(id, opened.text("code"));
    }

    private void agreedAndPerformed(String id, LocalDate today) {
        ok(as("zhentiao").move(id, "agree", DisputeForms.agreement(today, "夜间装修影响休息。", "晚上八点以后不施工，补偿三百元。")));
        var confirm = limit(id, "disputes.confirm");
        assertThat(LocalDate.parse(confirm.path("lastDay").asString("")))
                .as("三十日，末日逢节假日顺延")
                .isAfterOrEqualTo(today.plusDays(30));
        assertThat(confirm.path("article").asString("")).contains("人民调解法第三十三条");
        ok(as("zhentiao")
                .move(
                        id,
                        "confirm",
                        Map.of("choice", "APPLIED", "joint", true, "appliedOn", today.toString(), "court", "区法院")));
        ok(as("zhentiao").move(id, "perform", Map.of()));
        var early = as("zhenban").move(id, "evaluate", Map.of("grade", "SATISFIED", "channel", "PHONE"));
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.text("article")).isEqualTo("人民调解法第三十一条");
        ok(as("zhentiao").move(id, "performed", Map.of("day", today.toString(), "result", "PART")));
        assertThat(limit(id, "disputes.perform").path("lastDay").asString(""))
                .isGreaterThanOrEqualTo(today.plusDays(10).toString());
        ok(as("zhentiao").move(id, "performed", Map.of("day", today.toString(), "result", "FULL", "amount", "300")));
    }

    private void heardAndClosed(String id, String code) {
        var evaluated = ok(new Wire(port)
                .post(
                        "/api/public/evaluations",
                        Map.of("code", code, "phoneLast4", "1234", "grade", "SATISFIED", "words", "说话算数")));
        assertThat(evaluated.text("stage")).isEqualTo("EVALUATED");
        var closed = ok(as("zhentiao").move(id, "close", Map.of("summary", "已履行，双方和好。")));
        assertThat(closed.text("stage")).isEqualTo("CLOSED");
        var page = as("zhentiao").get("/api/matters/" + id);
        assertThat(page.body().toString())
                .contains("已化解", "评价匿名汇总", "晚上八点以后不施工")
                .as("how they judged isn't told to whoever is judged")
                .doesNotContain("说话算数");
        assertThat(as("zhentiao").get("/api/matters/" + id + "/trail").raw().body())
                .contains("evaluate")
                .doesNotContain("说话算数");
        assertThat(as("zhentiao").move(id, "close", Map.of("summary", "再结一次")).status())
                .isEqualTo(409);
    }

    @Test
    void anybodyCanReportAndWhoStaysUnnamedLeavesNoName() {
        var said = new HashMap<String, Object>(Map.of(
                "words", "菜场东门的下水道堵了半个月，污水漫到路上。",
                "area", County.TOWN,
                "day", "2025-01-02",
                "anonymous", true,
                "name", "周梅"));
        var refused = new Wire(port).post("/api/public/scenes/disputes", said);
        assertThat(refused.status()).isEqualTo(422);
        said.remove("name");
        var filed = ok(new Wire(port).post("/api/public/scenes/disputes", said));
        assertThat(filed.text("matter.office.name")).isEqualTo("town办公室");
        assertThat(filed.text("digits")).hasSize(4);
        var page = ok(as("zhenban").get("/api/matters/" + filed.text("matter.id")));
        assertThat(page.text("colour.name")).isEqualTo("grey");
        assertThat(page.text("words")).contains("菜场东门");
        assertThat(page.body().path("suggestions").toString()).contains("下水道");
    }

    @Test
    void violenceStopsMediationUntilThePoliceHaveLooked() {
        var id = ok(as("zhenban").post("/api/scenes/disputes", report(County.TOWN)))
                .text("matter.id");
        var found = DisputeForms.calm();
        found.put("violence", true);
        var registered = ok(as("zhenban").move(id, "register", found));
        assertThat(registered.text("colour.name")).isEqualTo("orange");
        ok(as("zhenban")
                .move(
                        id,
                        "route",
                        Map.of(
                                "area",
                                County.TOWN,
                                "category",
                                "FAMILY",
                                "agency",
                                county.office("town").id().toString(),
                                "reason",
                                "镇里办")));
        ok(as("zhentiao").move(id, "accept", Map.of()));
        var begin = Map.of("willing", "BOTH", "informed", true);
        var refused = as("zhentiao").move(id, "begin", begin);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("article")).isEqualTo("人民调解法第二十五条");
        ok(as("zhenban")
                .move(
                        id,
                        "transfer",
                        Map.of("agency", county.office("police").id().toString(), "reason", "请公安核实")));
        ok(as("jingdiao").move(id, "clear", Map.of("reason", "已上门，双方分住，没有危险")));
        assertThat(ok(as("jingdiao").move(id, "begin", begin)).text("stage")).isEqualTo("HANDLING");
    }

    @Test
    void aFlaggedDangerIsNotTalkedAwayByWhoRegisters() {
        var id = ok(as("zhenban").post("/api/scenes/disputes", report(County.TOWN)))
                .text("matter.id");
        ok(as("zhenban").move(id, "flag", Map.of("danger", "VIOLENCE", "policeInformed", true, "note", "邻居听到打骂")));
        var registered = ok(as("zhenban").move(id, "register", DisputeForms.calm()));
        assertThat(registered.text("colour.name")).isEqualTo("orange");
        var facts =
                ok(as("zhenban").get("/api/matters/" + id)).body().path("facts").toString();
        assertThat(facts).contains("\"家庭暴力\",\"value\":\"是\"").contains("\"有人受伤\",\"value\":\"否\"");
    }

    @Test
    void aLimitPassesAndTheMatterShowsIt() {
        var id = ok(as("tiaojie").post("/api/scenes/disputes", report(County.VILLAGE)))
                .text("matter.id");
        TestClock.pass(Duration.ofDays(12));
        var page = ok(as("tiaojie").get("/api/matters/" + id));
        assertThat(page.body().path("due").path("overdue").asBoolean(false)).isTrue();
        assertThat(page.text("due.parameter")).isEqualTo("disputes.register");
    }
}
