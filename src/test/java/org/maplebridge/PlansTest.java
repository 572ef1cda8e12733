package org.maplebridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.bench.Caller;
import org.maplebridge.bench.Explained;
import org.maplebridge.bench.Recording.Sent;
import org.maplebridge.bench.growth.Pages;
import org.maplebridge.bench.growth.Volume;
import org.maplebridge.bench.moves.Road;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestDatabase;
import org.maplebridge.fixtures.TestSettings;
import org.maplebridge.launch.demo.DemoCounty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What each page of an officer's day asks of PostgreSQL, on a county with some thousand matters. The plans are kept in
/// `src/test/resources/plans`; one that has changed is looked at by a person before the new one is kept:
/// `./maplebridge mvn test -Dtest=PlansTest -Dplans.keep`.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlansTest {

    private static final int MATTERS = 6_000;
    private static final int MOST_ROUND_TRIPS = 6;
    /// Among some thousand rows a bitmap and a walk along the index cost the same, and chance would choose between
    /// them;
    /// among a million the walk wins.
    private static final String ONE_BY_ONE = "set local enable_bitmapscan = off";
    private static final Path KEPT = Path.of("src/test/resources/plans");

    @Autowired
    private DemoCounty county;

    @LocalServerPort
    private int port;

    private final Map<String, List<List<Sent>>> heard = new LinkedHashMap<>();
    private final Map<String, String> plans = new LinkedHashMap<>();

    @BeforeAll
    void listenToAnOfficersDay() throws Exception {
        county.seed();
        var officer = Caller.of(port, "tiaojie");
        var overseer = Caller.of(port, "xianban");
        Road.patterns(officer);
        try (var superuser = TestDatabase.ofThisRun().behindTheBack()) {
            new Volume(superuser).growTo(MATTERS);
        }
        var matter = Road.open(officer);
        var ear = TestSettings.EAR.listen(true);
        try (var superuser = TestDatabase.ofThisRun().behindTheBack()) {
            heard.putAll(Pages.heard(ear, officer, overseer, matter));
            superuser.setAutoCommit(false);
            for (var page : heard.entrySet()) {
                plans.put(page.getKey(), plan(superuser, page.getValue(), matter));
            }
            var road = Road.of(officer);
            for (int step = 1; step < Road.verbs().size(); step++) {
                ear.clear();
                road.move(officer, matter, step);
                heard.put(Road.verbs().get(step), Pages.ours(ear));
            }
        }
    }

    @AfterAll
    static void stopListening() {
        TestSettings.EAR.listen(false).clear();
    }

    private static String plan(Connection superuser, List<List<Sent>> transactions, String matter) throws SQLException {
        var text = new StringBuilder();
        var before = new ArrayList<>(Pages.undo(matter));
        before.add(ONE_BY_ONE);
        for (var transaction : transactions) {
            Explained.of(superuser, transaction, before)
                    .plans()
                    .forEach(each -> text.append(each).append('\n'));
        }
        return text.toString();
    }

    @Test
    void everyPageIsReadInTheWayThatIsKeptInTheRepository() throws IOException {
        var changed = new ArrayList<String>();
        for (var page : plans.entrySet()) {
            var file = KEPT.resolve(page.getKey() + ".txt");
            if (System.getProperty("plans.keep") != null) {
                Files.createDirectories(KEPT);
                Files.writeString(file, page.getValue());
            }
            var kept = Files.exists(file) ? Files.readString(file) : "";
            if (!kept.equals(page.getValue())) {
                var now = Files.createDirectories(Path.of("target/plans")).resolve(page.getKey() + ".txt");
                Files.writeString(now, page.getValue());
                changed.add("diff " + file + " " + now);
            }
        }
        if (!changed.isEmpty()) {
            fail("plans have changed; look at them, then keep them with -Dplans.keep:\n" + String.join("\n", changed));
        }
    }

    @Test
    void noPageReadsATableOfMattersFromOneEndToTheOther() {
        plans.forEach((page, plan) -> assertThat(plan)
                .as(page)
                .doesNotContain("Seq Scan reach")
                .doesNotContain("Seq Scan matter")
                .doesNotContain("Seq Scan task")
                .doesNotContain("Seq Scan entry")
                .doesNotContain("Seq Scan deadline"));
    }

    @Test
    void aMoveIsOneTransactionOfAtMostSixRoundTrips() {
        var moves = new LinkedHashMap<>(heard);
        moves.keySet().retainAll(Road.verbs());
        moves.put("register", heard.get("move"));
        assertThat(moves).hasSize(Road.verbs().size());
        moves.forEach((verb, transactions) -> {
            assertThat(transactions).as(verb).hasSize(1);
            // each statement sent, and the commit
            assertThat(transactions.getFirst().size() + 1).as(verb).isLessThanOrEqualTo(MOST_ROUND_TRIPS);
        });
    }
}
