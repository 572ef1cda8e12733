package org.maplebridge.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestDatabase;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Looks into every table of every schema through eyes that have nothing to do with the town of the [House]: whatever
/// statement a module may ever send, PostgreSQL gives it no row of another's matter.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryTableTest {

    /// What anybody may read although it speaks of matters, and why.
    private static final Map<String, String> FOR_EVERYBODY =
            Map.of("trail.leaf", "hashes and opaque ids, published so that anybody can check a proof");

    private static final String TABLES = """
        select n.nspname || '.' || c.relname
          from pg_class c
          join pg_namespace n on n.oid = c.relnamespace
         where c.relkind in ('r', 'p')
           and n.nspname not in ('pg_catalog', 'information_schema')
           and n.nspname not like 'pg\\_%'
           and c.relname not like 'flyway\\_%'
         order by 1\
        """;

    /// Those whose rows belong to a matter, with what it takes to plant a row.
    private static final String COLUMNS = """
        select a.attname, format_type(a.atttypid, a.atttypmod) as type
          from pg_attribute a
         where a.attrelid = cast(? as regclass) and a.attnum > 0 and not a.attisdropped and a.attnotnull
           and not a.atthasdef
         order by a.attnum\
        """;

    private static final Map<String, String> PLANTED = Map.of(
            "text", "'石榴树'",
            "integer", "1",
            "bigint", "1",
            "boolean", "true",
            "date", "'2025-01-02'",
            "bytea", "'\\x00'",
            "text[]", "'{石榴树}'",
            "uuid[]", "'{}'",
            "jsonb", "'[]'",
            "timestamp with time zone", "'2025-01-02T00:00:00Z'");

    private static boolean isPart(String table) {
        return table.matches(".*_(\\d{4}|rest)");
    }

    @LocalServerPort
    int port;

    @Autowired
    House house;

    @Autowired
    Transactions transactions;

    @Autowired
    JdbcClient db;

    private final List<String> marks = new ArrayList<>(House.WORDS);
    private final List<Scope> wrong = new ArrayList<>();
    private final List<Scope> right = new ArrayList<>();

    @BeforeAll
    void build() throws SQLException {
        var inside = house.built(port);
        marks.addAll(inside.marks());
        try (var admin = TestDatabase.ofThisRun().behindTheBack()) {
            marks.addAll(texts(
                    admin,
                    "select persona::text from matters.party where matter::text in ('"
                            + inside.marks().stream().collect(Collectors.joining("','")) + "')"));
            for (String table : texts(admin, TABLES)) {
                if (!isPart(table) && columns(admin, table).containsKey("matter") && rowsOfTheTown(admin, table) == 0) {
                    plant(admin, table, inside.matter().id());
                }
            }
        }
        var town = inside.county().office("town").id();
        right.add(Scope.of("right", List.of("g:" + town + "|general", "g:" + town + "|corrections")));
        wrong.add(Scope.of("nobody", List.of()));
        for (String key : List.of("otherTown", "otherCounty", "department", "village")) {
            var office = inside.county().office(key);
            var units = new ArrayList<String>();
            for (String domain : List.of("general", "corrections", "sealed")) {
                units.add("g:" + office.id() + "|" + domain);
                if (key.startsWith("other")) {
                    units.add("a:" + office.area() + "|" + domain);
                }
            }
            wrong.add(Scope.of(key, units));
        }
        wrong.add(Scope.of("party", List.of("p:" + UUID.randomUUID() + "|general")));
        wrong.add(Scope.of("desk", List.of("t:" + inside.colleaguePost() + "|general")));
        wrong.add(Scope.of("wrong domain", List.of("g:" + town + "|sealed")));
    }

    private static Map<String, String> columns(Connection admin, String table) throws SQLException {
        var found = new TreeMap<String, String>();
        try (var statement = admin.prepareStatement(COLUMNS)) {
            statement.setString(1, table);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        return found;
    }

    private static final String UNCHECKED = """
        do $$
        declare
            checked record;
        begin
            for checked in
                select conname from pg_constraint where conrelid = 'WALLED'::regclass and contype = 'c'
            loop
                execute format('alter table WALLED drop constraint %I', checked.conname);
            end loop;
        end $$\
        """;

    /// A table in which nothing has happened would prove nothing.
    private static void plant(Connection admin, String table, String matter) throws SQLException {
        var columns = columns(admin, table);
        var values = columns.entrySet().stream()
                .map(column -> column.getValue().equals("uuid")
                        ? "'" + (column.getKey().equals("matter") ? matter : UUID.randomUUID()) + "'"
                        : PLANTED.getOrDefault(column.getValue().replaceFirst("numeric.*", "integer"), "null"))
                .collect(Collectors.joining(", "));
        try (var statement = admin.createStatement()) {
            statement.execute("set session_replication_role = replica");
            // what may stand in a column is not the question here, only who sees the row
            statement.execute(UNCHECKED.replace("WALLED", table));
            statement.execute(
                    "insert into " + table + " (" + String.join(", ", columns.keySet()) + ") values (" + values + ")");
        }
    }

    private String ofTheTown(String table) {
        var any = marks.stream().map(mark -> "'%" + mark + "%'").collect(Collectors.joining(", "));
        return "select count(*) from " + table + " t where to_jsonb(t)::text like any (array[" + any + "])";
    }

    private int rowsOfTheTown(Connection admin, String table) throws SQLException {
        return Integer.parseInt(texts(admin, ofTheTown(table)).getFirst());
    }

    private static List<String> texts(Connection admin, String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = admin.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /// Rows of the town as a scope sees them; none where the table is closed to it altogether.
    private int seen(Scope scope, String table) {
        try {
            return transactions.run(
                    scope, work -> db.sql(ofTheTown(table)).query(Integer.class).single());
        } catch (DataAccessException denied) {
            assertThat(denied).hasStackTraceContaining("permission denied");
            return 0;
        }
    }

    @Test
    void everyTableThatSpeaksOfMattersHoldsSomeOfTheTown() throws SQLException {
        var empty = new TreeSet<String>();
        var full = new TreeSet<String>();
        try (var admin = TestDatabase.ofThisRun().behindTheBack()) {
            for (String table : texts(admin, TABLES)) {
                boolean speaks = columns(admin, table).containsKey("matter") || table.equals("matters.matter");
                if (speaks && !isPart(table)) {
                    (rowsOfTheTown(admin, table) == 0 ? empty : full).add(table);
                }
            }
        }
        assertThat(empty).isEmpty();
        assertThat(full)
                .contains("matters.matter", "trail.entry", "trail.look", "tasks.task", "alerts.alert")
                .contains("disputes.dispute", "stretch_custody.talk", "stretch_relay.hop", "stretch_sample.word");
    }

    /// Also the owner, as whom migrations and the narrow functions run, is held by the policies.
    @Test
    void everyTableStandsBehindAForcedPolicy() throws SQLException {
        var open = TABLES.replace(
                "order by 1",
                "and not (c.relrowsecurity and c.relforcerowsecurity)" + " and not c.relispartition order by 1");
        var silent = TABLES.replace(
                "order by 1",
                "and not c.relispartition"
                        + " and not exists (select from pg_policy p where p.polrelid = c.oid) order by 1");
        var granted = TABLES.replace(
                "order by 1",
                "and c.relispartition and (has_table_privilege('maple_app', c.oid, 'select')"
                        + " or has_table_privilege('maple_app', c.oid, 'update')) order by 1");
        try (var admin = TestDatabase.ofThisRun().behindTheBack()) {
            assertThat(texts(admin, TABLES)).hasSizeGreaterThan(40);
            assertThat(texts(admin, open))
                    .as("tables without a forced row policy")
                    .isEmpty();
            assertThat(texts(admin, silent)).as("tables without any policy").isEmpty();
            assertThat(texts(admin, granted))
                    .as("partitions that go past their parent's policy")
                    .isEmpty();
        }
    }

    @Test
    void noTableGivesAnyOfItToTheWrongEyes() throws SQLException {
        var leaks = new TreeSet<String>();
        var open = new TreeSet<String>();
        try (var admin = TestDatabase.ofThisRun().behindTheBack()) {
            for (String table : texts(admin, TABLES)) {
                for (Scope scope : wrong) {
                    int rows = seen(scope, table);
                    if (rows > 0) {
                        (FOR_EVERYBODY.containsKey(table) ? open : leaks)
                                .add(table + " shows " + rows + " rows to " + scope.principal());
                    }
                }
            }
        }
        assertThat(leaks).isEmpty();
        assertThat(open).as("what is excepted needs no exception").hasSizeLessThanOrEqualTo(wrong.size());
    }

    @Test
    void theRightEyesSeeIt() {
        for (String table : List.of("matters.matter", "trail.entry", "disputes.dispute", "people.persona")) {
            assertThat(seen(right.getFirst(), table)).as(table).isPositive();
        }
    }
}
