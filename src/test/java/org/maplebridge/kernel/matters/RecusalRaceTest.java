package org.maplebridge.kernel.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestDatabase;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// An act that waits for its matter finds what was decided meanwhile.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecusalRaceTest {

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    private @Nullable County county;

    @BeforeAll
    void found() {
        county = new County(transactions, offices, access).founded();
    }

    private County county() {
        return Objects.requireNonNull(county);
    }

    @Test
    void whoeverIsToldToKeepOutWhileTheirActWaitsForTheMatterDoesNotAct() throws Exception {
        county().officer("quick", "town", "disputes.dispatcher");
        var quick = new Wire(port).as("quick");
        var opened = quick.post(
                "/api/scenes/disputes",
                Map.of(
                        "words", "测试：同时办的一件事",
                        "area", County.TOWN,
                        "occurredAt", "2025-01-02T08:00:00+08:00",
                        "source", "PATROL"));
        var id = opened.text("matter.id");
        CompletableFuture<Wire.Answer> waiting;
        try (var other = TestDatabase.ofThisRun().behindTheBack()) {
            other.setAutoCommit(false);
            run(other, "select from matters.matter where id = ? for update", UUID.fromString(id));
            waiting = CompletableFuture.supplyAsync(() -> quick.move(id, "register", DisputeForms.calm()));
            TestDatabase.ofThisRun().untilSomebodyWaits();
            run(
                    other,
                    "insert into ground.recused (matter, no, person, ground, since) values (?, 1, ?, 'KIN', now())",
                    UUID.fromString(id),
                    county().actor("quick").person());
            other.commit();
        }
        var answer = waiting.get(30, TimeUnit.SECONDS);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
        assertThat(answer.text("detail")).contains("已经回避");
        assertThat(quick.get("/api/matters/" + id).status()).isEqualTo(404);
    }

    @Test
    void whoeverIsToldToKeepOutWhileTheyClaimDoesNotHaveIt() throws Exception {
        county().officer("taker", "town", "disputes.dispatcher");
        var taker = new Wire(port).as("taker");
        var opened = taker.post("/api/scenes/disputes", DisputeForms.brought("测试：正在签收的一件事", "测试员", "13800005601"));
        var id = UUID.fromString(opened.text("matter.id"));
        var task = StreamSupport.stream(
                        taker.get("/api/inbox").body().path("items").spliterator(), false)
                .filter(row -> row.path("matter").path("id").asString("").equals(id.toString()))
                .map(row -> row.path("task").path("id").asString(""))
                .findFirst()
                .orElseThrow();
        CompletableFuture<Wire.Answer> waiting;
        try (var other = TestDatabase.ofThisRun().behindTheBack()) {
            other.setAutoCommit(false);
            run(other, "update tasks.task set state = state where matter = ?", id);
            waiting = CompletableFuture.supplyAsync(() -> taker.post("/api/tasks/" + task + "/claim", Map.of()));
            TestDatabase.ofThisRun().untilSomebodyWaits();
            run(
                    other,
                    "insert into ground.recused (matter, no, person, ground, since) values (?, 1, ?, 'KIN', now())",
                    id,
                    county().actor("taker").person());
            other.commit();
        }
        var answer = waiting.get(30, TimeUnit.SECONDS);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
        assertThat(answer.text("detail")).contains("已经回避");
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }
}
