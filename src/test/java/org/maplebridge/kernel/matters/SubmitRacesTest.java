package org.maplebridge.kernel.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestDatabase;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.trail.Verification;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The same submit, and different submits about the same thing, arrive at the same moment.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubmitRacesTest {

    private static final int AT_ONCE = 8;

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    JdbcClient db;

    @Autowired
    Verification verification;

    private final List<Wire> ren = new ArrayList<>();

    @BeforeAll
    void found() {
        new County(transactions, offices, access)
                .founded()
                .officer("ren", "town", "disputes.dispatcher", "disputes.mediator");
        ren.add(new Wire(port).as("ren"));
    }

    private static Map<String, Object> report(String words) {
        return Map.of(
                "words", words, "area", County.TOWN, "occurredAt", "2025-01-02T08:00:00+08:00", "source", "PATROL");
    }

    private Wire.Answer submit(String path, Map<String, ?> said, String key, String version) {
        var who = ren.getFirst();
        return who.send(who.request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .header("If-Match", version)
                .POST(HttpRequest.BodyPublishers.ofString(Canonical.text(said))));
    }

    private interface Submit {
        Wire.Answer number(int no);
    }

    private static List<Wire.Answer> atOnce(Submit submit) throws InterruptedException, ExecutionException {
        var gate = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Wire.Answer>> all = IntStream.range(0, AT_ONCE)
                    .mapToObj(no -> threads.submit(() -> {
                        gate.await();
                        return submit.number(no);
                    }))
                    .toList();
            gate.countDown();
            var answers = new ArrayList<Wire.Answer>();
            for (var each : all) {
                answers.add(each.get());
            }
            return answers;
        }
    }

    private int count(String sql) {
        return transactions.run(
                Scope.job("test"), work -> db.sql(sql).query(Integer.class).single());
    }

    @Test
    void oneSubmitThatArrivesManyTimesOpensOneMatter() throws Exception {
        for (int round = 0; round < 5; round++) {
            var said = report("同时来的第 " + round + " 件");
            var key = UUID.randomUUID().toString();
            int before = count("select count(*) from matters.matter");
            var answers = atOnce(no -> submit("/api/scenes/disputes", said, key, "1"));
            assertThat(answers)
                    .allSatisfy(answer ->
                            assertThat(answer.status()).as(answer.toString()).isEqualTo(201));
            assertThat(answers.stream().map(answer -> answer.text("matter.id")).distinct())
                    .hasSize(1);
            assertThat(answers.stream()
                            .map(answer -> answer.text("receipt.receiptCode"))
                            .distinct())
                    .hasSize(1);
            assertThat(answers.stream().map(answer -> answer.text("code")).distinct())
                    .hasSize(1);
            assertThat(count("select count(*) from matters.matter")).isEqualTo(before + 1);
        }
    }

    @Test
    void oneMoveThatArrivesManyTimesIsMadeOnce() throws Exception {
        var opened =
                submit("/api/scenes/disputes", report("一件"), UUID.randomUUID().toString(), "1");
        var path = "/api/matters/" + opened.text("matter.id") + "/moves/flag";
        var said = Map.of("danger", "THREAT", "policeInformed", true, "note", "说了狠话");
        var key = UUID.randomUUID().toString();
        var answers = atOnce(no -> submit(path, said, key, "1"));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            assertThat(answer.body().path("version").asInt(0)).isEqualTo(2);
        });
    }

    @Test
    void ofManyMovesFromOneVersionOneIsMadeAndTheOthersAreStale() throws Exception {
        var opened =
                submit("/api/scenes/disputes", report("一件"), UUID.randomUUID().toString(), "1");
        var path = "/api/matters/" + opened.text("matter.id") + "/moves/flag";
        var answers = atOnce(no -> submit(
                path,
                Map.of("danger", "THREAT", "policeInformed", true, "note", "第 " + no + " 句狠话"),
                UUID.randomUUID().toString(),
                "1"));
        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 412)).hasSize(AT_ONCE - 1);
        assertThat(answers.stream().filter(answer -> answer.status() == 412))
                .allSatisfy(answer -> assertThat(answer.text("detail")).contains("第 2 版"));
    }

    @Test
    void ofManyBodiesUnderOneKeyOneIsTakenAndTheOthersAreRefused() throws Exception {
        var key = UUID.randomUUID().toString();
        int before = count("select count(*) from matters.matter");
        var answers = atOnce(no -> submit("/api/scenes/disputes", report("不同的第 " + no + " 件"), key, "1"));
        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 422)).hasSize(AT_ONCE - 1);
        assertThat(count("select count(*) from matters.matter")).isEqualTo(before + 1);
    }

    @Test
    void linksAcrossOneAnotherDoNotWaitForEver() throws Exception {
        var one = opened("甲家的事");
        var two = opened("乙家的事");
        for (int round = 0; round < 3; round++) {
            var answers = atOnce(no -> {
                var from = no % 2 == 0 ? one : two;
                var to = no % 2 == 0 ? two : one;
                return ren.getFirst().move(from, "link", Map.of("matter", to, "reason", "同一栋楼"));
            });
            assertThat(answers)
                    .allSatisfy(answer ->
                            assertThat(answer.status()).as(answer.toString()).isIn(200, 412))
                    .anySatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        }
    }

    /// A link names the version of one matter only; the other may change while the link waits for its lock.
    @Test
    void whatWaitsForALockReadsWhatTheOneBeforeItHasWritten() throws Exception {
        var one = opened("这边的事");
        var two = opened("那边的事");
        Wire.Answer registered;
        Wire.Answer linked;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var admin = TestDatabase.ofThisRun().behindTheBack()) {
            admin.setAutoCommit(false);
            try (var held = admin.prepareStatement("select from matters.matter where id = ?::uuid for update")) {
                held.setString(1, two);
                held.execute();
            }
            var register = threads.submit(() -> ren.getFirst().move(two, "register", DisputeForms.calm()));
            waiting(1);
            var link = threads.submit(() -> ren.getFirst().move(one, "link", Map.of("matter", two, "reason", "同一条沟")));
            waiting(2);
            admin.rollback();
            registered = register.get();
            linked = link.get();
        }
        assertThat(registered.status()).as(registered.toString()).isEqualTo(200);
        assertThat(linked.status()).as(linked.toString()).isEqualTo(200);
        var states = new ArrayList<String>();
        var limits =
                ren.getFirst().get("/api/matters/" + two + "/deadlines").body().path("items");
        limits.forEach(limit -> states.add(
                limit.path("parameter").asString("") + " " + limit.path("state").asString("")));
        assertThat(states).contains("disputes.register MET", "disputes.route RUNNING");
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    private String opened(String words) {
        return submit("/api/scenes/disputes", report(words), UUID.randomUUID().toString(), "1")
                .text("matter.id");
    }

    private static void waiting(int wanted) throws Exception {
        for (int tries = 0; tries < 200; tries++) {
            try (var admin = TestDatabase.ofThisRun().behindTheBack();
                    var asked = admin.createStatement();
                    var row = asked.executeQuery("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                            + " and datname = current_database()")) {
                row.next();
                if (row.getInt(1) >= wanted) {
                    return;
                }
            }
            Thread.sleep(20);
        }
        throw new IllegalStateException("nobody waits");
    }
}
