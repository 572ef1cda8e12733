package org.maplebridge.launch.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.TestDatabase;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.stats.Tallies;
import org.maplebridge.kernel.trail.Verification;
import org.maplebridge.launch.DatabaseRole;
import org.maplebridge.launch.demo.life.DemoLife;
import org.maplebridge.launch.demo.life.LifeClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/// The past of a demo county: what a visitor finds on the boards was done by somebody, in its time, by the rules.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoLifeTest {

    private static final int DAYS = 42;

    /// A Monday at noon.
    private static final Instant TODAY = Instant.parse("2026-09-14T04:00:00Z");

    /// Of the diary, with the usual seed and so many days. It changes with the stories, and with the rules they meet.
    private static final String DIARY = "f5152032e02965f178bc3c52018553f8f208cd0e86087d92d01c611a867a2013";

    private static final String LATE_UNTOLD = """
        select d.matter || ' ' || d.parameter
          from matters.deadline d
         where d.state = 'RUNNING' and d.settled and d.due < ground.moment() - interval '1 hour'
           and not exists (select from alerts.alert a
                            where a.matter = d.matter and a.deadline_no = d.no
                              and a.kind in ('OVERDUE', 'ESCALATED'))
        """;

    private static final String ON_DAYS_OFF = """
        select e.verb from trail.entry e
         where extract(isodow from e.recorded_at at time zone 'Asia/Shanghai') > 5
           and e.recorded_at < ground.moment() - interval '1 day'
        """;

    @LocalServerPort
    int port;

    @Autowired
    DemoCounty county;

    @Autowired
    DemoClock clock;

    @Autowired
    DemoPast past;

    @Autowired
    Tallies tallies;

    @Autowired
    Verification verification;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    Environment settings;

    private Optional<DemoLife.Lived> lived = Optional.empty();

    /// As if it were always the same day: weekends and holidays decide what happens, too.
    private final class SameDay implements LifeClock {
        @Override
        public Instant now() {
            return clock.now();
        }

        @Override
        public Duration behind() {
            return Duration.between(clock.now(), TODAY);
        }

        @Override
        public Instant moveTo(Instant moment) {
            return clock.moveTo(moment);
        }

        @Override
        public Instant catchUp() {
            return clock.moveTo(TODAY);
        }
    }

    @BeforeAll
    void aPast() throws Exception {
        movable();
        var first = TODAY.atZone(Work.ZONE)
                .toLocalDate()
                .minusDays(DAYS)
                .atStartOfDay(Work.ZONE)
                .toInstant();
        clock.move(Duration.between(clock.now(), first));
        county.seed();
        lived = Optional.of(past.live(new SameDay()));
        tallies.countNow();
    }

    @AfterAll
    void theClockGoesBack() {
        TestClock.reset();
    }

    private static void movable() throws Exception {
        var database = TestDatabase.ofThisRun();
        var owner = database.login(DatabaseRole.OWNER);
        try (var connection = DriverManager.getConnection(database.url(), owner.user(), owner.password());
                var statement = connection.createStatement()) {
            statement.executeUpdate("update ground.clock set movable = true");
        }
    }

    private static List<String> column(String sql) throws Exception {
        try (var superuser = TestDatabase.ofThisRun().behindTheBack();
                var statement = superuser.createStatement();
                var rows = statement.executeQuery(sql)) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }

    private JsonNode truth() throws Exception {
        var file = Path.of(settings.getRequiredProperty("maple.data")).resolve("demo-truth.json");
        return Canonical.MAPPER.readTree(Files.readAllBytes(file));
    }

    @Test
    void theMadeUpPeopleKnowTheRules() {
        assertThat(lived.orElseThrow().refusals()).isEmpty();
    }

    @Test
    void theSameSeedGivesTheSameCounty() {
        assertThat(lived.orElseThrow().diary()).isEqualTo(DIARY);
    }

    @Test
    void itEndsOnTheDayItWasMadeFor() throws Exception {
        assertThat(Duration.between(TODAY, clock.now())).isBetween(Duration.ZERO, Duration.ofMinutes(10));
        assertThat(column("select count(*) from trail.entry where recorded_at > ground.moment()"))
                .containsExactly("0");
        assertThat(Instant.parse(column("select to_json(min(recorded_at))#>>'{}' from trail.entry")
                        .getFirst()
                        .replace("+00:00", "Z")))
                .isBefore(TODAY.minus(DAYS - 2, ChronoUnit.DAYS));
    }

    @Test
    void manyTownsAndWaysInAndAllStatesOfWork() throws Exception {
        assertThat(column("select id::text from matters.matter where scene = 'disputes'"))
                .hasSizeBetween(60, 120);
        assertThat(new HashSet<>(column("select substring(area for 12) from matters.matter where scene = 'disputes'")))
                .hasSizeGreaterThanOrEqualTo(5);
        assertThat(new HashSet<>(column("select source from matters.matter where scene = 'disputes'")))
                .hasSizeGreaterThanOrEqualTo(6);
        assertThat(new HashSet<>(column("select stage from matters.matter where scene = 'disputes'")))
                .contains("CLOSED", "DIVERTED", "PERFORMING", "HANDLING", "ROUTED");
        assertThat(column("select id::text from matters.matter where scene = 'disputes' and stage = 'CLOSED'"))
                .hasSizeGreaterThan(25);
        assertThat(column("select matter::text from evaluations.given where grade is not null"))
                .hasSizeGreaterThan(20);
        assertThat(column("select id::text from matters.matter where scene = 'urgings'"))
                .isNotEmpty();
        assertThat(column("select id::text from matters.matter where scene = 'reviews'"))
                .as("the files of whoever closes too soon lie before reviewers")
                .isNotEmpty();
        assertThat(column("select staff::text from orgs.absence")).hasSize(2);
    }

    @Test
    void othersHelpGoThereAndGiveAdvice() throws Exception {
        assertThat(new HashSet<>(column("select verb from trail.entry")))
                .contains("invite", "take", "done-part", "arrange", "hold", "guide-mediation", "put-to-stationing")
                .contains("suspend", "resume", "extend", "report-danger", "call-back");
        assertThat(column("select distinct roll from rolls.entry")).contains("mediators", "guides", "stationings");
    }

    /// On days off somebody is on duty and takes in what comes; nobody mediates.
    @Test
    void onDaysOffOnlyWhoIsOnDutyWorks() throws Exception {
        assertThat(new HashSet<>(column(ON_DAYS_OFF)))
                .isNotEmpty()
                .doesNotContain("begin", "agree", "close", "check", "second-check", "approve", "issue");
    }

    /// Reviews and what two decide have domains of secrecy of their own: of them nobody else finds a trace.
    @Test
    void whatLiesInOtherDomainsIsSeenByNobodyElse() throws Exception {
        var sealed = column("select id || ' ' || code from matters.matter where scene in ('orders', 'reviews')");
        assertThat(column("select stage from matters.matter where scene = 'orders'"))
                .contains("REVIEWED", "REFUSED");
        assertThat(column("select stage from matters.matter where scene = 'reviews'"))
                .contains("DRAWN")
                .containsAnyOf("CLEAN", "CONFIRMED");
        assertThat(column("select domain from matters.matter where scene in ('orders', 'reviews')"))
                .doesNotContain("general");
        for (var user : List.of("wangge", "huifang", "bumen", "jingdiao")) {
            DemoTraces.none(new Wire(port).as(user, DemoPlan.PASSWORD), user, sealed);
        }
    }

    @Test
    void whatIsLateHasBeenToldToSomebody() throws Exception {
        assertThat(column("select matter::text from alerts.alert where kind = 'OVERDUE'"))
                .hasSizeGreaterThan(3);
        assertThat(column(LATE_UNTOLD)).isEmpty();
    }

    @Test
    void theTrailIsWhole() {
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    @Test
    void theRingsHaveFigures() {
        var figures = new Wire(port)
                .as("jiandu", DemoPlan.PASSWORD)
                .get("/api/stats")
                .body()
                .path("figures");
        var told = new HashSet<String>();
        for (var figure : figures) {
            if (figure.path("value").asDouble(0) > 0) {
                told.add(figure.path("ring").asString());
            }
        }
        assertThat(told).contains("SENSE", "SETTLE", "DUTY");
    }

    /// What is known about each dispute, and asked of every door that takes no more than a name.
    @Test
    void nobodyIsToldTheTruth() throws Exception {
        var truth = truth();
        assertThat(truth.path("matters").size()).isEqualTo(lived.orElseThrow().matters());
        assertThat(truth.toString()).contains("\"honest\":false");
        var session = new Wire(port).signIn("jiandu", DemoPlan.PASSWORD).header("Set-Cookie");
        var cookie = session.map(set -> set.substring(0, set.indexOf(';'))).orElseThrow();
        var words = new HashSet<String>();
        truth.path("matters").forEach(each -> words.add(each.path("truth").asString()));
        for (var path : List.of("/demo-truth.json", "/api/demo-truth.json", "/files/demo-truth.json")) {
            assertThat(answer(path, cookie)).as(path).doesNotContain(words);
        }
        for (var endpoint : requestMappingHandlerMapping.getHandlerMethods().keySet()) {
            for (var path : endpoint.getPatternValues()) {
                if (path.startsWith("/api/") && !path.contains("{")) {
                    assertThat(answer(path, cookie)).as(path).doesNotContain(words);
                }
            }
        }
    }

    private String answer(String path, String cookie) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .header("Cookie", cookie)
                    .timeout(Duration.ofSeconds(20))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
