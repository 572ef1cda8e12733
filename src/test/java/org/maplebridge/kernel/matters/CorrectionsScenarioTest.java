package org.maplebridge.kernel.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Numbers;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.trail.Verification;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// A number was entered wrongly and is put right: the limits that were computed with it are computed again.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorrectionsScenarioTest {

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
    Recounts recounts;

    @Autowired
    Verification verification;

    private String town = "";

    @BeforeAll
    void found() {
        var county = new County(transactions, offices, access).founded();
        county.officer("fazhi", "county", "kernel.legal-officer");
        county.officer("fuhe", "county", "kernel.legal-officer");
        county.officer("paidan", "town", "errand.clerk");
        county.officer("diaojie", "town", "disputes.dispatcher", "disputes.mediator");
        town = county.office("town").id().toString();
    }

    private Wire as(String user) {
        return new Wire(port).as(user);
    }

    @Test
    void aCorrectedNumberComputesAgainAndALaterOneDoesNot() {
        number("errand.take", "3D", "2020-01-01", "本地规定");
        var errand = errand(UUID.fromString(town)).toString();
        var first = lastDay(limit(errand));

        number(
                "errand.take",
                "30D",
                transactions.run(Scope.job("test"), Work::today).toString(),
                "以后放宽");
        recounts.run();
        assertThat(lastDay(limit(errand)))
                .as("a later number is for later matters")
                .isEqualTo(first);

        number("errand.take", "9D", "2020-01-01", "原来录错了");
        recounts.run();
        assertThat(lastDay(limit(errand))).isAfter(first);
        assertThat(limit(errand).path("term").asString("")).isEqualTo("9 日");
        var last = as("paidan").get("/api/matters/" + errand + "/trail").body().at("/items/0");
        assertThat(last.path("said").toString()).contains("原来录错了");

        number("errand.take", "2D", "2020-01-01", "还是录错了");
        recounts.run();
        assertThat(limit(errand).path("sooner").asString("")).isNotEmpty();
        assertThat(verification.verify(java.util.List.of()).faults()).isEmpty();
    }

    /// While it is suspended: what is longer holds when it runs on, what is shorter waits for a person as ever.
    @Test
    void aNumberCorrectedDuringASuspensionHoldsWhenTheLimitRunsOn() {
        number("disputes.register", "5D", "2020-01-01", "本地规定");
        var dispute = as("diaojie")
                .post(
                        "/api/scenes/disputes",
                        Map.of(
                                "words", "楼上漏水",
                                "area", County.TOWN,
                                "occurredAt", "2025-01-02T08:00:00+08:00",
                                "source", "PATROL",
                                "applicant", "周梅"))
                .text("matter.id");
        move("diaojie", dispute, "suspend", Map.of("reason", "等鉴定"));
        number("disputes.register", "20D", "2020-01-01", "原来录错了");
        recounts.run();
        TestClock.pass(Duration.ofDays(3));
        move("diaojie", dispute, "resume", Map.of("reason", "鉴定好了"));
        var longer = limit("diaojie", dispute);
        assertThat(longer.path("term").asString("")).isEqualTo("20 日");
        assertThat(ChronoUnit.DAYS.between(today(), lastDay(longer))).isGreaterThanOrEqualTo(20);

        move("diaojie", dispute, "suspend", Map.of("reason", "再等"));
        number("disputes.register", "9D", "2020-01-01", "还是录错了");
        recounts.run();
        move("diaojie", dispute, "resume", Map.of("reason", "好了"));
        var waiting = limit("diaojie", dispute);
        assertThat(waiting.path("term").asString(""))
                .as("nobody has confirmed it")
                .isEqualTo("20 日");
        var sooner = waiting.path("sooner").asString("");
        move("diaojie", dispute, "shorten", Map.of("lastDay", sooner, "reason", "核对过"));
        assertThat(limit("diaojie", dispute).path("term").asString("")).isEqualTo("9 日");
        assertThat(lastDay(limit("diaojie", dispute))).isEqualTo(sooner);
        assertThat(verification.verify(java.util.List.of()).faults()).isEmpty();
    }

    @AfterEach
    void theClockGoesBack() {
        TestClock.reset();
    }

    private LocalDate today() {
        return transactions.run(Scope.job("test"), Work::today);
    }

    private void move(String user, String id, String verb, Map<String, ?> said) {
        var answer = as(user).move(id, verb, said);
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
    }

    private void number(String name, String value, String from, String reason) {
        Numbers.changed(as("fazhi"), as("fuhe"), Map.of("name", name, "value", value, "from", from, "reason", reason));
    }

    private UUID errand(UUID agency) {
        var key = UUID.randomUUID().toString();
        var outcome = matters.open(
                "errand",
                new Request(
                        Actor.system("test"),
                        Canonical.MAPPER.valueToTree(Map.of("title", "送材料", "agency", agency.toString())),
                        new Work.Key("test/" + key, key),
                        OptionalInt.empty(),
                        Optional.empty()));
        return outcome instanceof Outcome.Done done ? done.matter().id() : new UUID(0, 0);
    }

    private JsonNode limit(String errand) {
        return limit("paidan", errand);
    }

    private JsonNode limit(String user, String errand) {
        return as(user).get("/api/matters/" + errand + "/deadlines")
                .body()
                .path("items")
                .path(0);
    }

    private static LocalDate lastDay(JsonNode limit) {
        return LocalDate.parse(limit.path("lastDay").asString(""));
    }
}
