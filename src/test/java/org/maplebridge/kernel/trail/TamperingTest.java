package org.maplebridge.kernel.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestDatabase;
import org.maplebridge.fixtures.errand.ErrandCounty;
import org.maplebridge.kernel.ground.Ids;
import org.springframework.beans.factory.annotation.Autowired;

/// Whoever changes the trail behind the program's back is found out, whichever column it is.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperingTest {

    private static final List<String> TABLES = List.of(
            "trail.entry",
            "trail.matter_key",
            "trail.look",
            "trail.leaf",
            "trail.node",
            "trail.checkpoint",
            "trail.log_key",
            "trail.receipt");

    @Autowired
    ErrandCounty county;

    @Autowired
    Sequencer sequencer;

    @Autowired
    Verification verification;

    @Autowired
    Trail trail;

    private Connection back = TestDatabase.ofThisRun().behindTheBack();

    @BeforeAll
    void thingsHappen() throws SQLException {
        back.close();
        back = TestDatabase.ofThisRun().behindTheBack();
        var people = county.people();
        for (int i = 0; i < 4; i++) {
            var errand = county.errand("第" + i + "件", people.clerk().agency());
            county.move(county.actor(people.clerk()), errand, "take", Map.of("how", "去看看"));
            look(errand);
            sequencer.drain();
        }
    }

    private void look(UUID errand) {
        county.job(work -> {
            trail.look(
                    work,
                    new Look(
                            Ids.at(work.now()),
                            work.now(),
                            "officer:" + UUID.randomUUID(),
                            Optional.of(UUID.randomUUID()),
                            Optional.of(UUID.randomUUID()),
                            errand,
                            UUID.randomUUID(),
                            "contact",
                            "",
                            List.of("PHONE")));
            return 0;
        });
    }

    @AfterAll
    void close() throws SQLException {
        back.close();
    }

    private List<Replay.Fault> faults() {
        return verification.verify(List.of()).faults();
    }

    @Test
    void anUntouchedTrailIsWhole() {
        var report = verification.verify(List.of());
        assertThat(report.faults()).isEmpty();
        assertThat(report.entries()).isEqualTo(8);
        assertThat(report.leaves()).isEqualTo(12);
    }

    @Test
    void aChangeInAnyColumnOfAnyTrailTableIsNamed() throws SQLException {
        var unseen = new ArrayList<String>();
        for (String table : TABLES) {
            for (Map.Entry<String, String> column : columns(table)) {
                if (!seen(table, column.getKey(), changed(column.getKey(), column.getValue()))) {
                    unseen.add(table + "." + column.getKey());
                }
            }
        }
        assertThat(unseen).isEmpty();
        assertThat(faults()).as("everything was put back").isEmpty();
    }

    private List<Map.Entry<String, String>> columns(String table) throws SQLException {
        var found = new ArrayList<Map.Entry<String, String>>();
        var parts = table.split("\\.", -1);
        try (var rows = back.getMetaData().getColumns(null, parts[0], parts[1], null)) {
            while (rows.next()) {
                found.add(Map.entry(rows.getString("COLUMN_NAME"), rows.getString("TYPE_NAME")));
            }
        }
        assertThat(found).as(table).isNotEmpty();
        return found;
    }

    /// The smallest change of a value; of nothing, something.
    private static String changed(String column, String type) {
        return switch (type) {
            case "bytea" -> "coalesce(set_byte(%1$s, 0, get_byte(%1$s, 0) # 1), '\\x00')".formatted(column);
            case "text" -> "coalesce(%s, '') || 'x'".formatted(column);
            case "uuid" -> "gen_random_uuid()";
            case "timestamptz" -> column + " + interval '1 microsecond'";
            case "int4", "int8" -> "coalesce(%s, 0) + 1000".formatted(column);
            case "_uuid" -> column + " || gen_random_uuid()";
            case "_text" -> column + " || 'x'::text";
            default -> throw new AssertionError("no change known for " + type);
        };
    }

    private boolean seen(String table, String column, String change) throws SQLException {
        try (var statement = back.createStatement()) {
            statement.execute("drop table if exists kept");
            statement.execute("create temporary table kept as select * from " + table);
            statement.execute("update " + table + " set " + column + " = " + change
                    + " where (tableoid, ctid) = (select tableoid, ctid from " + table + " limit 1)");
            boolean seen = !faults().isEmpty();
            statement.execute("delete from " + table);
            statement.execute("insert into " + table + " select * from kept");
            statement.execute("drop table kept");
            return seen;
        }
    }

    private List<Replay.Fault> after(String table, String deed) throws SQLException {
        try (var statement = back.createStatement()) {
            statement.execute("drop table if exists kept");
            statement.execute("create temporary table kept as select * from " + table);
            statement.execute(deed);
            var faults = faults();
            statement.execute("delete from " + table);
            statement.execute("insert into " + table + " select * from kept");
            statement.execute("drop table kept");
            return faults;
        }
    }

    @Test
    void aDeletedEntryIsNamedWhereverItStood() throws SQLException {
        assertThat(after("trail.entry", "delete from trail.entry where seq = 1"))
                .isNotEmpty()
                .first()
                .extracting(Replay.Fault::where)
                .asString()
                .contains("第 1 条");
        assertThat(after("trail.entry", "delete from trail.entry where seq = 2"))
                .isNotEmpty();
    }

    @Test
    void twoEntriesInEachOthersPlaceAreNamed() throws SQLException {
        var swapped = "update trail.entry set seq = 99 where seq = 1;"
                + "update trail.entry set seq = 1 where seq = 2;"
                + "update trail.entry set seq = 2 where seq = 99";
        assertThat(after("trail.entry", swapped)).isNotEmpty();
    }

    @Test
    void aMatterChangedBehindTheProgramsBackIsNamed() throws SQLException {
        for (String deed : List.of("stage = 'DONE'", "title = title || '改'", "returns = 1", "area = area || '.001'")) {
            assertThat(after("matters.matter", "update matters.matter set " + deed))
                    .as(deed)
                    .isNotEmpty();
        }
        assertThat(after("matters.deadline", "update matters.deadline set due = due + interval '1 day'"))
                .isNotEmpty();
        assertThat(after("matters.matter", "delete from matters.matter")).isNotEmpty();
    }

    @Test
    void aCheckpointKeptElsewhereFindsOutWhoeverWroteTheLogAnew() {
        var body =
                "{\\\"size\\\":3,\\\"root\\\":\\\"" + "0".repeat(64) + "\\\",\\\"at\\\":\\\"2026-01-01T00:00:00Z\\\"}";
        var elsewhere = "{\"body\":\"" + body + "\",\"signature\":\"00\",\"keyId\":\"none\"}";
        assertThat(verification.verify(List.of(elsewhere)).faults()).isNotEmpty();
    }
}
