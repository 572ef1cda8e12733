package org.maplebridge.kernel.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.fixtures.errand.ErrandCounty;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.calendar.LegalCalendar;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.trail.Verification;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// A year's notice comes late: limits that waited for it are settled, one that ends sooner waits for a person, and the
/// trail says all of it. The clock stands at the end of the last year whose notice ships with the program.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(org.junit.jupiter.api.MethodOrderer.MethodName.class)
class NoticesScenarioTest {

    private static final int YEAR = IntStream.iterate(2026, year -> year + 1)
            .filter(year -> LegalCalendar.builtIn().notice(year).isEmpty())
            .findFirst()
            .orElseThrow();

    private static final LocalDate LOWER_BOUND = LocalDate.of(YEAR, 1, 2);

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    Matters matters;

    @Autowired
    Recounts recounts;

    @Autowired
    Verification verification;

    @Autowired
    ErrandCounty clock;

    private final List<String> errands = new ArrayList<>();
    private UUID town = new UUID(0, 0);

    @BeforeAll
    void aYearEndsWithoutTheNextOnesNotice() {
        clock.clockAt(LocalDate.of(YEAR - 1, 12, 30)
                .atTime(10, 0)
                .atZone(ZoneId.of("Asia/Shanghai"))
                .toInstant());
        var county = new County(transactions, offices, access).founded();
        county.officer("fazhi", "county", "kernel.legal-officer");
        county.officer("paidan", "town", "errand.clerk");
        county.officer("linju", "village", "errand.clerk");
        town = county.office("town").id();
        for (int i = 0; i < 3; i++) {
            errands.add(errand(town).toString());
        }
    }

    private UUID errand(UUID agency) {
        var key = UUID.randomUUID().toString();
        var outcome = matters.open(
                "errand",
                new Request(
                        Actor.system("test"),
                        Canonical.MAPPER.valueToTree(Map.of("title", "送材料", "agency", agency.toString())),
                        new Work.Key("test/" + key, key),
                        OptionalInt.empty(),
                        Optional.empty()));
        return outcome instanceof Outcome.Done done ? done.matter().id() : new UUID(0, 0);
    }

    private Wire as(String user) {
        return new Wire(port).as(user);
    }

    private JsonNode limit(String errand) {
        return as("paidan")
                .get("/api/matters/" + errand + "/deadlines")
                .body()
                .path("items")
                .path(0);
    }

    private static LocalDate lastDay(JsonNode limit) {
        return LocalDate.parse(limit.path("lastDay").asString(""));
    }

    /// Not what the State Council will order. The second day of the year is off, or worked.
    private static Map<String, Object> notice(int number, boolean longNewYear) {
        var days = new ArrayList<Map<String, Object>>();
        days.add(day(1, 1, "元旦"));
        if (longNewYear) {
            days.add(day(1, 2, "元旦"));
            days.add(day(1, 3, "元旦"));
        } else {
            if (weekend(LOWER_BOUND)) {
                days.add(Map.of("date", LOWER_BOUND.toString(), "name", "元旦调休", "off", false));
            }
            days.add(day(10, 4, "国庆节"));
        }
        for (int i = 5; i <= 8; i++) {
            days.add(day(2, i, "春节"));
        }
        days.add(day(4, 5, "清明节"));
        days.add(day(5, 1, "劳动节"));
        days.add(day(5, 2, "劳动节"));
        days.add(day(6, 9, "端午节"));
        days.add(day(9, 15, "中秋节"));
        for (int i = 1; i <= 3; i++) {
            days.add(day(10, i, "国庆节"));
        }
        var said = new HashMap<String, Object>();
        said.put("year", YEAR);
        said.put("number", "测发〔" + (YEAR - 1) + "〕" + number + "号");
        said.put("title", "关于" + YEAR + "年部分节假日安排的通知（测试）");
        said.put("url", "https://example.org/notice");
        said.put("days", days);
        said.put("reason", "国务院已公布");
        return said;
    }

    private static Map<String, Object> day(int month, int day, String name) {
        return Map.of("date", LocalDate.of(YEAR, month, day).toString(), "name", name, "off", true);
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static LocalDate workingDayFrom(LocalDate day) {
        return weekend(day) ? workingDayFrom(day.plusDays(1)) : day;
    }

    private List<?> faults() {
        return verification.verify(List.of()).faults();
    }

    @Test
    void a_beforeTheNoticeALimitIsALowerBound() {
        var limit = limit(errands.getFirst());
        assertThat(limit.path("state").asString("")).isEqualTo("AWAITING_CALENDAR");
        assertThat(limit.path("lowerBound").asBoolean(false)).isTrue();
        assertThat(lastDay(limit)).isEqualTo(LOWER_BOUND);
        var known = as("fazhi").get("/api/calendar/notices").body().path("years");
        assertThat(known.path(1).path("paper").isMissingNode()).isFalse();
        assertThat(known.path(2).path("paper").isMissingNode()).isTrue();
    }

    @Test
    void b_thePreviewNamesEveryLimitAndStoresNothing() {
        var shown = as("fazhi").post("/api/calendar/notices/preview", notice(1, true));
        assertThat(shown.status()).as(shown.toString()).isEqualTo(200);
        assertThat(shown.body().path("settled").asInt(0)).isEqualTo(3);
        var shift = shown.body().path("shifts").path(0);
        assertThat(shift.path("effect").asString("")).isEqualTo("SETTLED");
        assertThat(shift.path("code").asString("")).isNotEmpty();
        assertThat(shift.path("before").asString("")).isEqualTo(LOWER_BOUND.toString());
        assertThat(shift.path("after").asString(""))
                .isEqualTo(workingDayFrom(LocalDate.of(YEAR, 1, 4)).toString());
        assertThat(limit(errands.getFirst()).path("state").asString("")).isEqualTo("AWAITING_CALENDAR");
    }

    @Test
    void c_whatIsNoNoticeOrNotTheirsIsRefused() {
        assertThat(as("paidan").post("/api/calendar/notices", notice(1, true)).status())
                .isEqualTo(403);
        var empty = new HashMap<>(notice(1, true));
        empty.put("days", List.of(day(1, 1, "元旦")));
        var refused = as("fazhi").post("/api/calendar/notices", empty);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.toString()).contains("春节").contains("第二条");
        var silent = new HashMap<>(notice(1, true));
        silent.remove("reason");
        assertThat(as("fazhi").post("/api/calendar/notices", silent).toString()).contains("为什么录入");
    }

    @Test
    void d_enteringSettlesEveryLimitOnceAndGoesOnWhereItStopped() {
        var entered = as("fazhi").post("/api/calendar/notices", notice(1, true));
        assertThat(entered.status()).as(entered.toString()).isEqualTo(201);
        assertThat(recounts.part(1)).contains(1);
        recounts.run();
        assertThat(recounts.run()).isZero();
        for (var errand : errands) {
            var limit = limit(errand);
            assertThat(limit.path("state").asString("")).isEqualTo("RUNNING");
            assertThat(lastDay(limit)).isEqualTo(workingDayFrom(LocalDate.of(YEAR, 1, 4)));
            var trail =
                    as("paidan").get("/api/matters/" + errand + "/trail").body().path("items");
            assertThat(trail.size()).isEqualTo(2);
            assertThat(trail.path(0).path("verb").asString("")).isEqualTo("reckon");
            assertThat(trail.path(0).path("said").toString())
                    .contains("测发〔" + (YEAR - 1) + "〕1号")
                    .contains(YEAR + "年1月2日");
        }
        var row =
                as("fazhi").get("/api/calendar/notices").body().path("recounts").path(0);
        assertThat(row.path("looked").asInt(0)).isEqualTo(3);
        assertThat(row.path("moved").asInt(0)).isEqualTo(3);
        assertThat(row.path("doneAt").asString("")).isNotEmpty();
        assertThat(faults()).isEmpty();
    }

    @Test
    void e_aShorteningWaitsForThePostThatHandlesIt() {
        var shorter = notice(2, false);
        var shown = as("fazhi").post("/api/calendar/notices/preview", shorter).body();
        assertThat(shown.path("sooner").asInt(0)).isEqualTo(3);
        assertThat(as("fazhi").post("/api/calendar/notices", shorter).status()).isEqualTo(201);
        recounts.run();
        var errand = errands.getFirst();
        var limit = limit(errand);
        assertThat(lastDay(limit)).isEqualTo(workingDayFrom(LocalDate.of(YEAR, 1, 4)));
        assertThat(limit.path("sooner").asString("")).isEqualTo(LOWER_BOUND.toString());
        assertThat(as("fazhi")
                        .get("/api/calendar/notices")
                        .body()
                        .at("/recounts/0/waiting")
                        .asInt(0))
                .isEqualTo(3);
        assertThat(as("paidan")
                        .get("/api/matters/" + errand + "/moves")
                        .body()
                        .path("can")
                        .toString())
                .contains("\"shorten\"");
        assertThat(as("fazhi").move(errand, "shorten", confirmed(LOWER_BOUND)).status())
                .isEqualTo(403);
        var wrong = as("paidan").move(errand, "shorten", confirmed(LOWER_BOUND.plusDays(1)));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.toString()).contains(LOWER_BOUND.toString());

        assertThat(as("paidan").move(errand, "shorten", confirmed(LOWER_BOUND)).status())
                .isEqualTo(200);

        assertThat(lastDay(limit(errand))).isEqualTo(LOWER_BOUND);
        assertThat(limit(errand).path("sooner").isMissingNode()).isTrue();
        assertThat(as("paidan").get("/api/matters/" + errand + "/moves").body().toString())
                .doesNotContain("\"shorten\"");
        assertThat(lastDay(limit(errands.get(1)))).isEqualTo(workingDayFrom(LocalDate.of(YEAR, 1, 4)));
        assertThat(faults()).isEmpty();
    }

    private static Map<String, Object> confirmed(LocalDate day) {
        return Map.of("lastDay", day.toString(), "reason", "照通知核对过");
    }

    @Test
    void f_theClockworkItselfCannotBePlayedByAnybody() {
        var errand = errands.getFirst();
        assertThat(as("paidan").move(errand, "reckon", Map.of("cause", "我说的")).status())
                .isEqualTo(403);
    }
}
