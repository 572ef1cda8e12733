package org.maplebridge.kernel.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
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

/// The list of matters: each filter alone and with others, page by page, while more come in.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatterListTest {

    private static final int MATTERS = 24;

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    private final List<Wire> officers = new ArrayList<>();
    private final List<JsonNode> all = new ArrayList<>();

    @BeforeAll
    void fill() {
        var county = new County(transactions, offices, access).founded();
        county.officer("zhen", "town", "disputes.dispatcher", "disputes.mediator", "stretch.relay.desk");
        county.officer("xian", "county", "disputes.dispatcher");
        officers.add(new Wire(port).as("zhen"));
        officers.add(new Wire(port).as("xian"));
        var town = county.office("town").id().toString();
        for (int no = 0; no < MATTERS; no++) {
            var id = opened("第" + no + "件" + (no % 2 == 0 ? "漏水" : "噪音"), no % 3 == 0 ? County.VILLAGE : County.TOWN);
            if (no % 3 != 0 && no % 2 == 0) {
                var registered = DisputeForms.calmBut("policeInformed", true);
                registered.put("threat", no % 4 == 0);
                ok(zhen().move(id, "register", registered));
            }
            if (no % 3 != 0 && no % 4 == 0) {
                var route = Map.of("area", County.TOWN, "category", "NOISE", "agency", town, "reason", "镇里办");
                ok(zhen().move(id, "route", route));
                ok(zhen().move(id, "return", Map.of("reason", "不归镇里管")));
            }
            if (no % 6 == 5) {
                var divert = Map.of("to", "NO_DISPUTE", "reason", "已经说开", "informed", true);
                ok(zhen().move(id, "divert", divert));
            }
            TestClock.pass(Duration.ofMinutes(4));
        }
        for (int no = 0; no < 3; no++) {
            ok(zhen().post("/api/scenes/stretch.relay", Map.of("title", "文件" + no, "agency", town)));
        }
        TestClock.pass(Duration.ofHours(23));
        officers.set(0, new Wire(port).as("zhen"));
        officers.set(1, new Wire(port).as("xian"));
        all.addAll(ok(zhen().get("/api/matters?limit=200"))
                .body()
                .path("items")
                .valueStream()
                .toList());
        assertThat(all).hasSize(MATTERS + 3);
    }

    private Wire zhen() {
        return officers.getFirst();
    }

    private static Wire.Answer ok(Wire.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer;
    }

    private String opened(String words, String area) {
        return ok(zhen().post(
                                "/api/scenes/disputes",
                                Map.of(
                                        "words",
                                        words,
                                        "area",
                                        area,
                                        "occurredAt",
                                        "2025-01-02T08:00:00+08:00",
                                        "source",
                                        "PATROL")))
                .text("matter.id");
    }

    /// Follows `next` to the end.
    private List<String> pages(String filter, int limit) {
        var found = new ArrayList<String>();
        Optional<String> next = Optional.of("");
        while (next.isPresent()) {
            var page = ok(zhen().get("/api/matters?limit=" + limit + filter + next.get()))
                    .body();
            assertThat(page.path("items").size()).isLessThanOrEqualTo(limit);
            page.path("items").forEach(item -> found.add(item.path("id").asString("")));
            next = Optional.of(page.path("next").asString(""))
                    .filter(key -> !key.isEmpty())
                    .map(key -> "&after=" + key);
        }
        return found;
    }

    private record Case(String filter, Predicate<JsonNode> fits) {

        Case and(Case other) {
            return new Case(filter + other.filter, fits.and(other.fits));
        }

        @Override
        public String toString() {
            return filter;
        }
    }

    private static boolean is(JsonNode row, String pointer, String value) {
        return row.at(pointer).asString("").equals(value);
    }

    private static boolean closed(JsonNode row) {
        return is(row, "/stage", "DIVERTED");
    }

    private static boolean overdue(JsonNode row) {
        return !closed(row) && row.at("/due/overdue").asBoolean(false);
    }

    private static Stream<Case> cases() {
        var water = URLEncoder.encode("漏水", StandardCharsets.UTF_8);
        var scene = new Case("&scene=disputes", row -> is(row, "/scene", "disputes"));
        var village = new Case("&area=" + County.VILLAGE, row -> is(row, "/area/path", County.VILLAGE));
        var open = new Case("&open=true", row -> !closed(row));
        var shut = new Case("&open=false", MatterListTest::closed);
        var words =
                new Case("&q=" + water, row -> row.path("title").asString("").contains("漏水"));
        var late = new Case("&overdue=true", MatterListTest::overdue);
        var back = new Case("&returned=true", row -> row.path("returns").asInt(0) > 0);
        var stage = new Case("&stage=SENSED", row -> is(row, "/stage", "SENSED"));
        var orange = new Case("&colour=orange", row -> is(row, "/colour/name", "orange"));
        return Stream.of(
                scene,
                village,
                open,
                shut,
                words,
                late,
                back,
                orange,
                scene.and(stage),
                scene.and(stage).and(open).and(village),
                village.and(words),
                open.and(words).and(orange),
                late.and(words),
                late.and(scene).and(village),
                back.and(orange),
                shut.and(scene).and(words));
    }

    @TestFactory
    Stream<DynamicTest> everyFilterShowsWhatFitsOnceWhateverThePage() {
        return cases().map(each -> DynamicTest.dynamicTest(each.filter(), () -> {
            var fitting = all.stream()
                    .filter(each.fits())
                    .map(row -> row.path("id").asString(""))
                    .toList();
            for (int limit : List.of(1, 4, 200)) {
                assertThat(pages(each.filter(), limit)).as("pages of " + limit).isEqualTo(fitting);
            }
        }));
    }

    @Test
    void theFiltersTellTheMattersApart() {
        var sizes =
                cases().map(each -> all.stream().filter(each.fits()).count()).toList();
        assertThat(sizes.subList(0, 9)).allSatisfy(size -> assertThat(size).isBetween(1L, (long) all.size() - 1));
    }

    @Test
    void whatIsDueFirstStandsInFrontAndTheClosedBehind() {
        var dues = all.stream()
                .map(row -> closed(row) + " " + row.at("/due/at").asString("~"))
                .toList();
        assertThat(dues.stream().filter(due -> due.startsWith("false"))).isSorted();
        assertThat(dues)
                .isSortedAccordingTo(
                        (a, b) -> a.substring(0, 1).equals(b.substring(0, 1)) ? 0 : a.startsWith("f") ? -1 : 1);
    }

    @Test
    void aDayCutsTheListByItsLimits() {
        var dues = all.stream()
                .filter(row -> !closed(row))
                .map(row -> row.at("/due/at").asString(""))
                .toList();
        var latest = dues.getLast();
        var before = dues.stream().filter(due -> due.compareTo(latest) < 0).count();
        var encoded = URLEncoder.encode(latest, StandardCharsets.UTF_8);
        assertThat(before).isBetween(3L, dues.size() - 1L);
        assertThat(pages("&open=true&dueBefore=" + encoded, 3)).hasSize((int) before);
    }

    @Test
    void aDayCutsWhatIsLateAsWell() {
        var first = all.stream()
                .filter(row -> !closed(row))
                .map(row -> row.at("/due/at").asString(""))
                .findFirst()
                .orElseThrow();
        var encoded = URLEncoder.encode(first, StandardCharsets.UTF_8);
        assertThat(pages("&overdue=true", 3)).isNotEmpty();
        assertThat(pages("&overdue=true&dueBefore=" + encoded, 3))
                .as("nothing was due before the first")
                .isEmpty();
    }

    @Test
    void aCodeFindsItsMatterHoweverItIsTyped() {
        var one = all.get(3);
        var code = one.path("code").asString("").toLowerCase(java.util.Locale.ROOT);
        assertThat(pages("&q=" + code.substring(0, 4) + "-" + code.substring(4), 5))
                .containsExactly(one.path("id").asString(""));
        assertThat(pages("&q=" + URLEncoder.encode("100%_", StandardCharsets.UTF_8), 5))
                .isEmpty();
    }

    @Test
    void whatComesInMeanwhileTearsNoPage() {
        var seen = new ArrayList<String>();
        var filter = "&scene=disputes&q=" + URLEncoder.encode("件", StandardCharsets.UTF_8);
        var first = ok(zhen().get("/api/matters?limit=5" + filter)).body();
        first.path("items").forEach(item -> seen.add(item.path("id").asString("")));
        var key = first.path("next").asString("");
        while (!key.isEmpty()) {
            opened("中途来的一桩", County.OTHER_TOWN);
            var page = ok(zhen().get("/api/matters?limit=5" + filter + "&after=" + key))
                    .body();
            page.path("items").forEach(item -> seen.add(item.path("id").asString("")));
            key = page.path("next").asString("");
        }
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen)
                .containsAll(all.stream()
                        .filter(row -> is(row, "/scene", "disputes"))
                        .map(row -> row.path("id").asString(""))
                        .toList());
    }
}
