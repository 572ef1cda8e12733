package org.maplebridge.scenes.gradings;

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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// A small county with mediators in its register and a year of files, and what is asked of it again and again.
abstract class GradingsStory {

    static final int FILES = 10;

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    GradingsRounds rounds;

    private final Map<String, Wire> people = new HashMap<>();
    private Optional<County> founded = Optional.empty();
    int year;
    String line = "";
    String namesake = "";

    @BeforeAll
    void found() {
        TestClock.reset();
        var county = new County(transactions, offices, access).founded();
        founded = Optional.of(county);
        county.officer("ren", "town", "disputes.dispatcher", "disputes.mediator");
        county.officer("fang", "town", "disputes.clerk");
        county.officer("cun", "village", "disputes.mediator");
        county.officer("jing", "county", GradingsLifecycle.KEEPER);
        county.officer("jie", "county", GradingsLifecycle.KEEPER, GradingsLifecycle.DECIDER, "rolls.keeper");
        county.officer("shen", "county", GradingsLifecycle.DECIDER);
        county.officer("pai", "county", "disputes.dispatcher", "disputes.mediator", "urgings.supervisor");
        county.officer("wai", "otherTown", GradingsLifecycle.KEEPER, "disputes.dispatcher");
        // to the third of November, so that the year ends after everything that happens in it
        var november = LocalDate.of(today().getYear(), 11, 3);
        passTo(today().isAfter(november) ? november.plusYears(1) : november);
        year = today().getYear();
        var since = LocalDate.of(year - 4, 1, 1);
        line = mediator("仁调解", County.TOWN, since, "ren");
        part("grades", line, "", Map.of("grade", "FIVE", "paper", "婺司〔2020〕1号"));
        part("trainings", line, "年度培训", Map.of("hours", "16", "exam", "80"));
        mediator("村调解", County.VILLAGE, since, "cun");
        mediator("经调解", County.TOWN, since, "jing");
        enter("mediators", line("老调解", since, Map.of("kind", "PART")));
        var may = LocalDate.of(year, 5, 1);
        mediator("新调解", County.TOWN, may, "shen");
        enter("mediators", line("同调解", may.minusDays(1), Map.of("kind", "PART")));
        for (int at = 0; at < 2; at++) {
            var said = new HashMap<String, Object>(line("同调解", may.plusDays(at), Map.of("kind", "PART")));
            said.put("area", County.VILLAGE);
            namesake = enter("mediators", said);
        }
        for (int at = 0; at < FILES; at++) {
            settle("院墙" + at, at);
        }
    }

    @AfterAll
    void theClockGoesBack() {
        TestClock.reset();
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
        assertThat(answer.toString()).contains(words);
    }

    LocalDate today() {
        return transactions.run(Scope.job("test"), Work::today);
    }

    void passTo(LocalDate day) {
        TestClock.pass(Duration.ofDays(ChronoUnit.DAYS.between(today(), day)));
        people.clear();
    }

    private static Map<String, Object> line(String name, LocalDate day, Map<String, String> facts) {
        return Map.of("area", County.TOWN, "name", name, "firstDay", day.toString(), "facts", facts);
    }

    String enter(String roll, Map<String, Object> said) {
        return ok(as("jie").post("/api/rolls/" + roll + "/lines", said)).text("id");
    }

    String mediator(String name, String area, LocalDate since, String login) {
        var staff = founded.orElseThrow().actor(login).person().toString();
        var said = new HashMap<String, Object>(line(name, since, Map.of("kind", "FULL", "staff", staff)));
        said.put("area", area);
        return enter("mediators", said);
    }

    void officer(String login, String office, String... roles) {
        founded.orElseThrow().officer(login, office, roles);
    }

    String staff(String login) {
        return founded.orElseThrow().actor(login).person().toString();
    }

    String account(String login) {
        return founded.orElseThrow().actor(login).id();
    }

    /// The register gets another name for the mediator of the first line.
    void renamed(String name) {
        var staff = founded.orElseThrow().actor("ren").person().toString();
        var said = new HashMap<String, Object>(line(name, today(), Map.of("kind", "FULL", "staff", staff)));
        said.put("reason", "本人改名，户口簿为证");
        ok(as("jie").post("/api/rolls/mediators/lines/" + line + "/change", said));
    }

    void part(String roll, String parent, String name, Map<String, String> facts) {
        enter(roll, Map.of("parent", parent, "name", name, "firstDay", today().toString(), "facts", facts));
    }

    private void settle(String title, int at) {
        var said = new HashMap<String, Object>(DisputeForms.brought(title, "申请人" + title, "1390000" + (4300 + at)));
        said.put("area", County.TOWN);
        said.put("occurredAt", today() + "T00:00:01+08:00");
        said.put("respondent", "被申请人" + title);
        var town = founded.orElseThrow().office("town").id().toString();
        var ren = as("ren");
        var id = ok(ren.post("/api/scenes/disputes", said)).text("matter.id");
        ok(ren.move(id, "register", DisputeForms.calm()));
        ok(ren.move(id, "route", Map.of("area", County.TOWN, "category", "LAND", "agency", town, "reason", "就近")));
        ok(ren.move(id, "accept", Map.of()));
        ok(ren.move(id, "begin", Map.of("willing", "BOTH", "informed", true)));
        ok(ren.move(id, "agree", DisputeForms.agreement(today(), "第 " + at + " 家的事。", "照 " + at + " 号标准补。")));
        ok(ren.move(id, "perform", Map.of()));
        ok(ren.move(id, "performed", Map.of("day", today().toString(), "result", "FULL")));
        ok(as("fang").move(id, "evaluate", Map.of("grade", "SATISFIED", "channel", "PHONE")));
        ok(ren.move(id, "close", Map.of("summary", "办完了。")));
    }

    List<JsonNode> gradings(String query) {
        return ok(as("jing").get("/api/gradings?year=" + year + query))
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    String grading(String name) {
        return gradings("").stream()
                .filter(row -> row.path("name").asString("").equals(name))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString("");
    }

    String facts(String login, String id) {
        return ok(as(login).get("/api/matters/" + id)).body().path("facts").toString();
    }

    JsonNode mine(String login) {
        return ok(as(login).get("/api/gradings/mine")).body();
    }

    Wire.Answer contest(String login, String id, String factor) {
        return as(login)
                .post(
                        "/api/gradings/mine/" + id + "/contest",
                        Map.of("factor", factor, "words", "少算了两年，之前在村里也是", "wanted", "满六年"));
    }
}
