package org.maplebridge.scenes.stretch.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.Lives;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.TestDatabase;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.alerts.Alarms;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.Outcome;
import org.maplebridge.kernel.matters.Request;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A sealed matter with a limit in hours and a sentence that only the clock ends.
@MapleTest
class CustodyScenarioTest {

    private static Optional<County> founded = Optional.empty();

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

    @Autowired
    Alarms alarms;

    @BeforeEach
    void found() {
        founded = founded.or(() -> {
            var made = new County(transactions, offices, access).founded();
            made.officer("kanguan", "town", CustodyLifecycle.OFFICER);
            made.officer("tiaojie", "town", "disputes.mediator", "disputes.dispatcher");
            return Optional.of(made);
        });
    }

    private Wire as(String user) {
        return new Wire(port).as(user);
    }

    private static Wire.Answer ok(Wire.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer;
    }

    private Outcome byTheClock(String matter) {
        var system = Actor.system("sentences");
        var key = new Work.Key("system/end", UUID.randomUUID().toString());
        var said = Canonical.MAPPER.createObjectNode();
        return matters.move(
                UUID.fromString(matter), "end", new Request(system, said, key, OptionalInt.empty(), Optional.empty()));
    }

    @Test
    void theClockEndsTheSentenceAndNobodyElse() {
        var agency = founded.orElseThrow().office("town").id().toString();
        var opened = ok(as("kanguan")
                .post("/api/scenes/stretch.custody", Map.of("name", "化名甲", "area", County.TOWN, "agency", agency)));
        var id = opened.text("matter.id");
        assertThat(opened.text("matter.domain")).isEqualTo("corrections");
        assertThat(as("tiaojie").get("/api/matters/" + id).status())
                .as("the same office without the domain sees nothing")
                .isEqualTo(404);

        var limit = ok(as("kanguan").get("/api/matters/" + id + "/deadlines"))
                .body()
                .path("items")
                .path(0);
        var from = OffsetDateTime.parse(limit.path("from").asString(""));
        assertThat(OffsetDateTime.parse(limit.path("at").asString(""))).isEqualTo(from.plusHours(48));

        var today = from.atZoneSameInstant(java.time.ZoneId.of("Asia/Shanghai")).toLocalDate();
        ok(as("kanguan").move(id, "report", Map.of("from", today.toString())));
        ok(as("kanguan").move(id, "talk", Map.of("words", "只有看管人知道的话")));
        assertThat(as("kanguan").move(id, "end", Map.of()).status()).isEqualTo(403);
        assertThat(byTheClock(id)).as("not before its day").isInstanceOf(Outcome.Refusal.class);

        var sentence = ok(as("kanguan").get("/api/matters/" + id)).text("due.lastDay");
        assertThat(LocalDate.parse(sentence)).isEqualTo(today.plusYears(1).minusDays(1));
        TestClock.pass(Duration.between(from.toInstant(), endOf(LocalDate.parse(sentence))));
        alarms.sweep();
        assertThat(ok(as("kanguan").get("/api/matters/" + id)).text("stage")).isEqualTo("SERVED");
        assertThat(ok(as("kanguan").get("/api/alerts")).body().toString())
                .as("what the clock has done in time is nobody's delay")
                .doesNotContain("OVERDUE");
        var last = ok(as("kanguan").get("/api/matters/" + id + "/trail"))
                .body()
                .path("items")
                .path(0);
        assertThat(last.path("verb").asString("")).isEqualTo("end");
        assertThat(last.path("actor").path("name").asString("")).contains("系统");
    }

    @Test
    void whatTheClockMayNotEndIsOverdueAndTriedAgain() throws Exception {
        var agency = founded.orElseThrow().office("town").id().toString();
        var id = ok(as("kanguan")
                        .post(
                                "/api/scenes/stretch.custody",
                                Map.of("name", "化名乙", "area", County.TOWN, "agency", agency)))
                .text("matter.id");
        var today = transactions.run(Scope.job("test"), Work::today);
        ok(as("kanguan").move(id, "report", Map.of("from", today.toString())));
        var key = "update trail.matter_key set wrapped = overlay(wrapped placing '\\x%s' from 1) where matter = '%s'";
        var wrapped = behindTheBack("select encode(wrapped, 'hex') from trail.matter_key where matter = '" + id + "'");
        behindTheBack(key.formatted("0000", id) + " returning ''");
        TestClock.pass(Duration.ofDays(370));
        alarms.sweep();
        assertThat(alertsOf(id)).contains("OVERDUE");
        assertThat(behindTheBack("select stage from matters.matter where id = '" + id + "'"))
                .isEqualTo("SERVING");

        behindTheBack(key.formatted(wrapped, id) + " returning ''");
        TestClock.pass(Duration.ofMinutes(6));
        alarms.sweep();
        assertThat(ok(as("kanguan").get("/api/matters/" + id)).text("stage"))
                .as("tried again")
                .isEqualTo("SERVED");
    }

    private String alertsOf(String id) {
        return ok(as("kanguan").get("/api/alerts"))
                .body()
                .path("items")
                .valueStream()
                .filter(alert -> alert.path("matter").path("id").asString("").equals(id))
                .map(alert -> alert.path("kind").asString(""))
                .toList()
                .toString();
    }

    private static String behindTheBack(String sql) throws SQLException {
        try (var superuser = TestDatabase.ofThisRun().behindTheBack();
                var statement = superuser.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    private static java.time.Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(Work.ZONE).toInstant().plusSeconds(60);
    }

    @Test
    void thePageIsWhole() {
        Lives.everyStageIsReachedAndLeft(CustodyLifecycle.LIFE);
        Lives.everythingIsWorded(CustodyLifecycle.LIFE, Lives.words(Custody.class, "custody.yml"));
    }
}
