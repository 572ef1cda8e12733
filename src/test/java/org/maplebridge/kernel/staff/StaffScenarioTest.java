package org.maplebridge.kernel.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Who comes, moves, stands in and goes, through HTTP: whatever changed counts with the very next request.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StaffScenarioTest {

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    private final Map<String, Wire> people = new HashMap<>();
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, UUID> posts = new HashMap<>();

    @BeforeAll
    void found() {
        var county = new County(transactions, offices, access).founded();
        for (String login : new String[] {"ren", "tong", "jing", "yuan"}) {
            posts.put(login, county.officer(login, "town", "disputes.dispatcher", "disputes.mediator", "trial.worker"));
            ids.put(login, county.actor(login).person().toString());
        }
        posts.put("guan", county.officer("guan", "town", "kernel.registrar"));
        county.officer("wai", "otherTown", "kernel.registrar");
        county.officer("cun", "village", "disputes.mediator");
        ids.put("guan", county.actor("guan").person().toString());
        ids.put("cun", county.actor("cun").person().toString());
        ids.put("town", county.office("town").id().toString());
        for (String login : new String[] {"guan", "wai", "ren", "tong"}) {
            people.put(login, new Wire(port).as(login));
        }
    }

    @AfterEach
    void theClockGoesBack() {
        TestClock.reset();
    }

    private Wire as(String login) {
        return java.util.Objects.requireNonNull(people.get(login));
    }

    private String id(String key) {
        return java.util.Objects.requireNonNull(ids.get(key));
    }

    private String post(String key) {
        return String.valueOf(posts.get(key));
    }

    private String staff(String rest) {
        return "/api/agencies/" + id("town") + "/staff" + rest;
    }

    private static Wire.Answer ok(Wire.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer;
    }

    private LocalDate today() {
        return transactions.run(Scope.job("test"), Work::today);
    }

    /// On the desk of a post.
    private String onTheDeskOf(String login) {
        var said = Map.of(
                "words", "门前的沟堵了",
                "area", County.TOWN,
                "occurredAt", "2025-01-02T08:00:00+08:00",
                "source", "PATROL");
        var matter = ok(as("tong").post("/api/scenes/disputes", said)).text("matter.id");
        ok(as("tong").move(matter, "register", DisputeForms.calm()));
        ok(as("tong")
                .move(
                        matter,
                        "route",
                        Map.of("area", County.TOWN, "category", "NOISE", "agency", id("town"), "reason", "镇里办")));
        ok(as("tong").move(matter, "assign", Map.of("post", post(login), "reason", "归他")));
        return matter;
    }

    @Test
    void whoeverLeavesIsOutWithTheNextRequestAndTheirDeskIsHandedOn() {
        var yuan = new Wire(port).as("yuan");
        var token =
                ok(yuan.post("/api/tokens", Map.of("name", "程序", "days", 1))).text("token");
        var program = new Wire(port).with("Authorization", "Bearer " + token);
        assertThat(program.get("/api/inbox").status()).isEqualTo(200);
        var matter = onTheDeskOf("yuan");
        var path = staff("/" + id("yuan") + "/leave");
        var refused = as("guan").post(path, Map.of("reason", "调走"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.raw().body()).contains("yuan岗", "1 件", "staff.left-behind");
        assertThat(yuan.get("/api/inbox").status()).as("nothing was done").isEqualTo(200);
        ok(as("guan").post(path, Map.of("reason", "调走", "to", post("ren"))));
        assertThat(yuan.get("/api/inbox").status()).isEqualTo(401);
        assertThat(program.get("/api/inbox").status()).isEqualTo(401);
        assertThat(new Wire(port).signIn("yuan", County.PASSWORD).status()).isEqualTo(401);
        assertThat(as("ren").get("/api/inbox?limit=200").raw().body()).contains(matter);
        assertThat(as("tong").get("/api/matters/" + matter + "/trail").raw().body())
                .contains("调走");
        assertThat(as("guan").get(staff("")).raw().body()).doesNotContain(id("yuan"));
        assertThat(as("guan").post(path, Map.of("reason", "再来一次")).status())
                .as("twice does no harm")
                .isBetween(200, 299);
    }

    @Test
    void aPostThatEndsIsClosedWithTheNextRequest() {
        var jing = new Wire(port).as("jing");
        assertThat(jing.get("/api/me").raw().body()).contains("jing岗");
        var seat = as("guan")
                .get(staff(""))
                .body()
                .path("items")
                .valueStream()
                .filter(each -> each.path("id").asString("").equals(id("jing")))
                .findFirst()
                .orElseThrow()
                .at("/seats/0/id")
                .asString("");
        ok(as("guan").post(staff("/" + id("jing") + "/posts/" + seat + "/end"), Map.of("reason", "换岗")));
        assertThat(jing.get("/api/me").raw().body()).doesNotContain("jing岗");
        assertThat(jing.get("/api/matters").body().path("items").size()).isZero();
        assertThat(jing.with("X-Maple-Post", post("jing")).get("/api/inbox").status())
                .isEqualTo(403);
        jing.without("X-Maple-Post");
        ok(as("guan").post(staff("/" + id("jing") + "/posts"), Map.of("post", post("jing"))));
        assertThat(jing.get("/api/me").raw().body()).as("moved back").contains("jing岗");
    }

    @Test
    void aStandInBeginsAndEndsByItself() {
        var first = today().plusDays(1);
        var matter = onTheDeskOf("ren");
        var joined = ok(as("guan").post(staff(""), Map.of("name", "测试员代", "login", "daiban")));
        var password = ownInsteadOf(joined.text("password"));
        ok(as("guan")
                .post(
                        staff("/" + joined.text("id") + "/stand-ins"),
                        Map.of(
                                "post", post("ren"),
                                "firstDay", first.toString(),
                                "lastDay", first.toString(),
                                "reason", "休假")));
        var path = "/api/matters/" + matter;
        assertThat(stands(password).get(path).status()).as("the day before").isEqualTo(404);
        TestClock.pass(Duration.ofDays(1));
        assertThat(stands(password).get(path).status()).as("on the day").isEqualTo(200);
        TestClock.pass(Duration.ofDays(1));
        assertThat(stands(password).get(path).status()).as("the day after").isEqualTo(404);
    }

    /// Whoever is new chooses a password before anything else.
    private String ownInsteadOf(String told) {
        assertThat(told).hasSizeGreaterThanOrEqualTo(10);
        var fresh = "my-own-long-words";
        var wire = stands(told);
        assertThat(wire.get("/api/inbox").text("rule")).isEqualTo("access.told-password");
        ok(wire.post("/api/account/password", Map.of("password", told, "fresh", fresh)));
        assertThat(wire.get("/api/inbox").status()).isNotEqualTo(403);
        return fresh;
    }

    private Wire stands(String password) {
        return new Wire(port).as("daiban", password);
    }

    @Test
    void onlyTheOfficesOwnAdministratorDoesIt() {
        var leave = Map.of("reason", "试试看");
        for (String login : new String[] {"wai", "ren"}) {
            int refused = login.equals("wai") ? 404 : 403;
            assertThat(as(login).get(staff("")).status()).isEqualTo(refused);
            assertThat(as(login).post(staff("/" + id("tong") + "/leave"), leave).status())
                    .isEqualTo(refused);
        }
        assertThat(as("guan").post(staff("/" + id("cun") + "/leave"), leave).status())
                .as("of another office")
                .isEqualTo(404);
        assertThat(as("guan")
                        .post(staff("/" + id("guan") + "/posts"), Map.of("post", post("tong")))
                        .status())
                .as("nobody gives themselves a post")
                .isEqualTo(403);
        assertThat(as("guan").post(staff("/" + id("guan") + "/leave"), leave).status())
                .isEqualTo(403);
        assertThat(as("tong").get("/api/inbox").status()).isEqualTo(200);
    }
}
