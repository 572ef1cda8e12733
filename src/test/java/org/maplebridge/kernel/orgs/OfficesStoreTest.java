package org.maplebridge.kernel.orgs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.kernel.ground.DataFiles;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MapleTest
class OfficesStoreTest {

    private static final Scope JOB = Scope.job("test");
    private static final String VILLAGE = "33.07.02.103.204";

    @Autowired
    Offices offices;

    @Autowired
    Transactions transactions;

    @Autowired
    JdbcClient db;

    @Autowired
    OrgsStore store;

    @Autowired
    DataFiles files;

    @BeforeEach
    void aTownAndItsVillage() {
        in(
                JOB,
                work -> offices.importAreas(
                        work,
                        List.of(
                                new Area("33.07.02", "婺城区"),
                                new Area("33.07.02.100", "罗店镇"),
                                new Area("33.07.02.103", "白龙桥镇"),
                                new Area(VILLAGE, "筱溪村委会"))));
    }

    @Test
    void importingTwiceChangesOnlyNames() {
        var found1 = in(JOB, work -> offices.importAreas(work, List.of(new Area(VILLAGE, "筱溪村委会"))));
        assertThat(found1).isZero();
        var found2 = in(JOB, work -> offices.importAreas(work, List.of(new Area(VILLAGE, "新筱溪村委会"))));
        assertThat(found2).isEqualTo(1);
        var found3 = in(JOB, work -> offices.at(work).fullName(VILLAGE));
        assertThat(found3).isEqualTo("婺城区白龙桥镇新筱溪村委会");
    }

    @Test
    void everyDirectoryInMemoryNoticesAChange() {
        var otherProcess = new PostgresOffices(db, store, files);
        var before = in(JOB, work -> otherProcess.at(work).children(VILLAGE).size());
        var grid = in(JOB, work -> offices.addGrid(work, VILLAGE, "新网格" + before));
        var found4 = in(JOB, work -> otherProcess.at(work).children(VILLAGE));
        assertThat(found4).contains(grid);
        var found5 = in(JOB, work -> offices.at(work).children(VILLAGE));
        assertThat(found5).contains(grid);
    }

    @Test
    void aTownDrawsGridsInItsOwnVillagesOnly() {
        var own = Scope.of("zhao", List.of("a:33.07.02.103|general"));
        var next = Scope.of("qian", List.of("a:33.07.02.100|general", "a:33.07.02.10|general"));
        var found6 = in(own, work -> offices.addGrid(work, VILLAGE, "河东网格"));
        assertThat(found6.path()).startsWith(VILLAGE + ".g");
        assertThatThrownBy(() -> in(next, work -> offices.addGrid(work, VILLAGE, "河西网格")))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> in(Scope.of("nobody", List.of()), work -> offices.addGrid(work, VILLAGE, "河北网格")))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void nobodyAtWorkRenamesTheStatesMap() {
        var county = Scope.of("zhao", List.of("a:33.07.02|general"));
        assertThatThrownBy(() -> in(county, work -> offices.importAreas(work, List.of(new Area(VILLAGE, "我的村")))))
                .isInstanceOf(org.springframework.dao.DataAccessException.class);
    }

    @Test
    void aGridNeedsAVillageAndANameOfItsOwn() {
        assertThat(faults(work -> offices.addGrid(work, "33.07.02.103", "x")))
                .map(Problem.Field::name)
                .containsExactly("village", "name");
        in(JOB, work -> offices.addGrid(work, VILLAGE, "老街网格"));
        assertThat(faults(work -> offices.addGrid(work, VILLAGE, " 老街网格 ")))
                .map(Problem.Field::message)
                .containsExactly("这个村（社区）已有同名网格。");
    }

    @Test
    void aPostIsHeldFromTheFirstDayToTheLast() {
        var seat = seat("岗位一");
        var first = LocalDate.of(2026, 10, 12);
        var spell = in(
                JOB,
                work -> offices.appoint(
                        work, new Offices.Appointment(seat.post(), seat.staff(), first, Optional.empty())));
        in(JOB, work -> {
            offices.end(work, spell.id(), first.plusDays(9));
            return true;
        });
        var found7 = in(JOB, work -> offices.at(work).holders(seat.post(), first.plusDays(9)));
        assertThat(found7).hasSize(1);
        var found8 = in(JOB, work -> offices.at(work).holders(seat.post(), first.plusDays(10)));
        assertThat(found8).isEmpty();
        assertThat(faults(work -> {
                    offices.end(work, spell.id(), first.minusDays(1));
                    return true;
                }))
                .map(Problem.Field::name)
                .containsExactly("lastDay");
    }

    @Test
    void standingInNeedsAReasonAndAnEnd() {
        var seat = seat("岗位二");
        var first = LocalDate.of(2026, 10, 12);
        assertThat(faults(work -> offices.standIn(
                        work, new Offices.StandIn(seat.post(), seat.staff(), first, first.plusYears(2), ""))))
                .map(Problem.Field::name)
                .containsExactly("lastDay", "reason");
        assertThat(faults(work -> offices.standIn(
                        work,
                        new Offices.StandIn(new UUID(0, 1), new UUID(0, 2), first, first.minusDays(1), "外出\u202e培训"))))
                .map(Problem.Field::name)
                .containsExactly("post", "staff", "lastDay", "reason");
    }

    private record Seat(UUID post, UUID staff) {}

    private Seat seat(String title) {
        return in(JOB, work -> {
            var agency = offices.addAgency(
                    work,
                    new Offices.NewAgency(
                            title + "所在中心",
                            "TOWN_CENTER",
                            Level.TOWN,
                            "33.07.02.103",
                            Optional.empty(),
                            Optional.empty()));
            var post = offices.addPost(work, agency.id(), title, List.of("disputes.dispatcher"));
            return new Seat(post.id(), offices.addStaff(work, "赵", agency.id()).id());
        });
    }

    private List<Problem.Field> faults(Function<Work, ?> change) {
        try {
            in(JOB, change);
            return List.of();
        } catch (Refused refused) {
            return refused.problem().fields();
        }
    }

    private <T> T in(Scope scope, Function<Work, T> body) {
        return transactions.run(scope, body);
    }
}
