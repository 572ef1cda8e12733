package org.maplebridge.kernel.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Numbered;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whatever happens is heard once, in order, whoever dies when.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListenerTest {

    private static final Scope JOB = Scope.job("test");

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    Sequencer sequencer;

    @Autowired
    ListenerStore store;

    @Autowired
    JdbcClient db;

    private Wire ren = new Wire(0);

    @BeforeAll
    void found() {
        new County(transactions, offices, access).founded().officer("ren", "town", "disputes.dispatcher");
        ren = new Wire(port).as("ren");
    }

    /// Writes what it hears into the database, as a listener of ours would.
    private static final class Writer implements Happened {
        private final String name;
        private final JdbcClient db;
        private final Consumer<Happening> after;
        private final boolean beginning;

        Writer(String name, JdbcClient db, boolean beginning, Consumer<Happening> after) {
            this.name = name;
            this.db = db;
            this.after = after;
            this.beginning = beginning;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean fromTheBeginning() {
            return beginning;
        }

        @Override
        public void heard(Work work, Happening entry) {
            // the keys of requests serve as a table that a job may write
            db.sql("""
                insert into ground.request (principal, route, key, body_hash, matter, seq, at)
                values (:name, 'heard', :key, '\\x00', :matter, :seq, :at)\
                """)
                    .param("name", name)
                    .param("key", "%09d %s %s".formatted(entry.no(), entry.verb(), UUID.randomUUID()))
                    .param("matter", entry.matter())
                    .param("seq", entry.seq())
                    .param("at", work.now().atOffset(java.time.ZoneOffset.UTC))
                    .update();
            after.accept(entry);
        }
    }

    private List<String> effects(String name) {
        return transactions.run(
                JOB,
                work -> db.sql("select matter || '/' || seq from ground.request where principal = :name order by key")
                        .param("name", name)
                        .query(String.class)
                        .list());
    }

    private List<String> logged() {
        return transactions.run(
                JOB,
                work -> db.sql("select matter || '/' || seq from trail.leaf where seq > 0 order by no")
                        .query(String.class)
                        .list());
    }

    private void happens(int times) {
        for (int i = 0; i < times; i++) {
            var opened =
                    ren.post("/api/scenes/disputes", DisputeForms.brought("第 " + i + " 件树枝", "周小梅", "13800001234"));
            assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
            ren.post(
                    "/api/matters/" + opened.text("matter.id") + "/looks",
                    Map.of("party", 1, "fields", List.of("NAME"), "purpose", "contact"));
        }
        Numbered.all(transactions, db, sequencer);
    }

    private Announcer node(Happened... listeners) {
        return new Announcer(transactions, store, List.of(listeners), false);
    }

    @Test
    void everythingIsHeardOnceInTheOrderOfTheLogAndNothingTwice() {
        happens(3);
        var writer = new Writer("in-order", db, true, entry -> {});
        var node = node(writer);
        node.drain();
        assertThat(effects("in-order")).isEqualTo(logged()).isNotEmpty();
        happens(2);
        node.drain();
        node.drain();
        assertThat(node(writer).drain())
                .as("another process goes on from there")
                .isZero();
        assertThat(effects("in-order")).isEqualTo(logged());
    }

    @Test
    void aCrashBetweenEffectAndCursorLeavesNeither() {
        happens(3);
        var crashes = new ArrayList<>(List.of(1));
        var crashing = new Writer("crashing", db, true, entry -> {
            if (entry.no() >= 2 && !crashes.isEmpty()) {
                throw new OutOfMemoryError("the process dies here");
            }
        });
        try {
            node(crashing).drain();
        } catch (OutOfMemoryError died) {
            crashes.clear();
        }
        assertThat(crashes).as("it died").isEmpty();
        assertThat(effects("crashing")).as("nothing of what was not committed").isEmpty();
        node(crashing).drain();
        assertThat(effects("crashing")).isEqualTo(logged());
    }

    @Test
    void aFailingListenerStopsOnlyItselfIsReportedAndGoesOnLater() {
        happens(3);
        var broken = new ArrayList<>(List.of(1));
        var last = logged().size();
        var failing = new Writer("failing", db, true, entry -> {
            if (!broken.isEmpty() && entry.seq() == 1 && entry.no() >= 2) {
                throw new IllegalStateException("石榴树 must not be told");
            }
        });
        var sound = new Writer("sound", db, true, entry -> {});
        var node = node(failing, sound);
        node.drain();
        assertThat(effects("sound")).hasSize(last);
        assertThat(effects("failing"))
                .as("up to where it fails")
                .hasSizeLessThan(last)
                .hasSizeGreaterThan(0);
        var health = new ListenersHealthIndicator(transactions, node).health();
        assertThat(java.util.Objects.requireNonNull(health).getStatus().getCode())
                .isEqualTo("DOWN");
        assertThat(health.getDetails().toString())
                .contains("failing", "IllegalStateException")
                .doesNotContain("sound", "石榴树");
        broken.clear();
        assertThat(node.drain()).as("not before its time").isZero();
        TestClock.pass(java.time.Duration.ofMinutes(10));
        node.drain();
        assertThat(effects("failing")).isEqualTo(logged());
        assertThat(new ListenersHealthIndicator(transactions, node)
                        .health()
                        .getStatus()
                        .getCode())
                .isEqualTo("UP");
    }

    @Test
    void twoProcessesNeverTellTheSame() {
        happens(4);
        var writer = new Writer("two-nodes", db, true, entry -> Thread.onSpinWait());
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                pool.execute(() -> node(writer).drain());
            }
        }
        node(writer).drain();
        assertThat(effects("two-nodes")).isEqualTo(logged());
    }

    @Test
    void aNewListenerThatDoesNotCareForThePastBeginsWithWhatComesNext() {
        happens(1);
        var writer = new Writer("newcomer", db, false, entry -> {});
        var node = node(writer);
        node.drain();
        assertThat(effects("newcomer")).isEmpty();
        var before = logged().size();
        happens(1);
        node.drain();
        assertThat(effects("newcomer")).isEqualTo(logged().subList(before, logged().size()));
    }
}
