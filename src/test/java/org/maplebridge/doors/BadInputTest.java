package org.maplebridge.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Whatever comes in, the answer says in Chinese what is wrong with which field, by which rule, and what to do next;
/// nothing half written is left, and the server goes on.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BadInputTest {

    private static final String OPEN = BadRequests.OPEN;

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    private String matter = "";
    private String relay = "";
    private String task = "";
    private List<Wire> people = new ArrayList<>();

    @BeforeAll
    void aCounty() {
        var county = new County(transactions, offices, access).founded();
        var post = county.officer(
                "ren", "town", "disputes.dispatcher", "disputes.mediator", "kernel.legal-officer", "kernel.supervisor");
        county.officer("jie", "department", "stretch.relay.desk");
        people.add(new Wire(port).as("ren"));
        people.add(new Wire(port).as("jie"));
        assertThat(post).isNotNull();
        matter = House.ok(ren().post(OPEN, House.report("一件好好的事", County.TOWN))).text("matter.id");
        House.ok(ren().move(matter, "register", DisputeForms.calm()));
        House.ok(ren().move(matter, "route", House.toTheTown(county)));
        House.ok(ren().move(matter, "accept", Map.of()));
        var office = county.office("department").id().toString();
        relay = House.ok(people.getLast().post("/api/scenes/stretch.relay", Map.of("title", "一份文件", "agency", office)))
                .text("matter.id");
        task = ren().get("/api/inbox").body().at("/items/0/task/id").asString("");
    }

    private Wire ren() {
        return people.getFirst();
    }

    @AfterEach
    void theClockGoesBack() {
        TestClock.reset();
    }

    @TestFactory
    @Order(0)
    Stream<DynamicTest> badFieldsAreNamed() {
        return BadRequests.fields().map(this::refused);
    }

    @TestFactory
    @Order(0)
    Stream<DynamicTest> badBodiesAreRefused() {
        return BadRequests.bodies().map(this::refused);
    }

    @TestFactory
    @Order(0)
    Stream<DynamicTest> badMovesAreRefused() {
        return BadRequests.moves(matter, relay, String.valueOf(version(matter))).map(this::refused);
    }

    @TestFactory
    @Order(0)
    Stream<DynamicTest> badQuestionsAreRefused() {
        return BadRequests.questions(matter, relay).map(this::refused);
    }

    @TestFactory
    @Order(0)
    Stream<DynamicTest> theOtherDoorsAreAsStrict() {
        return BadRequests.elsewhere(matter, task).map(this::refused);
    }

    private int version(String id) {
        return people.stream()
                .map(who -> who.get("/api/matters/" + id).body().path("version").asInt(0))
                .reduce(0, Math::max);
    }

    private DynamicTest refused(Bad bad) {
        return DynamicTest.dynamicTest(
                bad.what() + " "
                        + bad.path().substring(0, Math.min(60, bad.path().length())),
                () -> {
                    var before = Rows.count();
                    var answer = ren().send(bad.on(ren().request(bad.path())));
                    var shown = answer.toString()
                            .substring(0, Math.min(600, answer.toString().length()));
                    assertThat(answer.status()).as(shown).isEqualTo(bad.status());
                    problem(bad, answer);
                    assertThat(Rows.count()).isEqualTo(before);
                });
    }

    private static void problem(Bad bad, Wire.Answer answer) {
        var said = answer.body();
        assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(said.path("type").asString("")).startsWith("/problems/");
        assertThat(said.path("status").asInt(0)).isEqualTo(bad.status());
        for (String part : List.of("title", "detail", "next")) {
            assertThat(said.path(part).asString("")).as(part + " of " + answer).containsPattern("\\p{IsHan}{2}");
        }
        assertThat(said.toString())
                .as("nothing of the inside")
                .doesNotContainPattern("(?i)exception|select |jackson|postgres|org\\.|java\\.")
                .doesNotContainPattern("[\\u202A-\\u202E\\u2066-\\u2069\\x00-\\x08]");
        assertThat(said.path("rule").asString("")).isEqualTo(bad.rule());
        assertThat(said.path("fields")
                        .valueStream()
                        .map(field -> field.path("name").asString("")))
                .containsExactlyInAnyOrderElementsOf(bad.fields());
        assertThat(said.path("fields")
                        .valueStream()
                        .map(field -> field.path("message").asString("")))
                .allSatisfy(message -> assertThat(message).containsPattern("\\p{IsHan}{2}"));
        bad.article()
                .ifPresent(
                        cited -> assertThat(said.path("article").asString("")).contains(cited));
    }

    @Test
    void aRepeatedKeyWithAnotherBodyIsRefused() {
        var key = "repeat-0001";
        var path = OPEN;
        var first =
                Bad.post("先", path, House.report("先说的一件", County.TOWN), 201, "").with("Idempotency-Key", key);
        var opened = ren().send(first.on(ren().request(path)));
        assertThat(opened.status()).isEqualTo(201);
        var again = ren().send(first.on(ren().request(path)));
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("matter.id")).isEqualTo(opened.text("matter.id"));
        var other = Bad.post("后", path, House.report("换了一件", County.TOWN), 422, "ground.idempotency", "Idempotency-Key")
                .with("Idempotency-Key", key);
        var before = Rows.count();
        var refused = ren().send(other.on(ren().request(path)));
        assertThat(refused.status()).isEqualTo(422);
        problem(other, refused);
        assertThat(Rows.count()).isEqualTo(before);
    }

    @Test
    void aSumOfMoneyMayBeANumberOrAText() {
        for (Object amount : List.of(12000.5, "12000.50", 12000)) {
            var id = House.ok(ren().post(OPEN, House.report("欠了一笔钱", County.TOWN)))
                    .text("matter.id");
            var said = DisputeForms.calm();
            said.put("amount", amount);
            var body = said.toString().replace("=", "\":").replace(", ", ",\"").replace("{", "{\"");
            var request = ren().request("/api/matters/" + id + "/moves/register")
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", java.util.UUID.randomUUID().toString())
                    .header("If-Match", "1");
            var answer = ren().send(request.POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                    amount instanceof String text ? body.replace(text, "\"" + text + "\"") : body)));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            assertThat(ren().get("/api/matters/" + id).raw().body().replace(",", ""))
                    .contains("12000");
        }
    }

    /// Last of all: a session that some errand looks at meanwhile has ended three years later.
    @Test
    @Order(Integer.MAX_VALUE)
    void aYearWithoutItsNoticeOpensTheMatterAndWaits() {
        TestClock.pass(Duration.ofDays(3 * 365));
        var again = new Wire(port).as("ren");
        var opened = House.ok(again.post(OPEN, House.report("几年以后的一件", County.TOWN)));
        var due = opened.body().at("/matter/due");
        assertThat(due.path("state").asString("")).isEqualTo("AWAITING_CALENDAR");
        var limits = again.get("/api/matters/" + opened.text("matter.id") + "/deadlines")
                .body()
                .path("items");
        assertThat(limits.size()).isPositive();
        assertThat(limits).allSatisfy(limit -> assertThat(label(limit)).contains("尚未录入"));
    }

    private static String label(JsonNode limit) {
        return limit.path("proof").toString();
    }

    @Test
    @Order(1)
    void theServerGoesOn() {
        assertThat(new Wire(port).get("/api/health").status()).isEqualTo(200);
        House.ok(ren().post(OPEN, House.report("后来又有一件", County.TOWN)));
    }
}
