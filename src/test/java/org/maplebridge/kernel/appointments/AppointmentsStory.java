package org.maplebridge.kernel.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.alerts.Alarms;
import org.maplebridge.kernel.alerts.NobodyThere;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.tasks.AbsentDesks;
import org.maplebridge.kernel.trail.Verification;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A town with disputes, a room, and people who meet there or don't.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AppointmentsStory {

    static final String ROOM = "一号调解室";

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
    AbsentDesks absentDesks;

    @Autowired
    NobodyThere nobodyThere;

    @Autowired
    Alarms alarms;

    private final Map<String, Wire> people = new HashMap<>();
    private final Map<String, UUID> posts = new HashMap<>();
    private LocalDate founded = LocalDate.EPOCH;
    private int phones = 5620;
    County county = new County(transactions, offices, access);

    @BeforeAll
    void found() {
        county = new County(transactions, offices, access).founded();
        posts.put("ren", county.officer("ren", "town", "disputes.dispatcher", "disputes.mediator"));
        posts.put("hua", county.officer("hua", "town", "disputes.mediator"));
        posts.put("shou", county.officer("shou", "town", "disputes.dispatcher", "kernel.registrar"));
        posts.put("lin", county.officer("lin", "otherTown", "disputes.dispatcher", "disputes.mediator"));
        posts.put("xian", county.officer("xian", "county", "disputes.dispatcher", "kernel.supervisor"));
        founded = today();
        signIn();
        var room = as("ren").post("/api/rooms", Map.of("name", ROOM, "seats", 12, "place", "镇中心二楼", "equipment", "投影"));
        assertThat(room.status()).as(room.toString()).isEqualTo(201);
    }

    /// Sessions don't last for ever.
    void signIn() {
        posts.keySet().forEach(login -> people.put(login, new Wire(port).as(login)));
    }

    Wire as(String login) {
        return java.util.Objects.requireNonNull(people.get(login));
    }

    UUID post(String login) {
        return java.util.Objects.requireNonNull(posts.get(login));
    }

    UUID person(String login) {
        return county.actor(login).person();
    }

    record Opened(String id, String code, String digits) {}

    /// A dispute that came to the town and lies on its common desk.
    Opened dispute(String words) {
        var phone = "1380000" + phones++;
        var answer = as("ren").post("/api/scenes/disputes", DisputeForms.brought(words, "周小梅", phone));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return new Opened(answer.text("matter.id"), answer.text("code"), phone.substring(7));
    }

    LocalDate today() {
        return transactions.run(Scope.job("test"), Work::today);
    }

    /// A day, so many days from now; those far off count from the day of the founding, so that each test has its own.
    LocalDate day(int days) {
        return (days < 20 ? today() : founded).plusDays(days);
    }

    String at(int days, String clock) {
        return day(days) + "T" + clock + ":00+08:00";
    }

    Map<String, Object> session(int days, String from, String to) {
        var said = new HashMap<String, Object>();
        said.put("kind", "SESSION");
        said.put("starts", at(days, from));
        said.put("ends", at(days, to));
        said.put("room", ROOM);
        said.put("open", false);
        return said;
    }

    Wire.Answer arrange(String who, Opened matter, Map<String, Object> said) {
        return as(who).move(matter.id(), "arrange", said);
    }

    void arranged(String who, Opened matter, Map<String, Object> said) {
        var answer = arrange(who, matter, said);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    tools.jackson.databind.JsonNode sessions(Opened matter) {
        return as("ren").get("/api/matters/" + matter.id() + "/sessions").body().path("items");
    }

    void moved(String who, Opened matter, String verb, Map<String, ?> said) {
        var answer = as(who).move(matter.id(), verb, said);
        assertThat(answer.status()).as(verb + " " + answer).isEqualTo(200);
    }

    void intact() {
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }
}
