package org.maplebridge.kernel.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
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
import org.maplebridge.kernel.alerts.Alarms;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.people.Personas;
import org.maplebridge.kernel.trail.Verification;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Keeping out of a matter, through HTTP: who decides it, what becomes of the task, and that nothing shows it any more.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecusalScenarioTest {

    private static final String WORDS = "柚子树遮了窗户";

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
    Personas personas;

    @Autowired
    Verification verification;

    private final Map<String, Wire> people = new HashMap<>();
    private final Map<String, UUID> posts = new HashMap<>();
    private final Map<String, String> ids = new HashMap<>();

    @BeforeAll
    void found() {
        var county = new County(transactions, offices, access).founded();
        posts.put("ren", county.officer("ren", "town", "disputes.dispatcher", "disputes.mediator", "trial.worker"));
        posts.put("tong", county.officer("tong", "town", "disputes.dispatcher", "disputes.mediator"));
        county.officer("jian", "county", "kernel.supervisor");
        county.officer("zhen", "otherTown", "kernel.supervisor");
        for (String login : List.of("ren", "tong", "jian", "zhen")) {
            people.put(login, new Wire(port).as(login));
            ids.put(login, county.actor(login).person().toString());
        }
        ids.put("town", county.office("town").id().toString());
    }

    @AfterEach
    void theClockGoesBack() {
        TestClock.reset();
    }

    private Wire as(String login) {
        return java.util.Objects.requireNonNull(people.get(login));
    }

    private String id(String login) {
        return java.util.Objects.requireNonNull(ids.get(login));
    }

    private static Wire.Answer ok(Wire.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer;
    }

    private String handled(String words) {
        var said = Map.of(
                "words", words,
                "area", County.TOWN,
                "occurredAt", "2025-01-02T08:00:00+08:00",
                "source", "PATROL",
                "applicant", "周小梅",
                "phone", "1380000" + (5678 + ids.size()),
                "respondent", "吴强");
        var id = ok(as("tong").post("/api/scenes/disputes", said)).text("matter.id");
        ids.put("matter " + ids.size(), id);
        ok(as("tong").move(id, "register", DisputeForms.calm()));
        ok(as("tong")
                .move(
                        id,
                        "route",
                        Map.of("area", County.TOWN, "category", "NOISE", "agency", id("town"), "reason", "镇里办")));
        return id;
    }

    private String task(String login, String matter) {
        return as(login)
                .get("/api/inbox?limit=200")
                .body()
                .path("items")
                .valueStream()
                .filter(row -> row.at("/matter/id").asString("").equals(matter))
                .findFirst()
                .orElseThrow()
                .at("/task/id")
                .asString("");
    }

    private static Map<String, Object> self() {
        return Map.of("ground", "KIN", "reason", "申请人是我表姐");
    }

    private Map<String, Object> other(String login) {
        return Map.of(
                "officer",
                id(login),
                "asked",
                "PARTY",
                "ground",
                "INTEREST",
                "reason",
                "他与一方合伙开店",
                "article",
                "本单位回避规定第三条");
    }

    /// Everything an officer's pages ask for.
    private String everything(String login) {
        var all = new StringBuilder();
        for (String path : List.of(
                "/api/inbox?limit=200",
                "/api/matters?limit=200",
                "/api/matters?limit=200&q=%E6%9F%9A%E5%AD%90",
                "/api/alerts?limit=200",
                "/api/supervision/summary")) {
            all.append(ok(as(login).get(path)).raw().body());
        }
        return all.toString();
    }

    private void hidden(String login, String matter, String task) {
        assertThat(everything(login)).doesNotContain(matter).doesNotContain(WORDS);
        for (String part : List.of("", "/moves", "/trail", "/deadlines", "/links", "/purposes", "/looks")) {
            var answer = as(login).get("/api/matters/" + matter + part);
            assertThat(answer.status()).as(part).isEqualTo(404);
            assertThat(answer.raw().body())
                    .as("as one that never was")
                    .isEqualTo(as(login)
                            .get("/api/matters/" + UUID.randomUUID() + part)
                            .raw()
                            .body());
        }
        assertThat(as(login).move(matter, "accept", Map.of()).status()).isEqualTo(404);
        for (String act : List.of("claim", "release")) {
            assertThat(as(login)
                            .post("/api/tasks/" + task + "/" + act, Map.of())
                            .status())
                    .isEqualTo(404);
        }
    }

    private int total(String login) {
        return as(login)
                .get("/api/inbox?limit=200")
                .body()
                .path("counts")
                .path("all")
                .asInt(-1);
    }

    @Test
    void whoeverRecusesThemselvesSeesNothingOfItAndTheTaskIsForOthers() {
        var matter = handled(WORDS);
        var task = task("ren", matter);
        ok(as("ren").post("/api/tasks/" + task + "/claim", Map.of()));
        TestClock.pass(Duration.ofHours(5));
        assertThat(alarms.sweep()).isPositive();
        people.put("ren", new Wire(port).as("ren"));
        assertThat(everything("ren")).contains(matter);
        int before = total("ren");
        ok(as("ren").move(matter, "recuse", self()));
        hidden("ren", matter, task);
        assertThat(total("ren")).isEqualTo(before - 1);
        ok(as("tong").post("/api/tasks/" + task + "/claim", Map.of()));
        ok(as("tong").move(matter, "accept", Map.of()));
        var trail =
                ok(as("tong").get("/api/matters/" + matter + "/trail")).raw().body();
        assertThat(trail).contains("自行回避").contains("是当事人的近亲属").contains("申请人是我表姐");
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    @Test
    void theSupervisorOfTheAreaDecidesAndMayDecideOtherwiseLater() {
        var matter = handled(WORDS);
        var task = task("ren", matter);
        assertThat(as("tong").move(matter, "exclude", other("ren")).status()).isEqualTo(403);
        assertThat(as("zhen").move(matter, "exclude", other("ren")).status()).isEqualTo(404);
        var unsaid = new HashMap<>(other("ren"));
        unsaid.remove("article");
        assertThat(as("jian").move(matter, "exclude", unsaid).status()).isEqualTo(422);
        assertThat(as("jian").move(matter, "exclude", other("jian")).status()).isEqualTo(422);
        ok(as("jian").move(matter, "exclude", other("ren")));
        hidden("ren", matter, task);
        assertThat(as("jian").move(matter, "exclude", other("ren")).status()).isEqualTo(409);
        var lifted = Map.of("officer", id("ren"), "reason", "查明只是同名", "article", "本单位回避规定第五条");
        assertThat(as("tong").move(matter, "readmit", lifted).status()).isEqualTo(403);
        ok(as("jian").move(matter, "readmit", lifted));
        assertThat(everything("ren")).contains(matter);
        ok(as("ren").move(matter, "accept", Map.of()));
        assertThat(as("jian").get("/api/matters/" + matter + "/trail").raw().body())
                .contains("决定回避", "当事人提出", "本单位回避规定第三条", "解除回避", "测试员ren");
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    @Test
    void aMatterOnTheirOwnDeskGoesBackToTheOffice() {
        var matter = handled(WORDS);
        ok(as("tong").move(matter, "assign", Map.of("post", String.valueOf(posts.get("ren")), "reason", "归他这一片")));
        ok(as("ren").move(matter, "recuse", self()));
        var row = as("tong").get("/api/matters/" + matter).body();
        assertThat(row.path("post").isMissingNode()).isTrue();
        assertThat(task("tong", matter)).isNotEmpty();
        var back = Map.of("post", String.valueOf(posts.get("ren")), "reason", "再给他");
        assertThat(as("tong").move(matter, "assign", back).status()).isEqualTo(422);
    }

    @Test
    void peopleMetOnlyInThatMatterAreNotFoundEither() {
        var matter = handled(WORDS);
        var met = persona(matter);
        var eyes = transactions.run(
                Scope.job("test"),
                work -> access.officer(work, UUID.fromString(id("ren")), Optional.empty())
                        .scope());
        assertThat(seen(eyes, met)).isNotEmpty();
        ok(as("ren").move(matter, "recuse", self()));
        assertThat(seen(eyes, met)).isEmpty();
    }

    private List<UUID> seen(Scope eyes, UUID persona) {
        return transactions.run(
                eyes, work -> List.copyOf(personas.byId(List.of(persona)).keySet()));
    }

    private static UUID persona(String matter) {
        try (var admin = TestDatabase.ofThisRun().behindTheBack();
                var rows = admin.createStatement()
                        .executeQuery("select p.persona from matters.party p where p.matter = '" + matter
                                + "' and not exists (select from matters.party o where o.persona = p.persona"
                                + " and o.matter <> p.matter)")) {
            rows.next();
            return rows.getObject(1, UUID.class);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRecusalTakenAwayBehindTheBackIsNamed() throws SQLException {
        var matter = handled(WORDS);
        ok(as("ren").move(matter, "recuse", self()));
        assertThat(verification.verify(List.of()).faults()).isEmpty();
        change("update ground.recused set lifted_at = since where matter = '" + matter + "'");
        assertThat(verification.verify(List.of()).faults()).isNotEmpty();
        change("update ground.recused set lifted_at = null where matter = '" + matter + "'");
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    private static void change(String sql) throws SQLException {
        try (var admin = TestDatabase.ofThisRun().behindTheBack();
                var statement = admin.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }
}
