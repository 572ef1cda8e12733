package org.maplebridge.kernel.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Numbered;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.calendar.Calendars;
import org.maplebridge.kernel.calendar.DayKind;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.trail.Announcer;
import org.maplebridge.kernel.trail.Sequencer;
import org.maplebridge.kernel.trail.Verification;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A danger by night: whoever is on duty is told, and whoever is not sleeps.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DutyCallsTest {

    private static final Scope JOB = Scope.job("test");

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
    Announcer announcer;

    @Autowired
    Verification verification;

    @Autowired
    Calendars calendars;

    @Autowired
    JdbcClient db;

    private County county = new County(transactions, offices, access);
    private final Map<String, Wire> people = new HashMap<>();
    private int phones = 3100;

    @BeforeAll
    void found() {
        county = new County(transactions, offices, access).founded();
        county.officer("cun", "village", "disputes.mediator");
        county.officer("zhi", "village", "kernel.registrar", "disputes.mediator");
        county.officer("ren", "town", "disputes.dispatcher", "disputes.mediator");
        county.officer("hua", "town", "disputes.mediator");
        county.officer("shou", "town", "disputes.dispatcher", "kernel.registrar");
        county.officer("xian", "county", "disputes.dispatcher", "kernel.registrar");
        announcer.drain();
    }

    private Wire as(String login) {
        return people.computeIfAbsent(login, name -> new Wire(port).as(name));
    }

    private LocalDate today() {
        return transactions.run(JOB, Work::today);
    }

    /// Lets time pass until that hour of a day of the week.
    private LocalDate until(DayOfWeek day, int hour) {
        var now = transactions.run(JOB, Work::now).atZone(Work.ZONE);
        var then = now.withHour(hour).withMinute(5).withSecond(0);
        while (!then.isAfter(now) || then.getDayOfWeek() != day) {
            then = then.plusDays(1);
        }
        TestClock.pass(Duration.between(now, then));
        people.clear();
        return today();
    }

    private void roster(String by, LocalDate day, String shift, String... who) {
        var items = java.util.Arrays.stream(who)
                .map(each -> Map.of(
                        "day",
                        day.toString(),
                        "shift",
                        shift,
                        "staff",
                        county.actor(each).person().toString()))
                .toList();
        var put = as(by).send("PUT", "/api/duty?from=" + day + "&to=" + day, Map.of("items", items));
        assertThat(put.status()).as(put.toString()).isEqualTo(200);
    }

    private String brought(String by, String area, String words) {
        var said = new HashMap<String, Object>(DisputeForms.brought(words, "屈冬", "1390000" + phones++));
        said.put("area", area);
        var answer = as(by).post("/api/scenes/disputes", said);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.text("matter.id");
    }

    private void moved(String by, String matter, String verb, Map<String, ?> said) {
        var answer = as(by).move(matter, verb, said);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private void dangerous(String by, String matter) {
        moved(by, matter, "register", DisputeForms.calmBut("threat", true));
        heard();
    }

    private void heard() {
        Numbered.all(transactions, db, sequencer);
        announcer.drain();
    }

    private String told(String who, String matter) {
        return as(who).get("/api/alerts?limit=200")
                .body()
                .path("items")
                .valueStream()
                .filter(alert -> alert.at("/matter/id").asString("").equals(matter)
                        && alert.path("kind").asString("").equals("ON_DUTY"))
                .map(alert -> alert.path("title").asString(""))
                .toList()
                .toString();
    }

    @Test
    void whoeverIsOnDutyTonightIsToldOfADangerOnceAndWhoeverIsNotIsNot() {
        var day = until(DayOfWeek.TUESDAY, 21);
        roster("shou", day, "NIGHT", "hua");
        var matter = brought("ren", County.TOWN, "拿着铁锹站在门口，说今晚没完");
        dangerous("ren", matter);
        assertThat(told("hua", matter)).contains("今晚值班", "有危险", "马上处置");
        assertThat(told("ren", matter)).isEqualTo("[]");
        assertThat(told("shou", matter)).isEqualTo("[]");
        moved("ren", matter, "flag", Map.of("danger", "INJURY", "policeInformed", false, "note", "推倒了"));
        heard();
        assertThat(told("hua", matter)).as("once a night").containsOnlyOnce("今晚值班");
        var alert =
                as("hua").get("/api/alerts?open=true").body().at("/items/0/id").asString("");
        assertThat(as("hua")
                        .post("/api/alerts/" + alert + "/acknowledge", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(as("ren")
                        .post("/api/alerts/" + alert + "/acknowledge", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    @Test
    void theSmallHoursBelongToTheNightBeforeAndInWorkingHoursNobodyIsWoken() {
        var evening = until(DayOfWeek.WEDNESDAY, 12);
        roster("shou", evening, "NIGHT", "hua");
        roster("shou", evening.plusDays(1), "NIGHT", "shou");
        var noon = brought("ren", County.TOWN, "中午在菜场吵，说要点火");
        dangerous("ren", noon);
        assertThat(told("hua", noon) + told("ren", noon)).isEqualTo("[][]");
        until(DayOfWeek.THURSDAY, 3);
        var small = brought("ren", County.TOWN, "凌晨砸门，说要点火");
        dangerous("ren", small);
        assertThat(told("hua", small)).contains("今晚值班");
        assertThat(told("shou", small)).isEqualTo("[]");
    }

    @Test
    void whereAnOfficeHasNobodyOnDutyTheNearestAboveIsToldAndWhy() {
        var day = until(DayOfWeek.SATURDAY, 10);
        roster("shou", day, "MORNING", "ren");
        var matter = brought("cun", County.VILLAGE, "村口拦路，扬言要拼命");
        dangerous("cun", matter);
        assertThat(told("ren", matter)).contains("今天值班", "village办公室没有能接的值班人员，由您接");
        assertThat(told("cun", matter) + told("hua", matter)).isEqualTo("[][]");
    }

    @Test
    void withoutAnyRosterTheOfficeItselfIsToldThatNoneIsKept() {
        until(DayOfWeek.FRIDAY, 22);
        var matter = brought("ren", County.TOWN, "楼道里堵人，说要动刀");
        dangerous("ren", matter);
        assertThat(told("ren", matter)).contains("没有排值班");
        assertThat(told("hua", matter)).contains("没有排值班");
    }

    @Test
    void whoIsOnDutyButWouldNotSeeItSeesItUntilTheMorning() {
        var day = until(DayOfWeek.MONDAY, 23);
        roster("shou", day, "DAY", "hua");
        var matter = brought("cun", County.VILLAGE, "夜里持棍上门讨债");
        assertThat(as("hua").get("/api/matters/" + matter).status()).isEqualTo(404);
        dangerous("cun", matter);
        assertThat(told("hua", matter)).contains("今晚值班", "由您接");
        assertThat(as("hua").get("/api/matters/" + matter).status()).isEqualTo(200);
        until(DayOfWeek.TUESDAY, 9);
        assertThat(as("hua").get("/api/matters/" + matter).status()).isEqualTo(404);
    }

    @Test
    void whoKeepsOutOfItIsNotCalledEvenOnDuty() {
        var day = until(DayOfWeek.TUESDAY, 20);
        roster("shou", day, "NIGHT", "hua");
        roster("xian", day, "NIGHT", "xian");
        var matter = brought("ren", County.TOWN, "与值班人员的表哥动手");
        moved("hua", matter, "recuse", Map.of("ground", "KIN", "reason", "一方是我表哥"));
        dangerous("ren", matter);
        assertThat(told("hua", matter)).isEqualTo("[]");
        assertThat(told("xian", matter)).contains("今晚值班", "由您接");
    }

    @Test
    void aDangerToldByDayIsNotLeftLyingWhereItArrivesInTheEvening() {
        var day = until(DayOfWeek.WEDNESDAY, 17);
        roster("shou", day, "NIGHT", "hua");
        var matter = brought("cun", County.VILLAGE, "前夫扬言今晚来砸门");
        dangerous("cun", matter);
        assertThat(told("hua", matter)).isEqualTo("[]");
        TestClock.pass(Duration.ofHours(2));
        people.clear();
        moved("cun", matter, "upgrade", Map.of("reason", "村里劝不住，请镇里来人"));
        heard();
        assertThat(told("hua", matter)).contains("今晚值班", "有危险");
    }

    @Test
    void onASaturdayOfAYearWithoutItsNoticeWhoeverIsOnDutyIsCalledAsWell() {
        var saturday = until(DayOfWeek.SATURDAY, 10);
        while (transactions.run(JOB, work -> calendars.at(work).kindOf(work.today())) != DayKind.UNKNOWN) {
            saturday = until(DayOfWeek.SATURDAY, 10);
        }
        roster("shou", saturday, "DAY", "hua");
        var matter = brought("ren", County.TOWN, "周六堵在门口说要点火");
        dangerous("ren", matter);
        assertThat(told("hua", matter)).contains("今天值班", "有危险");
    }
}
