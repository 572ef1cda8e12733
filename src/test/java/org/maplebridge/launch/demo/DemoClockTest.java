package org.maplebridge.launch.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestDatabase;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.launch.DatabaseRole;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The clock moves in a demo folder and nowhere else, and never back once something has happened.
@MapleTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoClockTest {

    @LocalServerPort
    int port;

    @Autowired
    DemoClock clock;

    @Autowired
    DemoCounty county;

    private static void asOwner(String sql) throws Exception {
        var database = TestDatabase.ofThisRun();
        var owner = database.login(DatabaseRole.OWNER);
        try (var connection = DriverManager.getConnection(database.url(), owner.user(), owner.password());
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Test
    @Order(1)
    void inARealFolderTheClockStands() {
        assertThatThrownBy(() -> clock.move(Duration.ofDays(1))).hasMessageContaining("is not moved");
        assertThatThrownBy(() -> clock.move(Duration.ofDays(-1))).hasMessageContaining("is not moved");
    }

    @Test
    @Order(2)
    void aDemoFolderMayBeginInThePastAndComesBack() throws Exception {
        asOwner("update ground.clock set movable = true");
        var before = Instant.now().minus(40, ChronoUnit.DAYS);
        assertThat(clock.move(Duration.ofDays(-40))).isCloseTo(before, within(1, ChronoUnit.MINUTES));
        assertThat(clock.now()).isCloseTo(before, within(1, ChronoUnit.MINUTES));
        assertThat(clock.catchUp()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    @Order(3)
    void onceSomethingHasHappenedItOnlyGoesForward() {
        county.seed();
        assertThat(clock.begun()).isFalse();
        var answer = new Wire(port)
                .as("tiaojie", DemoPlan.PASSWORD)
                .post("/api/scenes/disputes", Map.copyOf(DisputeForms.brought("演示：墙外堆了柴。", "演示甲", "13800000001")));
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        assertThat(clock.begun()).isTrue();
        assertThatThrownBy(() -> clock.move(Duration.ofSeconds(-1))).hasMessageContaining("goes back only");
        var later = clock.now().plus(3, ChronoUnit.DAYS);
        assertThat(clock.moveTo(later)).isCloseTo(later, within(1, ChronoUnit.MINUTES));
        assertThat(clock.moveTo(later.minusSeconds(86_400))).isAfterOrEqualTo(later);
        assertThat(clock.catchUp()).as("one that is ahead stays").isAfterOrEqualTo(later);
    }

    /// A step of the start page that is pressed twice, or by two.
    @Test
    @Order(4)
    void whoeverMovesItToTheSameMomentAtOnceArrivesThere() throws Exception {
        var later = clock.now().plus(5, ChronoUnit.DAYS);
        try (var hands = Executors.newFixedThreadPool(4)) {
            Callable<Instant> hand = () -> clock.moveTo(later);
            for (var moved : hands.invokeAll(Collections.nCopies(4, hand))) {
                assertThat(moved.get()).isCloseTo(later, within(1, ChronoUnit.MINUTES));
            }
        }
        assertThat(clock.now()).isCloseTo(later, within(1, ChronoUnit.MINUTES));
    }
}
