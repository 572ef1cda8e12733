package org.maplebridge.scenes.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.TestDatabase;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.alerts.Alarms;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.sampling.DoubtedFiles;
import org.maplebridge.kernel.tasks.AbsentDesks;
import org.maplebridge.scenes.disputes.Quarter.Case;
import org.maplebridge.scenes.disputes.Quarter.Fate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Thirteen weeks of a town: reports in bursts, a mediator who is away for three of them, and somebody who closes too
/// soon. What is late has been told to somebody, and what was closed only to be closed is found.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DisputesQuarterTest {

    private static final long SEED = 20_260_401;
    private static final int DAYS = 91;
    private static final int LEAVES = 28;
    private static final int COMES_BACK = 49;

    /// Reviewers are handed five files of an office a week; this is how long after the bursts they need.
    private static final int CATCH_UP = 35;
    private static final String LATE = """
        select d.matter, d.no, d.parameter,
               exists (select from alerts.alert a
                        where a.matter = d.matter and a.deadline_no = d.no
                          and a.kind in ('OVERDUE', 'ESCALATED')) as told
          from matters.deadline d
         where d.state = 'RUNNING' and d.settled and d.due < ground.moment() - interval '1 hour'
        """;

    /// What stands still is late as well, once it has stood longer than anybody may let it.
    private static final String STANDS_STILL = """
        select m.id as matter,
               exists (select from alerts.alert a
                         join matters.deadline d on d.matter = a.matter and d.no = a.deadline_no
                        where a.matter = m.id and d.parameter = 'matters.suspended-most'
                          and a.kind in ('OVERDUE', 'ESCALATED')) as told
          from matters.matter m
         where m.closed_at is null and m.suspended_at < ground.moment() - interval '45 days'
        """;

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
    Alarms alarms;

    @Autowired
    AbsentDesks absentDesks;

    @Autowired
    DoubtedFiles doubtedFiles;

    private final List<Case> cases = new ArrayList<>();
    private final List<String> waitedForTheAbsent = new ArrayList<>();

    @BeforeAll
    void aQuarter() throws SQLException {
        var county = DisputeTown.founded(transactions, offices, access);
        var desk = county.officer("lixiu", "town", DisputesLifecycle.MEDIATOR);
        county.officer("renshi", "town", "staff.registrar");
        county.officer("pingcha", "county", "reviews.reviewer");
        var quarter = new Quarter(matters, county, desk, new Random(SEED));
        for (int day = 0; day < DAYS; day++) {
            if (day == LEAVES) {
                goesAway(county.actor("lixiu").person());
            }
            absentDesks.sweep();
            quarter.reported(day);
            quarter.worked(day, today());
            if (day >= LEAVES && day < COMES_BACK) {
                waiting(desk);
            }
            doubtedFiles.round();
            TestClock.pass(Duration.ofDays(1));
            alarms.sweep();
        }
        for (int day = 0; day < CATCH_UP; day++) {
            doubtedFiles.round();
            TestClock.pass(Duration.ofDays(1));
            alarms.sweep();
        }
        cases.addAll(quarter.cases());
    }

    @AfterAll
    void theClockGoesBack() {
        TestClock.reset();
    }

    private LocalDate today() {
        return transactions.run(Scope.job("test"), Work::today);
    }

    private void goesAway(UUID person) {
        var said = Map.of(
                "staff",
                person.toString(),
                "firstDay",
                today().toString(),
                "lastDay",
                today().plusDays(COMES_BACK - LEAVES - 1).toString(),
                "reason",
                "LEAVE");
        var answer = new Wire(port).as("lixiu").post("/api/absences", said);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    private void waiting(UUID desk) throws SQLException {
        waitedForTheAbsent.addAll(
                column("select m.code from matters.matter m where m.post = '" + desk + "' and m.closed_at is null"));
    }

    private static List<String> column(String sql) throws SQLException {
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

    private Set<String> doubts(Case one) throws SQLException {
        return new TreeSet<>(column("select kind from disputes.doubt where matter = '" + one.id() + "'"));
    }

    @Test
    void everythingThatIsLateHasBeenToldToSomebody() throws SQLException {
        var late = column("select count(*) from (" + LATE + ") late");
        assertThat(Integer.parseInt(late.getFirst()))
                .as("a quarter in which nothing is late proves nothing")
                .isGreaterThan(10);
        assertThat(column("select matter || ' ' || parameter from (" + LATE + ") late where not told"))
                .isEmpty();
    }

    @Test
    void whatIsSuspendedAndForgottenIsToldToSomebodyToo() throws SQLException {
        assertThat(column("select matter from (" + STANDS_STILL + ") still")).hasSizeGreaterThan(2);
        assertThat(column("select matter from (" + STANDS_STILL + ") still where not told"))
                .isEmpty();
    }

    @Test
    void nothingWaitsForWhoeverIsAway() throws SQLException {
        assertThat(cases.stream().filter(one -> one.fate() == Fate.GIVEN)).hasSizeGreaterThan(3);
        assertThat(waitedForTheAbsent).isEmpty();
    }

    @Test
    void whatWasClosedOnlyToBeClosedIsFoundAndHonestWorkIsNot() throws SQLException {
        var met = new EnumMap<Fate, Integer>(Fate.class);
        for (Case one : cases) {
            boolean over = !column(
                            "select 1 from matters.matter where id = '" + one.id() + "' and closed_at is not null")
                    .isEmpty();
            if (!over) {
                continue;
            }
            var kinds = doubts(one);
            if (one.fate().honest()) {
                assertThat(kinds).as("%s", one).isEmpty();
            } else if (one.fate() == Fate.SAME_WORDS) {
                assertThat(kinds.isEmpty() || kinds.contains("SAME_WORDS"))
                        .as("%s", one)
                        .isTrue();
            } else if (one.fate() != Fate.SPLIT || otherPartOpen(one)) {
                assertThat(kinds).as("%s", one).containsExactly(one.fate().name());
            } else {
                assertThat(kinds).as("%s: one of the parts counts", one).isEmpty();
            }
            if (!kinds.isEmpty()) {
                met.merge(one.fate(), 1, Integer::sum);
            }
        }
        for (Fate fate : Fate.values()) {
            assertThat(met.getOrDefault(fate, 0)).as("%s", fate).matches(count -> fate.honest() == (count == 0));
        }
    }

    /// Whether another part of the same dispute was there when this one was closed, on its twelfth day: what came in on
    /// that day has no category yet.
    private boolean otherPartOpen(Case one) {
        int closed = one.day() + 11;
        return cases.stream()
                .filter(other -> other.fate() == Fate.SPLIT && !other.equals(one))
                .anyMatch(other -> other.day() < closed && closed - other.day() < 90);
    }

    /// Nobody has picked them: whoever closes doesn't choose who looks.
    @Test
    void everyDoubtfulFileLiesBeforeReviewersWhoHadNoHandInIt() throws SQLException {
        var doubtful = column("""
            select distinct m.id::text
              from matters.matter m
              join disputes.doubt d on d.matter = m.id
             where m.closed_at is not null
            union
            select m.id::text
              from matters.matter m
              join disputes.agreement a on a.matter = m.id
             where m.closed_at is not null and a.content = '双方互相谅解，今后和睦相处。'
            """);
        var reviewed = column("select subject::text from reviews.review");
        assertThat(doubtful).hasSizeGreaterThan(20);
        assertThat(reviewed).containsExactlyInAnyOrderElementsOf(doubtful);
        assertThat(column("select count(*) from reviews.review where reason not like '结案疑点：%'"))
                .containsExactly("0");
        assertThat(column("""
            select max(many)
              from (select count(*) as many
                      from sampling.doubted x
                      join sampling.doubted y
                        on y.handed_at >= x.handed_at and y.handed_at < x.handed_at + interval '7 days'
                     group by x.about) weeks
            """)).as("nobody is buried").containsExactly("5");
    }

    @Test
    void whatWasNotKeptCountsAsUnperformedAndWhatIsDoubtfulNotAsSettled() throws SQLException {
        var endings = column("""
            select distinct d.ending
              from disputes.dispute d
             where d.matter in ('%s')
            """.formatted(cases.stream()
                .filter(one -> one.fate() == Fate.BROKEN && one.day() < DAYS - 14)
                .map(one -> one.id().toString())
                .reduce((one, next) -> one + "','" + next)
                .orElseThrow()));
        assertThat(endings).containsExactly("UNPERFORMED");
    }
}
