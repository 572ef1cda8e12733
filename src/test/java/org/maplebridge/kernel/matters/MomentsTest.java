package org.maplebridge.kernel.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.TestDatabase;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.trail.Verification;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// An act is recorded when its turn has come, never before the act it follows; and its limits run from that moment.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MomentsTest {

    private static final Duration WAIT = Duration.ofHours(3);

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    Verification verification;

    @BeforeAll
    void found() {
        new County(transactions, offices, access).founded().officer("ren", "town", "disputes.dispatcher");
    }

    private UUID reported() {
        var answer = new Wire(port)
                .as("ren")
                .post(
                        "/api/scenes/disputes",
                        Map.of(
                                "words", "楼上漏水三天",
                                "area", County.TOWN,
                                "occurredAt", "2025-01-02T08:00:00+08:00",
                                "source", "PATROL"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return UUID.fromString(answer.text("matter.id"));
    }

    private Wire.Answer register(UUID matter) {
        return new Wire(port).as("ren").move(matter.toString(), "register", DisputeForms.calm());
    }

    private static Instant asked(Connection back, String sql, UUID matter) throws SQLException {
        try (var statement = back.prepareStatement(sql)) {
            statement.setObject(1, matter);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getObject(1, OffsetDateTime.class).toInstant();
            }
        }
    }

    private static Instant recorded(Connection back, UUID matter, int seq) throws SQLException {
        return asked(back, "select recorded_at from trail.entry where matter = ? and seq = " + seq, matter);
    }

    private void everythingRunsFromTheSecondEntry(Connection back, UUID matter) throws SQLException {
        var recorded = recorded(back, matter, 2);
        assertThat(asked(back, "select from_at from matters.deadline where matter = ? and state = 'RUNNING'", matter))
                .isEqualTo(recorded);
        assertThat(asked(back, "select ended_at from matters.deadline where matter = ? and state = 'MET'", matter))
                .isEqualTo(recorded);
        assertThat(asked(back, "select stage_since from matters.matter where id = ?", matter))
                .isEqualTo(recorded);
        assertThat(asked(back, "select recorded_at from matters.matter where id = ?", matter))
                .isEqualTo(recorded);
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    /// Until somebody waits for a lock on that row.
    private static void untilSomebodyWaits() throws SQLException {
        try (var watch = TestDatabase.ofThisRun().behindTheBack();
                var statement = watch.createStatement()) {
            boolean waits = false;
            while (!waits) {
                try (var row = statement.executeQuery("select exists (select from pg_stat_activity"
                        + " where datname = current_database() and wait_event_type = 'Lock')")) {
                    row.next();
                    waits = row.getBoolean(1);
                }
            }
        }
    }

    @Test
    void whoeverWaitsForTheirTurnIsRecordedWhenItComes() throws Exception {
        var matter = reported();
        try (var back = TestDatabase.ofThisRun().behindTheBack()) {
            back.setAutoCommit(false);
            var asked = asked(back, "select ground.moment() from matters.matter where id = ? for update", matter);
            var answer = CompletableFuture.supplyAsync(() -> register(matter));
            untilSomebodyWaits();
            TestClock.pass(WAIT);
            back.commit();
            assertThat(answer.get().status()).as(answer.get().toString()).isEqualTo(200);
            assertThat(recorded(back, matter, 2)).isAfter(asked.plus(WAIT));
            everythingRunsFromTheSecondEntry(back, matter);
        }
    }

    @Test
    void whereTheClockWasSetBackNothingIsRecordedBeforeWhatItFollows() throws SQLException {
        var matter = reported();
        try (var back = TestDatabase.ofThisRun().behindTheBack()) {
            TestClock.pass(WAIT.negated());
            assertThat(register(matter).status()).isEqualTo(200);
            TestClock.pass(WAIT);
            assertThat(recorded(back, matter, 2)).isEqualTo(recorded(back, matter, 1));
            everythingRunsFromTheSecondEntry(back, matter);
        }
    }
}
