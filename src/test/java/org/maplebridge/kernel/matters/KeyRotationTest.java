package org.maplebridge.kernel.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.MasterKeyWatch;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.trail.Verification;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The master key is changed while people work: nobody notices, and in the end nothing stands under the old one.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyRotationTest {

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

    @Autowired
    MasterKeyWatch watch;

    @Autowired
    JdbcClient db;

    @BeforeAll
    void found() {
        var county = new County(transactions, offices, access).founded();
        county.officer("ren", "town", "disputes.dispatcher", "disputes.mediator");
    }

    private static Wire.Answer opened(Wire wire, String name, String phone) {
        return opened(wire, Map.of("applicant", name, "phone", phone));
    }

    private static Wire.Answer opened(Wire wire, Map<String, String> who) {
        var said = new HashMap<String, Object>(who);
        said.put("words", "树枝伸过了墙");
        said.put("area", County.TOWN);
        said.put("occurredAt", "2025-01-02T08:00:00+08:00");
        said.put("source", "PATROL");
        var answer = wire.post("/api/scenes/disputes", said);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer;
    }

    private static int progress(Wire wire, Wire.Answer opened, String digits) {
        return wire.post("/api/public/progress", Map.of("code", opened.text("code"), "phoneLast4", digits))
                .status();
    }

    private String name(Wire wire, Wire.Answer opened) {
        return wire.post(
                        "/api/matters/" + opened.text("matter.id") + "/looks",
                        Map.of("party", 1, "fields", List.of("NAME", "PHONE"), "purpose", "contact"))
                .text("name");
    }

    private long under(String table, String column) {
        return transactions.run(
                Scope.job("test"),
                work -> db.sql("select count(distinct " + column + ") from " + table)
                        .query(Long.class)
                        .single());
    }

    private long personas() {
        return transactions.run(
                Scope.job("test"),
                work -> db.sql("select count(*) from people.persona")
                        .query(Long.class)
                        .single());
    }

    @Test
    void theMasterKeyIsChangedWhilePeopleWork() throws Exception {
        var wire = new Wire(port).as("ren");
        var before = opened(wire, "周小梅", "13800005678");
        var drawn = opened(wire, Map.of("sign", "来信人甲"));
        assertThat(watch.begin().no()).isGreaterThan(1);
        var early = opened(wire, "吴强", "13900001234");
        TestClock.pass(MasterKeyWatch.NOTICE.plusSeconds(1));
        watch.changeOver();
        var between = opened(wire, "周小梅", "13800005678");
        assertThat(personas())
                .as("somebody known under the old key is found under the new")
                .isEqualTo(3);
        assertThat(name(wire, before)).isEqualTo("周小梅");
        assertThat(progress(wire, before, "5678")).isEqualTo(200);
        TestClock.pass(MasterKeyWatch.NOTICE.plusSeconds(1));

        var going = new AtomicBoolean(true);
        var failures = new ArrayList<Throwable>();
        try (var people = Executors.newFixedThreadPool(1)) {
            var work = CompletableFuture.runAsync(
                    () -> {
                        for (int i = 0; going.get(); i++) {
                            opened(wire, "周小梅", "13800005678");
                            progress(wire, early, "1234");
                        }
                    },
                    people);
            long sealed;
            do {
                sealed = watch.reseal(() -> true);
            } while (sealed > 0 || watch.state().orElseThrow().resealedAt().isEmpty());
            going.set(false);
            work.exceptionally(failed -> {
                        failures.add(failed);
                        return null;
                    })
                    .get();
        }
        assertThat(failures).isEmpty();
        assertThat(personas()).isEqualTo(3);
        assertThat(under("people.persona", "key_version")).isEqualTo(1);
        assertThat(under("trail.matter_key", "master")).isEqualTo(1);
        assertThat(under("matters.code", "key_version")).isEqualTo(1);
        assertThat(watch.state().orElseThrow().resealed()).isGreaterThan(8);
        for (var each : List.of(before, between)) {
            assertThat(name(wire, each)).isEqualTo("周小梅");
            assertThat(progress(wire, each, "5678")).isEqualTo(200);
            assertThat(progress(wire, each, "5679")).isEqualTo(404);
        }
        assertThat(progress(wire, drawn, drawn.text("digits"))).isEqualTo(200);
        assertThat(verification.verify(List.of()).faults()).isEmpty();
        assertThat(watch.begin().no()).as("the next change can begin").isGreaterThan(2);
        TestClock.pass(Duration.ofMinutes(1));
        watch.changeOver();
        watch.reseal(() -> true);
        assertThat(name(wire, before)).isEqualTo("周小梅");
    }
}
