package org.maplebridge.kernel.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestDatabase;
import org.maplebridge.fixtures.errand.ErrandCounty;
import org.maplebridge.fixtures.errand.ErrandCounty.People;
import org.maplebridge.fixtures.errand.ErrandCounty.Seat;
import org.maplebridge.kernel.ground.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlarmsTest {

    private static final Seat NOBODY = new Seat(new UUID(0, 0), new UUID(0, 0), new UUID(0, 0));

    @Autowired
    ErrandCounty county;

    @Autowired
    Alarms alarms;

    @Autowired
    AlertsDesk desk;

    @Autowired
    SupervisionDesk supervision;

    @Autowired
    AlarmsHealthIndicator health;

    @Autowired
    JdbcClient db;

    private People people = new People(NOBODY, NOBODY, NOBODY, NOBODY, NOBODY, NOBODY, NOBODY);

    @BeforeAll
    void aCounty() {
        people = county.people();
    }

    private Instant due(UUID errand) {
        return county.job(work -> db.sql("select due from matters.deadline where matter = :id and no = 1")
                .param("id", errand)
                .query(OffsetDateTime.class)
                .single()
                .toInstant());
    }

    private List<String> raised(UUID errand) {
        return county.job(
                work -> db.sql("""
                        select kind || ' ' || unit
                          from alerts.alert
                         where matter = :id
                         order by raised_at, level""").param("id", errand).query(String.class).list());
    }

    private List<AlertsDesk.Shown> shown(Seat seat) {
        return desk.alerts(Optional.empty(), Optional.empty(), false, county.actor(seat))
                .items();
    }

    @Test
    void anAlarmGoesFromDueSoonToOverdueAndUpToTheRoot() {
        var errand = county.errand("没人接的", people.villager().agency());
        var office = "g:" + people.villager().agency();
        alarms.sweep();
        assertThat(raised(errand)).isEmpty();

        county.clockAt(due(errand).minus(Duration.ofHours(1)));
        alarms.sweep();
        assertThat(raised(errand)).containsExactly("DUE_SOON " + office);

        county.clockAt(due(errand));
        alarms.sweep();
        alarms.sweep();
        assertThat(raised(errand)).containsExactly("DUE_SOON " + office, "OVERDUE " + office);

        for (int i = 0; i < 4; i++) {
            ErrandCounty.tick(Duration.ofDays(10));
            alarms.sweep();
        }
        assertThat(raised(errand))
                .containsExactly(
                        "DUE_SOON " + office,
                        "OVERDUE " + office,
                        "ESCALATED a:" + ErrandCounty.TOWN,
                        "ESCALATED a:" + ErrandCounty.COUNTY);
        assertThat(shown(people.supervisor()))
                .filteredOn(alert -> alert.matter().id().equals(errand))
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.level()).isEqualTo(2);
                    assertThat(alert.title()).contains("接单").contains("逾期");
                });
    }

    @Test
    void aLateSweepSaysAtOnceWhatIsOverdue() {
        var errand = county.errand("查得晚的", people.clerk().agency());
        county.clockAt(due(errand).plus(Duration.ofDays(30)));
        assertThat(county.job(health::health).getStatus()).isEqualTo(Status.DOWN);
        alarms.sweep();
        assertThat(raised(errand)).containsExactly("OVERDUE g:" + people.clerk().agency());
        assertThat(county.job(health::health).getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void aLimitKeptInTimeRaisesNothing() {
        var errand = county.errand("及时接的", people.clerk().agency());
        var due = due(errand);
        county.move(county.actor(people.clerk()), errand, "take", Map.of("how", "马上"));
        county.clockAt(due.plus(Duration.ofDays(1)));
        alarms.sweep();
        assertThat(raised(errand)).isEmpty();
    }

    @Test
    void onADeskBothItsHolderAndTheOfficeAreToldOnce() {
        var errand = county.errand("桌上的", people.clerk().agency());
        var clerk = county.actor(people.clerk());
        county.move(
                clerk, errand, "assign", Map.of("post", people.runner().post().toString(), "reason", "顺路"));
        county.clockAt(due(errand).plus(Duration.ofMinutes(1)));
        alarms.sweep();
        for (var seat : List.of(people.runner(), people.clerk())) {
            assertThat(shown(seat))
                    .filteredOn(alert -> alert.matter().id().equals(errand))
                    .hasSize(1);
        }
        assertThat(shown(people.otherRunner())).isEmpty();
    }

    @Test
    void anOverdueMatterThatIsHandedOnIsSaidToItsNewOfficeAndClosedAtTheFormer() {
        var errand = county.errand("逾期才转来的", people.villager().agency());
        var village = "g:" + people.villager().agency();
        var town = "g:" + people.clerk().agency();
        county.clockAt(due(errand).plus(Duration.ofMinutes(1)));
        alarms.sweep();
        assertThat(raised(errand)).containsExactly("OVERDUE " + village);

        up(errand);
        alarms.sweep();
        alarms.sweep();
        assertThat(raised(errand)).containsExactly("OVERDUE " + village, "OVERDUE " + town);
        assertThat(openOf(people.clerk(), errand)).hasSize(1);
        assertThat(openOf(people.villager(), errand))
                .as("the former office has nothing left to do")
                .isEmpty();
        assertThat(shown(people.villager()))
                .filteredOn(alert -> alert.matter().id().equals(errand))
                .singleElement()
                .satisfies(alert -> assertThat(alert.movedAt()).isPresent());

        down(errand);
        alarms.sweep();
        assertThat(openOf(people.villager(), errand))
                .as("who gets it back is told again")
                .hasSize(1);
        assertThat(openOf(people.clerk(), errand)).isEmpty();
    }

    @Test
    void handingAnOverdueMatterToAndFroDoesNotKeepItFromTheNextLevel() {
        var errand = county.errand("推来推去的", people.villager().agency());
        county.clockAt(due(errand).plus(Duration.ofMinutes(1)));
        alarms.sweep();
        for (int day = 0; day < 10; day++) {
            if (day % 2 == 0) {
                up(errand);
            } else {
                down(errand);
            }
            ErrandCounty.tick(Duration.ofHours(20));
            alarms.sweep();
            ErrandCounty.tick(Duration.ofMinutes(2));
            alarms.sweep();
        }
        assertThat(raised(errand)).contains("ESCALATED a:" + ErrandCounty.COUNTY);
    }

    private void up(UUID errand) {
        county.move(county.actor(people.villager()), errand, "upgrade", Map.of("reason", "村里办不了"));
    }

    private void down(UUID errand) {
        var village = people.villager().agency().toString();
        county.move(county.actor(people.clerk()), errand, "transfer", Map.of("agency", village, "reason", "由村里办"));
    }

    private List<AlertsDesk.Shown> openOf(Seat seat, UUID errand) {
        return desk.alerts(Optional.empty(), Optional.empty(), true, county.actor(seat)).items().stream()
                .filter(alert -> alert.matter().id().equals(errand))
                .toList();
    }

    @Test
    void takingNoteTwiceIsTakingNoteOnceAndAWrongOfficeCannot() {
        var errand = county.errand("看过的", people.clerk().agency());
        county.clockAt(due(errand).plus(Duration.ofMinutes(1)));
        alarms.sweep();
        var alert = shown(people.clerk()).stream()
                .filter(each -> each.matter().id().equals(errand))
                .findFirst()
                .orElseThrow();

        assertThat(shown(people.neighbour())).noneMatch(each -> each.id().equals(alert.id()));
        assertThatThrownBy(() -> desk.acknowledge(alert.id(), county.actor(people.neighbour())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("不在您能看的范围里");
        var first = desk.acknowledge(alert.id(), county.actor(people.clerk()));
        ErrandCounty.tick(Duration.ofMinutes(5));
        var second = desk.acknowledge(alert.id(), county.actor(people.secondClerk()));

        assertThat(first.acknowledgedBy()).contains("李伟");
        assertThat(second).isEqualTo(first);
        assertThat(desk.alerts(Optional.empty(), Optional.empty(), true, county.actor(people.clerk()))
                        .items())
                .noneMatch(each -> each.id().equals(alert.id()));
    }

    @Test
    void aSupervisorSeesHowEachTownStands() {
        var before = supervision.summary(county.actor(people.supervisor()));
        var errand = county.errand("乙镇的", people.neighbour().agency());
        county.clockAt(due(errand).plus(Duration.ofMinutes(1)));

        var after = supervision.summary(county.actor(people.supervisor()));

        assertThat(after.open()).isEqualTo(before.open() + 1);
        assertThat(after.overdue()).isGreaterThan(before.overdue());
        assertThat(after.atLeast()).isEmpty();
        assertThat(after.byTown())
                .filteredOn(town -> town.area().path().equals(ErrandCounty.OTHER_TOWN))
                .singleElement()
                .satisfies(town -> assertThat(town.overdue()).isEqualTo(1));
        assertThatThrownBy(() -> supervision.summary(county.actor(people.clerk())))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aLimitWhoseAlarmCannotBeWrittenKeepsNoOtherWaitingAndIsTriedAgain() throws SQLException {
        var broken = county.errand("写不进的", people.clerk().agency());
        var others = List.of(
                county.errand("同时到期的一", people.clerk().agency()),
                county.errand("同时到期的二", people.clerk().agency()));
        county.clockAt(due(others.getLast()).plus(Duration.ofMinutes(1)));
        behindTheBack(
                "create function alerts.stop() returns trigger language plpgsql as $$ begin raise 'stop'; end $$");
        behindTheBack("create trigger stop before insert on alerts.alert for each row when (new.matter = '" + broken
                + "') execute function alerts.stop()");

        alarms.sweep();

        assertThat(raised(broken)).isEmpty();
        assertThat(others).allSatisfy(each -> assertThat(raised(each)).hasSize(1));
        assertThat(county.job(health::health).getStatus()).isEqualTo(Status.DOWN);
        assertThat(county.job(health::health).getDetails()).containsEntry("notRaised", 1);

        behindTheBack("drop trigger stop on alerts.alert");
        ErrandCounty.tick(Retries.PAUSE);
        alarms.sweep();

        assertThat(raised(broken)).containsExactly("OVERDUE g:" + people.clerk().agency());
        assertThat(county.job(health::health).getStatus()).isEqualTo(Status.UP);
    }

    private static void behindTheBack(String sql) throws SQLException {
        try (var superuser = TestDatabase.ofThisRun().behindTheBack();
                var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
