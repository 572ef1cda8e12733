package org.maplebridge.kernel.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MapleTest
class HousekeepingTest {

    @Autowired
    Housekeeping housekeeping;

    @Autowired
    Transactions transactions;

    @Autowired
    JdbcClient db;

    @Test
    void keysOfRequestsAreKeptThirtyDaysAndNoLonger() throws Exception {
        remember();
        TestClock.pass(Housekeeping.KEYS_KEPT.minus(Duration.ofHours(1)));
        assertThat(housekeeping.keep()).isZero();
        TestClock.pass(Duration.ofHours(2));
        assertThat(housekeeping.keep()).isEqualTo(1);
        assertThat(housekeeping.keep()).isZero();
    }

    private static void remember() throws Exception {
        try (var connection = TestDatabase.ofThisRun().behindTheBack();
                var insert = connection.prepareStatement(
                        "insert into ground.request values ('device:x', 'open/x', 'key-12345', '\\x00', ?, 1,"
                                + " ground.moment())")) {
            insert.setObject(1, UUID.randomUUID());
            insert.executeUpdate();
        }
    }

    @Test
    void everyPartitionedTableHasItsYearsBeforeTheyCome() {
        TestClock.pass(Duration.ofDays(5 * 366));
        housekeeping.keep();
        var missing = transactions.run(
                Scope.job("test"),
                work -> db.sql("""
                        select p.partrelid::regclass::text || '_' || year
                          from pg_partitioned_table p
                         cross join generate_series(2026, :year) year
                         where to_regclass(p.partrelid::regclass::text || '_' || year) is null""")
                        .param("year", work.today().getYear() + 2)
                        .query(String.class)
                        .list());
        assertThat(missing).isEmpty();
        TestClock.reset();
    }
}
