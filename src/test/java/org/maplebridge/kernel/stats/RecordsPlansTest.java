package org.maplebridge.kernel.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.bench.Explained;
import org.maplebridge.bench.growth.Pages;
import org.maplebridge.bench.growth.Volume;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestDatabase;
import org.maplebridge.fixtures.TestSettings;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The matters behind a figure, by the channel they came through: read are those of the channel, not all the others.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordsPlansTest {

    private static final String BUSIEST = "PATROL";
    private static final int MATTERS = 12_000;

    /// Pages of eight kilobytes. All matters would be some thousands of them.
    private static final int FEW = 500;

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    CountedStore counted;

    @Autowired
    Metrics metrics;

    private Scope scope = Scope.of("nobody", List.of());
    private LocalDate day = LocalDate.EPOCH;

    @BeforeAll
    void fill() throws SQLException {
        var county = new County(transactions, offices, access).founded();
        county.officer("ren", "town", "disputes.dispatcher", "disputes.mediator");
        county.officer("du", "county", "kernel.supervisor");
        scope = county.actor("du").scope();
        day = transactions.run(scope, Work::today);
        for (int no = 0; no < 3; no++) {
            var opened = new Wire(port)
                    .as("ren")
                    .post("/api/scenes/disputes", DisputeForms.brought("院墙越界" + no, "贺后来", "1381000700" + no));
            assertThat(opened.status()).isEqualTo(201);
        }
        try (var superuser = TestDatabase.ofThisRun().behindTheBack();
                var statement = superuser.createStatement()) {
            new Volume(superuser).growTo(MATTERS);
            statement.execute("update matters.matter set source = 'HOTLINE_FEW' where id in"
                    + " (select id from matters.matter order by md5(id::text) limit 3)");
            statement.execute("vacuum analyze matters.matter");
        }
    }

    @AfterAll
    static void stopListening() {
        TestSettings.EAR.listen(false).clear();
    }

    private CountedStore.Filter through(String source) {
        return new CountedStore.Filter(
                new Asked(County.COUNTY, day.minusYears(1), day.plusDays(1)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(source),
                false);
    }

    private long pagesRead(String source) throws SQLException {
        var ear = TestSettings.EAR.listen(true);
        ear.clear();
        transactions.run(scope, work -> {
            var metric = metrics.metric("disputes.received");
            counted.page(metric, through(source), new UUID(-1, -1), 21);
            return counted.seen(metric, through(source));
        });
        var asked = Pages.ours(ear).getFirst();
        try (Connection superuser = TestDatabase.ofThisRun().behindTheBack()) {
            superuser.setAutoCommit(false);
            return Explained.of(superuser, asked, List.of()).buffers();
        }
    }

    private List<UUID> found(String source) {
        return transactions.run(
                scope,
                work -> counted.page(metrics.metric("disputes.received"), through(source), new UUID(-1, -1), 100_000));
    }

    @Test
    void aChannelThroughWhichNothingOrLittleCameIsReadByItsIndex() throws SQLException {
        assertThat(found("NOTHING_CAME")).isEmpty();
        assertThat(pagesRead("NOTHING_CAME")).isLessThan(FEW);
        assertThat(found("HOTLINE_FEW")).hasSize(3);
        assertThat(pagesRead("HOTLINE_FEW")).isLessThan(FEW);
    }

    /// Asked often for a channel through which most came, PostgreSQL keeps no plan of it for the others.
    @Test
    void theBusiestChannelLeavesTheOthersTheirPlan() throws SQLException {
        for (int times = 0; times < 12; times++) {
            assertThat(found(BUSIEST).size()).isPositive();
        }
        assertThat(pagesRead("NOTHING_CAME")).isLessThan(FEW);
    }
}
