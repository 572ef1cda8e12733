package org.maplebridge.kernel.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Numbers;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.TestDatabase;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// What a supervisor's and an officer's lists hold.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskListsTest {

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    Matters matters;

    private String town = "";
    private Optional<ErrandTown> errands = Optional.empty();

    @BeforeAll
    void aCounty() {
        var county = new County(transactions, offices, access).founded();
        county.officer("paotui", "village", "errand.runner");
        errands = Optional.of(new ErrandTown(county, matters));
        town = county.office("town").id().toString();
    }

    private Wire as(String user) {
        return new Wire(port).as(user);
    }

    private static List<String> texts(JsonNode items, String path) {
        var found = new ArrayList<String>();
        items.forEach(item -> found.add(item.at(path).asString("")));
        return found;
    }

    private List<String> listed(String filter) {
        return texts(as("jiandu").get("/api/matters?" + filter).body().path("items"), "/title");
    }

    @Test
    void whatEndsSoonIsListedUntilItIsOverdue() {
        errands.orElseThrow().open("快到期的一件");
        assertThat(listed("open=true")).contains("快到期的一件");
        assertThat(listed("dueSoon=true")).isEmpty();

        TestClock.pass(Duration.ofDays(2));

        assertThat(listed("dueSoon=true")).containsExactly("快到期的一件");
        assertThat(listed("overdue=true")).isEmpty();
        assertThat(soonByTheSummary()).isOne();
        soonIs("12H");
        assertThat(listed("dueSoon=true")).as("twelve hours, not twelve days").isEmpty();
        assertThat(soonByTheSummary()).isZero();
        soonIs("1M");
        assertThat(listed("dueSoon=true")).containsExactly("快到期的一件");

        TestClock.pass(Duration.ofDays(30));

        assertThat(listed("dueSoon=true")).isEmpty();
        assertThat(listed("overdue=true")).containsExactly("快到期的一件");
        var both = as("jiandu").get("/api/matters?dueSoon=true&overdue=true");
        assertThat(both.status()).isEqualTo(422);
        assertThat(both.toString()).contains("只选一种");
    }

    private int soonByTheSummary() {
        return as("jiandu")
                .get("/api/supervision/summary")
                .body()
                .path("dueSoon")
                .asInt(-1);
    }

    private void soonIs(String value) {
        var today = transactions.run(Scope.job("test"), Work::today).toString();
        Numbers.changed(
                as("fawu"),
                as("fuhe"),
                Map.of("name", "matters.due-soon", "value", value, "from", today, "reason", "按时段提醒"));
        var senseless = Numbers.proposed(
                as("fawu"), Map.of("name", "matters.due-soon", "value", "3CM", "from", today, "reason", "按刑期"));
        assertThat(senseless.status()).isEqualTo(422);
        assertThat(senseless.toString()).contains("时长");
    }

    @Test
    void postsAreThoseOfWhereOneSees() {
        var seen = texts(as("jiandu").get("/api/posts").body().path("items"), "/agency/name");
        assertThat(seen).contains("county办公室", "town办公室", "village办公室");
        assertThat(texts(as("paotui").get("/api/posts").body().path("items"), "/agency/name"))
                .containsOnly("village办公室");
        assertThat(texts(as("paotui").get("/api/posts?agency=" + town).body().path("items"), "/title"))
                .containsExactly("paidan岗");
        assertThat(as("paotui").get("/api/posts?agency=" + UUID.randomUUID()).status())
                .isEqualTo(404);
    }

    /// A page looks at so many for words, and then goes on: what ended long ago would be found on the last one.
    @Test
    void aCodeIsFoundOnTheFirstPageHoweverManyStandBeforeIt() throws SQLException {
        errands.orElseThrow().open("last of all");
        var words = "q=last";
        assertThat(listed(words)).containsExactly("last of all");
        var one = as("jiandu").get("/api/matters?" + words).body().at("/items/0");
        try {
            planted("""
                insert into ground.reach (unit, domain, matter, basis, scene, stage, open, due)
                select r.unit, r.domain, gen_random_uuid(), 'planted', r.scene, r.stage, true, '2001-01-01'
                  from ground.reach r cross join generate_series(1, %d)
                 where r.matter = '%s'\
                """.formatted(ListQuery.LOOKED_AT + 1, one.path("id").asString("")));
            assertThat(listed(words)).as("they stand before").isEmpty();
            assertThat(as("jiandu").get("/api/matters?" + words).text("next")).isNotEmpty();
            assertThat(listed("q=" + one.path("code").asString(""))).containsExactly("last of all");
        } finally {
            planted("delete from ground.reach where basis = 'planted'");
        }
    }

    private static void planted(String sql) throws SQLException {
        try (var superuser = TestDatabase.ofThisRun().behindTheBack();
                var statement = superuser.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }
}
