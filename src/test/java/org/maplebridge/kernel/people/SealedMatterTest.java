package org.maplebridge.kernel.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maplebridge.kernel.people.SealedStory.identified;
import static org.maplebridge.kernel.people.SealedStory.ok;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.IdNumbers;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.alerts.Alarms;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.people.SealedStory.Filed;
import org.maplebridge.kernel.people.SealedStory.Told;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Somebody has a matter in the sealed domain, with everything that comes of one: a number, looks, limits, an alert.
/// From the general domain, where they have a dispute like anybody, none of it can be told.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SealedMatterTest {

    private static final Told KNOWN = new Told("端木知秋", "13866003344", IdNumbers.of(LocalDate.of(1985, 7, 13), 3));
    private static final Told UNKNOWN = new Told("端木知春", "13866005566", IdNumbers.of(LocalDate.of(1990, 3, 17), 2));
    // the log of the whole county takes entries in a little later, whoever they are about
    private static final Pattern TICKING =
            Pattern.compile("\"(asOf|now|leaf|secondsLeft|tookSeconds|used)\":(\"[^\"]*\"|[-0-9.E]+)");
    private static final List<String> EYES = List.of("ren", "jian");

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

    private final Map<String, Wire> people = new HashMap<>();
    private final List<Filed> filed = new ArrayList<>();
    private String town = "";
    private String county = "";

    @BeforeAll
    void somebodyIsInCustodyAndHasADispute() {
        var founded = new County(transactions, offices, access).founded();
        founded.officer("ren", "town", "disputes.dispatcher", "disputes.mediator", "orders.asker", "kernel.registrar");
        founded.officer("jian", "county", "kernel.supervisor", "kernel.legal-officer", "disputes.dispatcher");
        founded.officer("xian", "county", "requests.officer", "orders.decider");
        founded.officer("kan", "town", "stretch.custody.officer");
        town = founded.office("town").id().toString();
        county = founded.office("county").id().toString();
        List.of("ren", "jian", "kan").forEach(login -> people.put(login, new Wire(port).as(login)));
        filed.add(custody(KNOWN));
        filed.add(dispute(KNOWN));
        filed.add(dispute(UNKNOWN));
        story().begun(KNOWN);
        TestClock.pass(Duration.ofHours(30));
        assertThat(alarms.sweep()).isPositive();
        List.of("ren", "jian", "kan").forEach(login -> people.put(login, new Wire(port).as(login)));
    }

    @AfterAll
    void theClockGoesBack() {
        TestClock.reset();
    }

    private Wire as(String login) {
        return Optional.ofNullable(people.get(login)).orElseThrow();
    }

    private Filed sealed() {
        return filed.getFirst();
    }

    private Filed known() {
        return filed.get(1);
    }

    private Filed unknown() {
        return filed.get(2);
    }

    private SealedStory story() {
        return new SealedStory(as("ren"), as("kan"), town);
    }

    private Filed dispute(Told told) {
        return story().dispute(told);
    }

    private Filed custody(Told told) {
        return story().custody(
                        told, transactions.run(Scope.job("test"), Work::today).toString());
    }

    /// What each of them reads wherever something is listed, counted, searched or suggested.
    private Map<String, String> read(Told told, Filed matter) {
        var read = new TreeMap<String, String>();
        var page = "/api/matters/" + matter.id();
        for (String who : EYES) {
            for (String path : List.of(
                    "/api/me",
                    "/api/inbox",
                    "/api/alerts",
                    "/api/supervision/summary",
                    "/api/retention",
                    "/api/matters?limit=200",
                    "/api/matters?limit=200&open=false",
                    "/api/matters?scene=stretch.custody",
                    "/api/matters?overdue=true",
                    "/api/matters?dueSoon=true",
                    "/api/matters?q=" + told.number(),
                    "/api/matters?q=" + told.phone(),
                    "/api/matters?q="
                            + java.net.URLEncoder.encode(told.name(), java.nio.charset.StandardCharsets.UTF_8),
                    "/api/matters?q=" + sealed().code(),
                    page,
                    page + "/moves",
                    page + "/trail",
                    page + "/links",
                    page + "/looks",
                    page + "/alike",
                    page + "/deadlines")) {
                var answer = as(who).get(path);
                assertThat(answer.raw().body())
                        .as(who + " " + path)
                        .doesNotContain("看管", "戒毒", "测试员kan", sealed().id(), sealed().code());
                read.put(
                        who + " " + path,
                        answer.status() + TICKING.matcher(answer.raw().body()).replaceAll(""));
            }
        }
        return read;
    }

    @Test
    void noListAndNoCountChangesWhenSomebodysSealedMatterBegins() {
        var fresh = new Told("端木知夏", "13866007788", IdNumbers.of(LocalDate.of(1981, 5, 2), 7));
        var matter = dispute(fresh);
        var before = read(fresh, matter);
        custody(fresh);
        alarms.sweep();
        assertThat(read(fresh, matter)).isEqualTo(before);
        assertThat(as("kan").get("/api/matters?limit=200").body().path("items"))
                .as("whoever may, sees them")
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(as("kan").get("/api/alerts").body().path("items"))
                .as("and an alert rings for them")
                .isNotEmpty();
    }

    @Test
    void theirNumberIsWrittenDownAndRefusedAsAnybodys() {
        var answers = new ArrayList<Wire.Answer>();
        dispute(new Told("端木知多", "13866001100", ""));
        var known = Tells.asked(() -> answers.add(identified(as("ren"), known(), KNOWN)));
        var unknown = Tells.asked(() -> answers.add(identified(as("ren"), unknown(), UNKNOWN)));
        assertThat(answers.getFirst().status())
                .as("taken in the other domain is not taken here: " + answers.getFirst())
                .isEqualTo(200);
        assertThat(Tells.shape(answers.getFirst().body()))
                .isEqualTo(Tells.shape(answers.getLast().body()));
        assertThat(known).isNotEmpty().isEqualTo(unknown);
        var other = dispute(new Told("端木知零", "13866001122", ""));
        var taken = identified(as("ren"), other, KNOWN);
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.raw().body())
                .isEqualTo(identified(as("ren"), other, UNKNOWN).raw().body());
    }

    @Test
    void nobodyIsSuggestedAsTheSamePersonAcrossDomains() {
        for (Filed each : List.of(known(), unknown())) {
            assertThat(ok(as("ren").get("/api/matters/" + each.id() + "/alike"))
                            .body()
                            .path("items"))
                    .isEmpty();
        }
        assertThat(ok(as("kan").get("/api/matters/" + sealed().id() + "/alike"))
                        .body()
                        .path("items"))
                .as("nor from within")
                .isEmpty();
    }

    @Test
    void whatIsSealedIsRefusedAsWhatIsNotThere() {
        var nowhere = new Filed(new UUID(0x0190000000007000L, 0x8000000000000001L).toString(), "ABCDEFGHJK");
        for (String who : EYES) {
            for (String part :
                    List.of("", "/moves", "/trail", "/links", "/looks", "/alike", "/deadlines", "/purposes")) {
                assertSame(at -> as(who).get("/api/matters/" + at.id() + part), nowhere);
            }
        }
        var ren = as("ren");
        for (String verb : List.of("link", "merge")) {
            assertSame(at -> ren.move(known().id(), verb, Map.of("matter", at.id(), "reason", "像是同一件事")), nowhere);
        }
        assertSame(at -> ren.move(at.id(), "talk", Map.of("words", "试试")), nowhere);
        for (String kind : List.of("ERASE", "SPLIT")) {
            assertSame(at -> ren.post("/api/scenes/orders", ordered(kind, at.code())), nowhere);
        }
    }

    private Map<String, Object> ordered(String kind, String code) {
        return Map.of(
                "kind",
                kind,
                "code",
                code,
                "party",
                1,
                "decider",
                county,
                "article",
                "个人信息保护法第四十七条",
                "reason",
                "保存期限已满，没有必要再存");
    }

    private interface Deed {
        Wire.Answer at(Filed matter);
    }

    private void assertSame(Deed deed, Filed nowhere) {
        var there = deed.at(sealed());
        var not = deed.at(nowhere);
        assertThat(there.status()).as(there.toString()).isBetween(400, 499).isEqualTo(not.status());
        assertThat(plain(there, sealed())).isEqualTo(plain(not, nowhere));
    }

    /// Without what the asker said themselves, and what names the one request.
    private static String plain(Wire.Answer answer, Filed asked) {
        return answer.raw()
                .body()
                .replace(asked.id(), "?")
                .replace(asked.code(), "?")
                .replaceAll("\"(instance|trace|traceId|request)\":\"[^\"]*\"", "");
    }

    @Test
    void whatTheyAreToldAtThePublicsDoorsIsOfTheOneMatter() {
        for (String door : List.of("progress", "own", "own/requests", "evaluations")) {
            var one = by(door, known().code(), KNOWN.digits());
            var other = by(door, unknown().code(), UNKNOWN.digits());
            assertThat(one.status()).isEqualTo(other.status());
            assertThat(Tells.shape(one.body())).as(door).isEqualTo(Tells.shape(other.body()));
            assertThat(one.raw().body()).doesNotContain("看管", "stretch", "corrections", sealed().code());
            assertThat(by(door, sealed().code(), UNKNOWN.digits()).raw().body())
                    .as("another's digits and a code that nobody has")
                    .isEqualTo(by(door, "ABCDEFGHJK", UNKNOWN.digits()).raw().body());
        }
        assertThat(by("own", sealed().code(), KNOWN.digits()).raw().body())
                .as("they themselves see who looked, and nothing of the dispute")
                .contains("联系")
                .doesNotContain(known().code());
    }

    private Wire.Answer by(String door, String code, String digits) {
        return new Wire(port)
                .post(
                        "/api/public/" + door,
                        Map.of(
                                "code", code,
                                "phoneLast4", digits,
                                "kind", "CORRECT",
                                "words", "名字里的字写错了",
                                "grade", "SATISFIED"));
    }
}
