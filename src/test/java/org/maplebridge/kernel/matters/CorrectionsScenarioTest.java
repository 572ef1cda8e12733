package org.maplebridge.kernel.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.MapleTest;
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

    private Wire as(String user) {
        return new Wire(port).as(user);
    }

    @Test
    void aCorrectedNumberComputesAgainAndALaterOneDoesNot() {
        var county = new County(transactions, offices, access).founded();
        county.officer("fazhi", "county", "kernel.legal-officer");
        county.officer("paidan", "town", "errand.clerk");
        number("3D", "2020-01-01", "本地规定");
        var errand = errand(county.office("town").id()).toString();
        var first = lastDay(limit(errand));

        number("30D", transactions.run(Scope.job("test"), Work::today).toString(), "以后放宽");
        recounts.run();
        assertThat(lastDay(limit(errand)))
                .as("a later number is for later matters")
                .isEqualTo(first);

        number("9D", "2020-01-01", "原来录错了");
        recounts.run();
        assertThat(lastDay(limit(errand))).isAfter(first);
        assertThat(limit(errand).path("term").asString("")).isEqualTo("9 日");
        var last = as("paidan").get("/api/matters/" + errand + "/trail").body().at("/items/0");
        assertThat(last.path("said").toString()).contains("原来录错了");

        number("2D", "2020-01-01", "还是录错了");
        recounts.run();
        assertThat(limit(errand).path("sooner").asString("")).isNotEmpty();
        assertThat(verification.verify(java.util.List.of()).faults()).isEmpty();
    }

    private void number(String value, String from, String reason) {
        var answer = as("fazhi")
                .post("/api/parameters", Map.of("name", "errand.take", "value", value, "from", from, "reason", reason));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
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
        return as("paidan")
                .get("/api/matters/" + errand + "/deadlines")
                .body()
                .path("items")
                .path(0);
    }

    private static LocalDate lastDay(JsonNode limit) {
        return LocalDate.parse(limit.path("lastDay").asString(""));
    }
}
