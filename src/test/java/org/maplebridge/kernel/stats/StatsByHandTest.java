package org.maplebridge.kernel.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Thirty-five disputes of a small county, counted by hand: every figure has a value once, also nought, and none where
/// nothing was counted. Guided, stationed, visited and confirmed ones are counted where they happen, see
/// `RollsCountedTest`, `DisputesChannelsTest` and `DisputesRulingTest`; what is overdue in `StatsScenarioTest`.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatsByHandTest {

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    private final List<FourteenDisputes> counties = new ArrayList<>();

    private FourteenDisputes county() {
        return counties.getFirst();
    }

    @BeforeAll
    void build() {
        counties.add(new FourteenDisputes(port, transactions, offices, access));
        county().gaveEnoughToTellOf(county().happen());
    }

    private Map<String, JsonNode> figures(String query) {
        var found = new java.util.HashMap<String, JsonNode>();
        FourteenDisputes.ok(county().as("jiandu").get("/api/stats" + query))
                .body()
                .path("figures")
                .forEach(figure -> found.put(figure.path("name").asString(""), figure));
        return found;
    }

    private static JsonNode of(Map<String, JsonNode> figures, String name) {
        return java.util.Objects.requireNonNull(figures.get(name), name);
    }

    private static void says(JsonNode figure, String value, int matters) {
        assertThat(figure.path("value").decimalValue()).as(figure.toString()).isEqualByComparingTo(value);
        assertThat(figure.path("matters").asInt()).as(figure.toString()).isEqualTo(matters);
    }

    @Test
    void everyFigureIsWhatOneCountsByHand() {
        var soon = figures("?from=2026-01-01");
        var expected = Map.ofEntries(
                Map.entry("disputes.received", "35"),
                // thirteen of thirty-five; twenty-one came by themselves, one in the other town
                Map.entry("disputes.patrolled", "37.14"),
                Map.entry("disputes.amount", "5001.25"),
                // seven and twenty of ten and twenty-one
                Map.entry("disputes.local", "87.10"),
                Map.entry("disputes.guided", "0"),
                Map.entry("disputes.stationed", "0"),
                Map.entry("disputes.prison", "0"),
                Map.entry("disputes.visited", "0"),
                Map.entry("disputes.confirm-applied", "0"),
                // two of nine and twenty-one that agreed
                Map.entry("disputes.unperformed", "6.67"),
                // thirty that took two days, one that took minutes
                Map.entry("disputes.days", "1.9"),
                Map.entry("disputes.doubtful", "3.23"),
                Map.entry("disputes.returned", "2.86"),
                Map.entry("disputes.reopened", "0"));
        expected.forEach((name, value) -> {
            var figure = of(soon, name);
            assertThat(figure.path("value").decimalValue())
                    .as(figure.toString())
                    .isEqualByComparingTo(value);
        });
        assertThat(of(soon, "disputes.satisfied").has("value"))
                .as("the month is not over")
                .isFalse();
        assertThat(of(soon, "disputes.confirmed").has("value"))
                .as("nobody went to court")
                .isFalse();
        county().aMonthLater();
        var later = figures("?from=2026-01-01");
        // nine, fifteen fairly, and six and one that are not: twenty-four of thirty-one
        says(of(later, "disputes.satisfied"), "77.42", 31);
        assertThat(later.keySet().stream().filter(name -> name.startsWith("disputes.")))
                .as("every figure of disputes stands in this test")
                .allMatch(name -> expected.containsKey(name)
                        || name.equals("disputes.satisfied")
                        || name.equals("disputes.confirmed")
                        || name.equals("disputes.overdue"));
        var none = figures("?from=2020-01-01&to=2020-12-31");
        none.values().forEach(figure -> {
            boolean sum = List.of("COUNT", "YUAN").contains(figure.path("unit").asString(""));
            assertThat(figure.has("value")).as(figure.toString()).isEqualTo(sum);
            if (sum) {
                says(figure, "0", 0);
            } else {
                assertThat(figure.path("note").asString("")).isEqualTo("这段时间没有可算的事项");
            }
        });
    }

    @Test
    void aFigureIsBrokenDownBySourceAndSilentChannelsAreNamed() {
        var broken = FourteenDisputes.ok(
                        county().as("jiandu").get("/api/stats/disputes.received?from=2026-01-01&by=source"))
                .body();
        int sum = 0;
        var byKey = new java.util.HashMap<String, Integer>();
        for (var group : broken.path("groups")) {
            int matters = group.path("matters").asInt();
            sum += matters;
            byKey.put(group.path("key").asString(""), matters);
            var listed = FourteenDisputes.ok(
                    county().as("jiandu").get(group.path("records").asString("") + "&limit=100"));
            assertThat(listed.body().path("items")).as(group.toString()).hasSize(matters);
        }
        assertThat(sum).isEqualTo(35);
        assertThat(byKey).containsEntry("PATROL", 13).containsEntry("VISIT", 22).containsEntry("COURT", 0);
        assertThat(byKey).doesNotContainKey("IMPORTED");
        assertThat(broken.path("groups").toString()).contains("网格巡查", "来访", "诉调衔接");
    }
}
