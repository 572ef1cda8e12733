package org.maplebridge.scenes.urgings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.alerts.Alarms;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.trail.Verification;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// A county in which somebody urges and somebody answers.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class UrgingsStory {

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    Alarms alarms;

    @Autowired
    UrgingsDrawing drawing;

    @Autowired
    Verification verification;

    private Optional<County> founded = Optional.empty();

    @BeforeAll
    void found() {
        var county = new County(transactions, offices, access).founded();
        county.officer("cun", "village", "disputes.mediator", "urgings.responder");
        county.officer("ren", "town", "disputes.dispatcher", "disputes.mediator", "urgings.responder");
        county.officer("lin", "otherTown", "disputes.dispatcher", "urgings.responder");
        county.officer("jing", "police", "disputes.police");
        county.officer("jian", "county", "kernel.supervisor", "urgings.supervisor");
        county.officer("du", "county", "urgings.supervisor", "urgings.responder");
        founded = Optional.of(county);
    }

    County county() {
        return founded.orElseThrow();
    }

    @BeforeEach
    void now() {
        TestClock.reset();
    }

    /// Signed in anew: a session does not outlive the days that pass.
    Wire as(String login) {
        return new Wire(port).as(login);
    }

    static Wire.Answer ok(Wire.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer;
    }

    LocalDate today() {
        return transactions.run(Scope.job("test"), Work::today);
    }

    String person(String login) {
        return county().actor(login).person().toString();
    }

    record Opened(String id, String code) {}

    Opened dispute(String phone) {
        var answer = ok(as("ren").post("/api/scenes/disputes", DisputeForms.brought("树枝伸过了墙", "周小梅", phone)));
        return new Opened(answer.text("matter.id"), answer.text("code"));
    }

    /// Nobody registers it: the town is told, and then the county.
    void neglected() {
        TestClock.pass(Duration.ofDays(2));
        alarms.sweep();
        TestClock.pass(Duration.ofDays(5));
        alarms.sweep();
        drawing.round();
        drawing.round();
    }

    List<JsonNode> urgings(Opened dispute) {
        var jian = as("jian");
        return jian.get("/api/matters?limit=200")
                .body()
                .path("items")
                .valueStream()
                .filter(row -> row.path("scene").asString("").equals("urgings"))
                .map(row -> ok(jian.get("/api/matters/" + row.path("id").asString("")))
                        .body())
                .filter(page -> page.path("facts").toString().contains(dispute.code()))
                .toList();
    }

    String drawn(Opened dispute) {
        var found = urgings(dispute);
        assertThat(found).hasSize(1);
        return found.getFirst().path("id").asString("");
    }

    String stage(String urging) {
        return as("jian").get("/api/matters/" + urging).text("stage");
    }

    void issue(String urging, String cadre) {
        ok(as("jian")
                .move(
                        urging,
                        "issue",
                        Map.of(
                                "cadre",
                                person(cadre),
                                "required",
                                "三天内登记、分派",
                                "by",
                                today().plusDays(5).toString())));
    }

    void answered(String urging) {
        ok(as("ren").move(urging, "serve", Map.of()));
        reply(urging);
    }

    void reply(String urging) {
        ok(as("ren").move(urging, "reply", Map.of("cause", "值班员请假没有交接", "done", "已经登记，交村里调解")));
    }

    Wire.Answer deduct(String urging, int points) {
        return as("jian").move(urging, "deduct", Map.of("points", points, "ground", "逾期七天没有登记", "rule", "本区考核办法第八条"));
    }

    String opened(Opened dispute) {
        return ok(as("jian")
                        .post(
                                "/api/scenes/urgings",
                                Map.of(
                                        "cause",
                                        "OTHER",
                                        "code",
                                        dispute.code(),
                                        "wrong",
                                        "来访三次没有人接待",
                                        "wanted",
                                        "查明原因，书面答复")))
                .text("matter.id");
    }
}
