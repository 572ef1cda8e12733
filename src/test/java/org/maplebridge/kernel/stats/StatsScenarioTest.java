package org.maplebridge.kernel.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Fourteen disputes of a small county: what the figures say of them is what one counts by hand.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StatsScenarioTest {

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    private final List<FourteenDisputes> counties = new ArrayList<>();

    @BeforeAll
    void build() {
        counties.add(new FourteenDisputes(port, transactions, offices, access));
        county().happen();
    }

    private FourteenDisputes county() {
        return counties.getFirst();
    }

    private Wire as(String user) {
        return county().as(user);
    }

    private static Wire.Answer ok(Wire.Answer answer) {
        return FourteenDisputes.ok(answer);
    }

    private LocalDate today() {
        return county().today();
    }

    private JsonNode figure(String user, String metric, String query) {
        return ok(as(user).get("/api/stats/" + metric + query)).body().path("figure");
    }

    private void says(String metric, String value, int matters) {
        var figure = figure("jiandu", metric, "");
        assertThat(figure.path("value").decimalValue()).as(figure.toString()).isEqualByComparingTo(value);
        assertThat(figure.path("matters").asInt()).as(figure.toString()).isEqualTo(matters);
    }

    @Test
    @Order(1)
    void theFiguresAreWhatOneCountsByHand() {
        // nine begun, one late, one hasty, one returned, one with two merged into it, one of the other town
        says("disputes.received", "14", 14);
        says("disputes.patrolled", "92.86", 14);
        // two of 1500.50, and of those merged the largest
        says("disputes.amount", "5001.25", 3);
        // seven of ten: one was not performed, one failed, one is doubtful
        says("disputes.local", "70.00", 10);
        says("disputes.days", "1.8", 10);
        says("disputes.doubtful", "10.00", 10);
        says("disputes.overdue", "7.14", 14);
        says("disputes.returned", "7.14", 14);
        says("disputes.reopened", "0.00", 10);
        var days = figure("jiandu", "disputes.days", "");
        assertThat(days.path("aims").toString()).contains("3.5", "28.6", "试点县公开材料");
        assertThat(days.path("definition").asString("")).contains("按件平均");
    }

    @Test
    @Order(2)
    void whatWasCountedOfAHandfulIsNotShown() {
        var satisfied = figure("jiandu", "disputes.satisfied", "");
        assertThat(satisfied.has("value")).isFalse();
        assertThat(satisfied.has("numerator")).isFalse();
        assertThat(satisfied.path("of").asInt()).isEqualTo(10);
        assertThat(satisfied.path("note").asString("")).isEqualTo("样本不足 30，或者月份没有满，不显示");
        var who = as("jiandu").get("/api/stats/disputes.satisfied/records?hit=true");
        assertThat(who.status()).as("nobody learns who said what").isEqualTo(422);
        assertThat(who.body().toString()).contains("不单独列出");
        assertThat(figure("jiandu", "disputes.unperformed", "").path("note").asString(""))
                .isEqualTo("样本不足 10，不显示");
        var none = figure("jiandu", "disputes.local", "?from=2020-01-01&to=2020-12-31");
        assertThat(none.path("note").asString("")).contains("没有可算的事项");
    }

    @Test
    @Order(3)
    void aFigureIsBrokenDownByPlaceOfficeKindMonthAndWeekAndTheParts() {
        for (var by : List.of("area", "agency", "category", "month", "week")) {
            var broken = ok(as("jiandu").get("/api/stats/disputes.received?by=" + by))
                    .body();
            int sum = 0;
            for (var group : broken.path("groups")) {
                sum += group.path("value").asInt();
                var listed = ok(as("jiandu").get(group.path("records").asString("")));
                assertThat(listed.body().path("items").size())
                        .as(by + group)
                        .isEqualTo(group.path("matters").asInt());
            }
            assertThat(sum).as(by).isEqualTo(14);
            assertThat(broken.path("cutOff").asString("")).isNotBlank();
        }
        var weeks = ok(as("jiandu").get("/api/stats/disputes.received?by=week")).body();
        for (var week : weeks.path("groups")) {
            assertThat(LocalDate.parse(week.path("key").asString("")).getDayOfWeek())
                    .isEqualTo(DayOfWeek.MONDAY);
        }
        assertThat(as("jiandu")
                        .get("/api/stats/disputes.received?by=week&from=2020-01-01")
                        .body()
                        .toString())
                .contains("按周最多看 3 年");
        assertThat(as("jiandu")
                        .get("/api/stats/disputes.satisfied?by=week")
                        .body()
                        .toString())
                .as("told of whole months only")
                .contains("按整月合并");
        var areas = ok(as("jiandu").get("/api/stats/disputes.received?by=area")).body();
        assertThat(areas.path("groups").toString()).contains("白龙桥镇", "罗店镇");
        assertThat(as("jiandu").get("/api/stats/disputes.received?by=colour").status())
                .isEqualTo(422);
        assertThat(as("jiandu").get("/api/stats/no.such").status()).isEqualTo(404);
    }

    @Test
    @Order(4)
    void daysAndPlacesNarrowItDown() {
        var early = today().minusDays(2);
        var first = "?from=" + early.minusDays(1) + "&to=" + early;
        assertThat(figure("jiandu", "disputes.received", first).path("value").asInt())
                .isEqualTo(10);
        var since = "?from=" + today();
        assertThat(figure("jiandu", "disputes.received", since).path("value").asInt())
                .isEqualTo(4);
        var town = "?area=" + County.TOWN;
        assertThat(figure("jiandu", "disputes.received", town).path("value").asInt())
                .isEqualTo(13);
        assertThat(as("jiandu").get("/api/stats?from=2026-02-01&to=2026-01-01").status())
                .isEqualTo(422);
    }

    @Test
    @Order(5)
    void nobodyAsksForAPlaceThatIsNotTheirs() {
        assertThat(figure("linzhen", "disputes.received", "").path("value").asInt())
                .isEqualTo(1);
        for (var path : List.of(
                "/api/stats",
                "/api/stats/disputes.received",
                "/api/stats/disputes.received/records",
                "/api/stats/warnings",
                "/api/stats/targets",
                "/api/stats/honours")) {
            var refused = as("linzhen").get(path + "?area=" + County.TOWN);
            assertThat(refused.status()).as(path).isEqualTo(403);
            assertThat(refused.text("rule")).isEqualTo("stats.own-area");
            assertThat(refused.text("next")).isNotBlank();
            assertThat(as("linzhen").get(path + "?area=" + County.COUNTY).status())
                    .isEqualTo(403);
        }
        assertThat(as("zhenban").post("/api/stats/refresh", Map.of()).status()).isEqualTo(403);
    }

    @Test
    @Order(6)
    void theRecordsAgreeWithTheCountsAndSayWhatIsHidden() {
        var all = ok(as("jiandu").get("/api/stats/disputes.received/records?limit=5"))
                .body();
        assertThat(all.path("seen").asInt()).isEqualTo(14);
        assertThat(all.path("hidden").asInt()).isZero();
        var ids = new java.util.HashSet<String>();
        var page = all;
        while (true) {
            page.path("items").forEach(row -> ids.add(row.path("id").asString("")));
            var next = page.path("next").asString("");
            if (next.isEmpty()) {
                break;
            }
            page = ok(as("jiandu").get("/api/stats/disputes.received/records?limit=5&after=" + next))
                    .body();
        }
        assertThat(ids).hasSize(14);
        var late = ok(as("jiandu").get("/api/stats/disputes.overdue/records?hit=true"))
                .body();
        assertThat(late.path("items")).hasSize(1);
        // a mediator sees what their office has, not what went back to the county
        var mediator = ok(as("zhentiao").get("/api/stats/disputes.received/records?area=" + County.TOWN))
                .body();
        assertThat(mediator.path("seen").asInt() + mediator.path("hidden").asInt())
                .isEqualTo(13);
        assertThat(mediator.path("items").size())
                .isEqualTo(mediator.path("seen").asInt());
    }

    @Test
    @Order(7)
    void aRiseOfOneKindAndPeopleWhoComeAgainAreWarnedOf() {
        var warned = ok(as("jiandu").get("/api/stats/warnings")).body();
        assertThat(warned.path("surges").toString()).contains("邻里", "近 7 天", "前 7 天 0 件");
        assertThat(warned.at("/recurring/people").asInt()).isEqualTo(1);
        assertThat(warned.at("/recurring/matters").size()).isEqualTo(3);
        assertThat(ok(as("zhenban").get("/api/stats/warnings")).body().has("recurring"))
                .isFalse();
    }

    @Test
    @Order(8)
    void aGoalStandsBesideTheFigureUntilItIsTakenBack() {
        var said = Map.of("metric", "disputes.local", "year", today().getYear(), "value", 90, "source", "区平安建设方案");
        var id = ok(as("jiandu").post("/api/stats/targets", said)).text("items.0.id");
        var set = ok(as("jiandu").get("/api/stats/targets"))
                .body()
                .at("/items/0/id")
                .asString("");
        assertThat(id.isEmpty() ? set : id).isEqualTo(set);
        assertThat(figure("jiandu", "disputes.local", "").path("aims").toString())
                .contains("区平安建设方案", "90", "97.1");
        assertThat(as("jiandu").post("/api/stats/targets", said).status()).isEqualTo(409);
        var bad = as("jiandu").post("/api/stats/targets", Map.of("metric", "disputes.local", "value", -1));
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.body().path("fields").toString()).contains("source", "year", "value");
        assertThat(as("linzhen").delete("/api/stats/targets/" + set).status()).isEqualTo(403);
        assertThat(as("zhenban").post("/api/stats/targets", said).status()).isEqualTo(403);
        ok(as("jiandu").delete("/api/stats/targets/" + set));
        assertThat(figure("jiandu", "disputes.local", "").path("aims").toString())
                .doesNotContain("区平安建设方案");
    }

    @Test
    @Order(9)
    void anHonourIsEnteredWithItsPaperAndTakenBack() {
        var said = Map.of(
                "holder",
                "筱溪村调委会",
                "title",
                "先进集体",
                "givenBy",
                "区司法局",
                "day",
                today().toString(),
                "paper",
                "区司〔2025〕1号");
        ok(as("jiandu").post("/api/stats/honours", said));
        assertThat(as("jiandu").post("/api/stats/honours", said).status()).isEqualTo(409);
        var items = ok(as("zhenban").get("/api/stats/honours")).body();
        assertThat(items.path("items")).isEmpty();
        var honour = ok(as("jiandu").get("/api/stats/honours")).body().at("/items/0");
        assertThat(honour.toString()).contains("区司〔2025〕1号", "先进集体");
        var later = new HashMap<String, Object>(said);
        later.put("day", today().plusDays(1).toString());
        assertThat(as("jiandu").post("/api/stats/honours", later).status()).isEqualTo(422);
        ok(as("jiandu").delete("/api/stats/honours/" + honour.path("id").asString("")));
        assertThat(ok(as("jiandu").get("/api/stats/honours")).body().path("items"))
                .isEmpty();
    }

    @Test
    @Order(10)
    void whatIsOpenedAgainIsNoLongerOver() {
        ok(as("zhenban").move(county().failed(), "reopen", Map.of("ground", "NEW_FACTS", "words", "又漏水了")));
        says("disputes.local", "70.00", 10);
        ok(as("jiandu").post("/api/stats/refresh", Map.of()));
        assertThat(figure("jiandu", "disputes.local", "").path("note").asString(""))
                .isEqualTo("样本不足 10，不显示");
        says("disputes.reopened", "10.00", 10);
    }
}
