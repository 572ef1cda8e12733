package org.maplebridge.scenes.allowances;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.trail.Sequencer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// A town with two mediators, and the people who see to what they are paid.
abstract class AllowancesStory {

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
    AllowancesRound system;

    private final Map<String, Wire> people = new HashMap<>();
    private Optional<County> founded = Optional.empty();

    @BeforeAll
    void found() {
        TestClock.reset();
        var county = new County(transactions, offices, access).founded();
        county.officer("fen", "town", "disputes.dispatcher", "kernel.registrar");
        county.officer("hui", "town", "disputes.clerk");
        county.officer("qian", "town", "disputes.mediator");
        county.officer("sun", "town", "disputes.mediator");
        county.officer("zhao", "town", "disputes.mediator");
        county.officer("hesuan", "town", AllowancesLifecycle.KEEPER);
        county.officer("jian", "town", AllowancesLifecycle.KEEPER, "disputes.mediator");
        county.officer("chou", "county", AllowancesLifecycle.CHECKER);
        county.officer("shen", "county", AllowancesLifecycle.APPROVER);
        county.officer("ji", "county", "kernel.supervisor", "rolls.keeper");
        county.officer("lin", "otherTown", AllowancesLifecycle.CHECKER);
        founded = Optional.of(county);
        // late in a month, so that its files can still be opened again once they are paid
        passTo(today().plusMonths(1).withDayOfMonth(28));
        mediator("qian", "钱调解");
        mediator("sun", "孙调解");
        mediator("jian", "简核算");
    }

    @AfterAll
    void theClockGoesBack() {
        TestClock.reset();
    }

    void officer(String login, String office, String... roles) {
        founded.orElseThrow().officer(login, office, roles);
    }

    void mediator(String login, String name) {
        var facts = Map.of("kind", "FULL", "staff", staff(login));
        ok(as("ji").post(
                        "/api/rolls/mediators/lines",
                        Map.of(
                                "area",
                                County.TOWN,
                                "name",
                                name,
                                "firstDay",
                                today().minusYears(1).toString(),
                                "facts",
                                facts)));
    }

    String staff(String login) {
        return founded.orElseThrow().actor(login).person().toString();
    }

    String office(String key) {
        return founded.orElseThrow().office(key).id().toString();
    }

    Wire as(String login) {
        return people.computeIfAbsent(login, unseen -> new Wire(port).as(login));
    }

    static Wire.Answer ok(Wire.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer;
    }

    static void refused(Wire.Answer answer, int status, String words) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.body().toString()).contains(words);
    }

    LocalDate today() {
        return transactions.run(Scope.job("test"), Work::today);
    }

    void pass(Duration time) {
        TestClock.pass(time);
        people.clear();
    }

    void passTo(LocalDate day) {
        pass(Duration.ofDays(ChronoUnit.DAYS.between(today(), day)));
    }

    /// Disputes that a mediator settles, the money paid, and closed; slowly enough to raise no doubts.
    List<String> settled(String mediator, String form, String... titles) {
        var all = java.util.Arrays.stream(titles)
                .map(title -> accepted(mediator, title))
                .toList();
        pass(Duration.ofHours(3));
        for (int at = 0; at < all.size(); at++) {
            settle(mediator, all.get(at), form, titles[at]);
        }
        return all;
    }

    private String accepted(String mediator, String title) {
        var said = new HashMap<String, Object>(
                DisputeForms.brought(title, "周" + title, "139" + (10000000 + Math.abs(title.hashCode() % 1000000))));
        said.put("respondent", "吴" + title);
        var id = ok(as(mediator).post("/api/scenes/disputes", said)).text("matter.id");
        var route = Map.of("area", County.TOWN, "category", "LAND", "agency", office("town"), "reason", "就近");
        ok(as(mediator).move(id, "register", DisputeForms.calm()));
        ok(as("fen").move(id, "route", route));
        ok(as(mediator).move(id, "accept", Map.of()));
        return id;
    }

    void settle(String mediator, String id, String form, String title) {
        ok(as(mediator).move(id, "begin", Map.of("willing", "BOTH", "informed", true)));
        var agreement = new HashMap<>(DisputeForms.agreement(today(), title + "的事实。", title + "照商定的办。"));
        agreement.put("form", form);
        ok(as(mediator).move(id, "agree", agreement));
        ok(as(mediator).move(id, "perform", Map.of()));
        ok(as(mediator).move(id, "performed", Map.of("day", today().toString(), "result", "FULL")));
        ok(as("hui").move(id, "evaluate", Map.of("grade", "SATISFIED", "channel", "PHONE")));
        ok(as(mediator).move(id, "close", Map.of("summary", "办完了。")));
    }

    void reopen(String id) {
        ok(as("fen").move(id, "reopen", Map.of("ground", "NOT_PERFORMED", "words", "后来又不履行了。")));
    }

    void round() {
        system.round();
    }

    /// Something is written to the log, and a root published.
    void rootAppears() {
        ok(as("qian").post("/api/scenes/disputes", DisputeForms.brought("别的事", "郑小田", "13900001111")));
        sequencer.drain();
        round();
    }

    List<JsonNode> sheets() {
        return ok(as("hesuan").get("/api/allowances"))
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    String sheet(LocalDate month) {
        return sheets().stream()
                .filter(row -> row.path("month")
                        .asString("")
                        .equals(month.withDayOfMonth(1).toString()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(sheets().toString()))
                .path("id")
                .asString("");
    }

    String facts(String login, String id) {
        return ok(as(login).get("/api/matters/" + id)).body().path("facts").toString();
    }

    /// The number of the line about a file on a sheet, as its title begins.
    int line(String sheet, String matter) {
        for (var section : ok(as("hesuan").get("/api/matters/" + sheet)).body().path("facts")) {
            for (var row : section.path("rows")) {
                if (row.path("matter").asString("").equals(matter)) {
                    return Integer.parseInt(row.path("title").asString("").split(" ")[0]);
                }
            }
        }
        throw new AssertionError("no line of " + matter + " in " + facts("hesuan", sheet));
    }

    JsonNode mine(String login) {
        return ok(as(login).get("/api/allowances/mine")).body().path("items");
    }
}
