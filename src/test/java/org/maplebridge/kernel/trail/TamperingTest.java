package org.maplebridge.kernel.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /// Each table, and how a fault names one of its rows.
    private static final Map<String, String> TABLES = Map.of(
            "trail.entry", "'事项 ' || %1$s.matter || ' 第 ' || %1$s.seq || ' 条'",
            "trail.matter_key", "'事项 ' || %1$s.matter || ' 第 1 条'",
            "trail.look", "%1$s.id::text",
            "trail.leaf", "'总账第 ' || %1$s.no || ' 号'",
            "trail.node", "'总账第 ' || %1$s.level || ' 层第 ' || %1$s.index || ' 个节点'",
            "trail.checkpoint", "'第 ' || %1$s.size || ' 号的公布'",
            "trail.log_key", "'签名公钥 ' || %1$s.id",
            "trail.receipt", "'回执 ' || %1$s.code");

    @Autowired
    ErrandCounty county;

    @Autowired
    Sequencer sequencer;

    @Autowired
    Verification verification;

    @Autowired
    Trail trail;

    private final List<UUID> errands = new ArrayList<>();
    private Connection back = TestDatabase.ofThisRun().behindTheBack();

    @BeforeAll
    void thingsHappen() throws SQLException {
        back.close();
        back = TestDatabase.ofThisRun().behindTheBack();
        var people = county.people();
        for (int i = 0; i < 4; i++) {
            var errand = county.errand("第" + i + "件", people.clerk().agency());
            county.move(county.actor(people.clerk()), errand, "take", Map.of("how", "去看看"));
            errands.add(errand);
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
    void aChangeInAnyColumnOfAnyTrailTableIsNamedWithItsRow() throws SQLException {
        var unseen = new ArrayList<String>();
        for (String table : TABLES.keySet()) {
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

    /// Whether a fault names the row, as it is now or as it was.
    private boolean seen(String table, String column, String change) throws SQLException {
        var name = Objects.requireNonNull(TABLES.get(table));
        try (var statement = back.createStatement()) {
            statement.execute("drop table if exists kept");
            statement.execute("create temporary table kept as select * from " + table);
            var names = new ArrayList<String>();
            try (var row = statement.executeQuery("update " + table + " set " + column + " = " + change
                    + " where (tableoid, ctid) = (select tableoid, ctid from " + table + " limit 1)"
                    + " returning " + name.formatted("old") + ", " + name.formatted("new"))) {
                row.next();
                names.add(row.getString(1));
                names.add(row.getString(2));
            }
            boolean seen = faults().stream()
                    .anyMatch(fault -> names.stream().anyMatch((fault.where() + "：" + fault.what())::contains));
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

    private static String place(UUID errand, int seq) {
        return "事项 " + errand + " 第 " + seq + " 条";
    }

    /// The faults name this errand's entry, and no other errand.
    private void named(List<Replay.Fault> faults, UUID errand, int... seqs) {
        assertThat(faults).isNotEmpty();
        var wheres = faults.stream().map(Replay.Fault::where).toList();
        for (int seq : seqs) {
            assertThat(wheres).contains(place(errand, seq));
        }
        for (UUID other : errands) {
            if (!other.equals(errand)) {
                assertThat(wheres).noneMatch(where -> where.contains(other.toString()));
            }
        }
    }

    @Test
    void aDeletedEntryIsNamedWhereverItStood() throws SQLException {
        for (UUID errand : errands) {
            for (int seq = 1; seq <= 2; seq++) {
                var deed = "delete from trail.entry where matter = '" + errand + "' and seq = " + seq;
                named(after("trail.entry", deed), errand, seq);
            }
            named(after("trail.entry", "delete from trail.entry where matter = '" + errand + "'"), errand, 1, 2);
        }
    }

    @Test
    void twoEntriesInEachOthersPlaceAreNamed() throws SQLException {
        var errand = errands.get(1);
        var swapped = "";
        for (var step : List.of("99 where seq = 1", "1 where seq = 2", "2 where seq = 99")) {
            swapped += "update trail.entry set seq = " + step + " and matter = '" + errand + "';";
        }
        named(after("trail.entry", swapped), errand, 1, 2);
    }

    @Test
    void anEntryInTheChainOfAnotherMatterIsNamedInBoth() throws SQLException {
        var from = errands.get(1);
        var to = errands.get(2);
        var found = after(
                "trail.entry",
                "update trail.entry set matter = '%s', seq = 3 where matter = '%s' and seq = 2".formatted(to, from));
        assertThat(found).extracting(Replay.Fault::where).contains(place(from, 2), place(to, 3));
    }

    @Test
    void aMatterChangedBehindTheProgramsBackIsNamed() throws SQLException {
        var errand = errands.get(3);
        var where = " where id = '" + errand + "'";
        for (String deed : List.of("stage = 'DONE'", "title = title || '改'", "returns = 1", "area = area || '.001'")) {
            named(after("matters.matter", "update matters.matter set " + deed + where), errand, 2);
        }
        var later = "update matters.deadline set due = due + interval '1 day' where matter = '" + errand + "'";
        named(after("matters.deadline", later), errand, 2);
        named(after("matters.matter", "delete from matters.matter" + where), errand, 2);
    }
}
