package org.maplebridge.scenes.stretch.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.Lives;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A paper goes from office to office, and waits for a child in another scene.
@MapleTest
class RelayScenarioTest {

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
    RelayStore store;

    @BeforeEach
    void found() {
        founded = founded.or(() -> {
            var made = new County(transactions, offices, access).founded();
            made.officer("ni", "town", RelayLifecycle.DESK);
            made.officer("shen", "department", RelayLifecycle.DESK);
            made.officer("jue", "county", RelayLifecycle.DESK);
            made.officer("zhenban", "town", "disputes.dispatcher");
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

    private String office(String key) {
        return founded.orElseThrow().office(key).id().toString();
    }

    @Test
    void theEndWaitsForTheChild() {
        var id = ok(as("ni").post("/api/scenes/stretch.relay", Map.of("title", "一份文件", "agency", office("town"))))
                .text("matter.id");
        ok(as("ni").move(id, "check", Map.of("agency", office("department"))));
        assertThat(as("ni").move(id, "decide", Map.of("agency", office("county")))
                        .status())
                .as("it has left this office")
                .isEqualTo(403);
        ok(as("shen").move(id, "decide", Map.of("agency", office("county"))));
        ok(as("jue").move(id, "consult", Map.of("scene", "disputes", "reason", "有人为此争吵")));

        var blocked = as("jue").move(id, "file", Map.of("note", "归档"));
        assertThat(blocked.status()).isEqualTo(409);
        assertThat(blocked.text("detail")).contains("没有办完");
        assertThat(as("jue")
                        .move(id, "consult", Map.of("scene", "nowhere", "reason", "试试"))
                        .status())
                .isEqualTo(422);

        var links =
                ok(as("zhenban").get("/api/matters/" + id + "/links")).body().path("items");
        assertThat(links.size()).isEqualTo(1);
        var child = links.path(0).path("matter").path("id").asString("");
        ok(as("zhenban").move(child, "divert", Map.of("to", "NO_DISPUTE", "reason", "已经说开", "informed", true)));
        assertThat(ok(as("jue").move(id, "file", Map.of("note", "归档"))).text("stage"))
                .isEqualTo("FILED");

        List<UUID> hops = transactions.run(Scope.job("test"), work -> store.hops(UUID.fromString(id)));
        assertThat(hops)
                .extracting(UUID::toString)
                .containsExactly(office("town"), office("department"), office("county"));
    }

    @Test
    void thePageIsWhole() {
        Lives.everyStageIsReachedAndLeft(RelayLifecycle.LIFE);
        Lives.everythingIsWorded(RelayLifecycle.LIFE, Lives.words(Relay.class, "relay.yml"));
    }
}
