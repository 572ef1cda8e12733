package org.maplebridge.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maplebridge.fixtures.TestDatabase;
import org.maplebridge.launch.DatabaseRole;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/// A real PostgreSQL with this module's tables and nothing else. Each test enters a year of its own.
class CalendarStoreTest {

    private static final Instant NOW = Instant.parse("2026-11-06T02:00:00Z");

    private static final String DATABASE = migrated();

    private final JdbcClient db = as(DatabaseRole.APP);
    private Calendars calendars;

    @BeforeEach
    void start() {
        calendars = new Calendars(new CalendarStore(db));
        calendars.reload();
    }

    @Test
    void anEnteredNoticeSettlesWhatAwaited() {
        Due before = calendars.current().due(Term.workingDays(10), LocalDate.of(2026, 12, 24));
        String version = calendars.current().version();

        NoticeVerdict verdict = calendars.enter(notice(2027, 1), days(2027), "staff-1", "国务院已发布", NOW);

        assertThat(verdict).isInstanceOf(NoticeVerdict.Accepted.class);
        assertThat(calendars.current().version())
                .as("in force only after reload")
                .isEqualTo(version);
        calendars.reload();
        Due after = calendars.current().due(Term.workingDays(10), LocalDate.of(2026, 12, 24));
        assertThat(before).isInstanceOf(Due.Awaiting.class);
        assertThat(after).isInstanceOf(Due.Settled.class);
        assertThat(after.earliestEnd()).isAfterOrEqualTo(before.earliestEnd());
        assertThat(after.proof().sources()).extracting(Notice::year).containsExactly(2026, 2027);
        assertThat(calendars.current().version()).isNotEqualTo(version);
    }

    @Test
    void whatIsEnteredIsReadBackAsItWas() {
        Notice issued = new Notice(2028, "国办发明电〔2027〕3号", "2027-11-05", "国务院办公厅关于2028年部分节假日安排的通知", "");
        calendars.enter(issued, days(2028), "staff-1", "国务院已发布", NOW);

        assertThat(new CalendarStore(db).entered())
                .filteredOn(year -> year.year() == 2028)
                .singleElement()
                .satisfies(year -> {
                    assertThat(year.notices()).containsExactly(issued);
                    assertThat(year.days()).containsExactlyInAnyOrderElementsOf(days(2028));
                });
    }

    @Test
    void aLaterEditionReplacesTheDaysAndKeepsThePapers() {
        List<Day> first = days(2029);
        List<Day> second = new ArrayList<>(first);
        second.add(Day.off(LocalDate.of(2029, 9, 3), "纪念日"));
        calendars.enter(notice(2029, 1), first, "staff-1", "国务院已发布", NOW);
        calendars.enter(notice(2029, 2), second, "staff-2", "国务院调整", NOW.plusSeconds(60));
        calendars.reload();

        assertThat(calendars.current().kindOf(LocalDate.of(2029, 9, 3))).isEqualTo(DayKind.HOLIDAY);
        assertThat(calendars.current().notice(2029)).map(Notice::number).contains("国办发明电〔2028〕2号");
        assertThat(db.sql("select count(*) from calendar.notice where year = 2029")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aRefusedNoticeLeavesNothingBehind() {
        NoticeVerdict verdict = calendars.enter(notice(2030, 1), List.of(), "", " ", NOW);

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        NoticeVerdict.Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(NoticeVerdict.Problem::field)
                                .contains("days", "by", "reason"));
        assertThat(new CalendarStore(db).entered()).noneMatch(year -> year.year() == 2030);
    }

    @Test
    void aPreviewStoresNothing() {
        NoticeVerdict verdict = calendars.preview(notice(2031, 1), days(2031));

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        NoticeVerdict.Accepted.class,
                        accepted -> assertThat(accepted.after().kindOf(LocalDate.of(2031, 10, 1)))
                                .isEqualTo(DayKind.HOLIDAY));
        assertThat(new CalendarStore(db).entered()).noneMatch(year -> year.year() == 2031);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update calendar.notice set title = 'x'",
                "delete from calendar.notice",
                "update calendar.day set kind = 'off'",
                "delete from calendar.day"
            })
    void nobodyChangesOrDeletesWhatWasEntered(String sql) {
        assertThatThrownBy(() -> db.sql(sql).update()).hasStackTraceContaining("permission denied");
    }

    @ParameterizedTest
    @EnumSource(names = {"JOB", "VERIFIER"})
    void othersReadAndDoNotEnter(DatabaseRole role) {
        Calendars theirs = new Calendars(new CalendarStore(as(role)));
        theirs.reload();

        assertThat(theirs.current().notice(2026)).isPresent();
        assertThatThrownBy(() -> theirs.enter(notice(2032, 1), days(2032), "job", "试", NOW))
                .hasStackTraceContaining("permission denied");
    }

    private static JdbcClient as(DatabaseRole role) {
        var login = TestDatabase.ofThisRun().login(role);
        return JdbcClient.create(new DriverManagerDataSource(DATABASE, login.user(), login.password()));
    }

    private static String migrated() {
        String address = TestDatabase.ofThisRun().scratch();
        var login = TestDatabase.ofThisRun().login(DatabaseRole.OWNER);
        new ResourceDatabasePopulator(new ClassPathResource("V1__calendar.sql", CalendarStore.class))
                .execute(new DriverManagerDataSource(address, login.user(), login.password()));
        return address;
    }

    private static Notice notice(int year, int number) {
        return new Notice(
                year, "国办发明电〔%d〕%d号".formatted(year - 1, number), "", "国务院办公厅关于%d年部分节假日安排的通知".formatted(year), "");
    }

    /// Not what the State Council will order; enough to be plausible.
    private static List<Day> days(int year) {
        return List.of(
                Day.off(LocalDate.of(year, 1, 1), "元旦"),
                Day.off(LocalDate.of(year, 2, 5), "春节"),
                Day.off(LocalDate.of(year, 2, 6), "春节"),
                Day.off(LocalDate.of(year, 2, 7), "春节"),
                Day.off(LocalDate.of(year, 2, 8), "春节"),
                Day.off(LocalDate.of(year, 4, 5), "清明节"),
                Day.off(LocalDate.of(year, 5, 1), "劳动节"),
                Day.off(LocalDate.of(year, 5, 2), "劳动节"),
                Day.off(LocalDate.of(year, 6, 9), "端午节"),
                Day.off(LocalDate.of(year, 9, 15), "中秋节"),
                Day.off(LocalDate.of(year, 10, 1), "国庆节"),
                Day.off(LocalDate.of(year, 10, 2), "国庆节"),
                Day.off(LocalDate.of(year, 10, 3), "国庆节"));
    }
}
