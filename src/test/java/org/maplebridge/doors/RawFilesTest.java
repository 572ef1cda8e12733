package org.maplebridge.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestDatabase;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.people.Identifier;
import org.maplebridge.kernel.people.Personas;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whoever carries off the disk, or reads the database past the program, finds nobody's name, phone or number in it;
/// whoever looks through the wrong eyes finds no row.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RawFilesTest {

    private static final String NAME = "司徒惊鸿";
    private static final String OTHER = "令狐求醉";
    private static final String WARD = "慕容听雪";
    private static final String PHONE = "13866001177";
    private static final String NUMBER = "330702198507134539";
    private static final String ADDRESS = "栖霞弄一百零七号";
    private static final List<String> SECRET = List.of(NAME, OTHER, WARD, PHONE, NUMBER, ADDRESS);

    /// What an office writes about a matter is content: it stands in the scene's own table, behind the row policies,
    /// and
    /// is deleted by an erasure.
    private static final String WORDS = "银杏下的石磨被人挪走了";

    private static final Map<String, String> WHERE_WORDS_STAND = Map.of(
            "disputes.dispute", "what was said of the dispute, content of the scene",
            "matters.matter", "the title, which begins with what was said");

    private static final String TABLES = """
            select n.nspname || '.' || c.relname
              from pg_class c
              join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p') and not c.relispartition
               and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%'
               and c.relname not like 'flyway\\_%'
             order by 1""";

    /// Hashes and opaque ids, published so that anybody can check a proof.
    private static final String PUBLISHED = "trail.leaf";

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    Personas personas;

    @Autowired
    DataSource source;

    @Autowired
    JdbcClient db;

    private final Map<String, Scope> wrong = new HashMap<>();
    private Scope right = Scope.of("nobody", List.of());
    private final List<String> marks = new ArrayList<>();
    private List<String> tables = List.of();

    @BeforeAll
    void somethingIsSaid() throws SQLException {
        var county = new County(transactions, offices, access).founded();
        county.officer("ren", "town", "disputes.dispatcher", "disputes.mediator");
        county.officer("kanguan", "town", "stretch.custody.officer");
        var opened = new Wire(port)
                .as("ren")
                .post(
                        "/api/scenes/disputes",
                        Map.of(
                                "words", WORDS,
                                "area", County.TOWN,
                                "occurredAt", "2025-01-02T08:00:00+08:00",
                                "source", "PATROL",
                                "applicant", NAME,
                                "phone", PHONE,
                                "respondent", OTHER));
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        var town = county.office("town").id();
        var sealed = new Wire(port)
                .as("kanguan")
                .post(
                        "/api/scenes/stretch.custody",
                        Map.of("name", WARD, "area", County.TOWN, "agency", town.toString()));
        assertThat(sealed.status()).as(sealed.toString()).isEqualTo(201);
        var matter = opened.text("matter.id");
        marks.addAll(List.of(matter, WORDS));
        try (var admin = TestDatabase.ofThisRun().behindTheBack();
                var statement = admin.createStatement()) {
            statement.execute("select persona::text from matters.party where matter = '" + matter + "' order by no");
            try (var rows = statement.getResultSet()) {
                while (rows.next()) {
                    marks.add(rows.getString(1));
                }
            }
            identify(UUID.fromString(marks.get(2)));
            statement.execute("insert into ground.recused (matter, no, person, ground, since) values ('" + matter
                    + "', 1, '" + town + "', 'near relative', now())");
            var found = new ArrayList<String>();
            try (var rows = statement.executeQuery(TABLES)) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            tables = found;
        }
        var units = List.of("g:" + town + "|general", "a:" + County.COUNTY + "|general");
        right = Scope.of("right", units);
        wrong.put("nobody", Scope.of("nobody", List.of()));
        wrong.put("recused", Scope.of(town.toString(), units));
        wrong.put(
                "another office",
                Scope.of("other", List.of("g:" + county.office("otherTown").id() + "|general")));
        wrong.put(
                "another domain",
                Scope.of("domain", List.of("g:" + town + "|rehab", "a:" + County.COUNTY + "|corrections")));
        wrong.put("another party", Scope.of("party", List.of("p:" + UUID.randomUUID() + "|general")));
    }

    private void identify(UUID persona) {
        transactions.run(Scope.job("test"), work -> {
            var batch = new Batch();
            var known = java.util.Objects.requireNonNull(
                    personas.byId(List.of(persona)).get(persona));
            personas.identify(
                    work, batch, known, new Identifier(Identifier.Kind.ID_NUMBER, NUMBER), java.util.Optional.empty());
            personas.identify(
                    work, batch, known, new Identifier(Identifier.Kind.ADDRESS, ADDRESS), java.util.Optional.empty());
            batch.send(source);
            return 0;
        });
        Map<Identifier.Kind, String> numbers = transactions.run(
                Scope.job("test"),
                work -> personas.reveal(persona).orElseThrow().numbers());
        assertThat(numbers).containsEntry(Identifier.Kind.ID_NUMBER, NUMBER);
    }

    /// Files of this database, and those of the whole cluster that may repeat what stands in it: the write-ahead log,
    /// the server's own log, statistics.
    private static List<Path> files() throws SQLException, IOException {
        try (var admin = TestDatabase.ofThisRun().behindTheBack();
                var statement = admin.createStatement()) {
            statement.execute("checkpoint");
            try (var row = statement.executeQuery("""
                    select current_setting('data_directory'),
                           (select oid from pg_database where datname = current_database())::text""")) {
                row.next();
                var data = Path.of(row.getString(1));
                var other = data.resolve("base");
                var own = other.resolve(row.getString(2));
                try (var all = Files.walk(data)) {
                    return all.filter(file -> !file.startsWith(other) || file.startsWith(own))
                            .filter(Files::isRegularFile)
                            .toList();
                }
            }
        }
    }

    private static Set<String> heldInFiles(List<String> wanted) throws SQLException, IOException {
        var held = new TreeSet<String>();
        for (Path file : files()) {
            String bytes;
            try {
                bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
            } catch (NoSuchFileException gone) {
                continue;
            }
            for (String each : wanted) {
                var utf8 = each.getBytes(StandardCharsets.UTF_8);
                if (bytes.contains(new String(utf8, StandardCharsets.ISO_8859_1))
                        || bytes.contains(java.util.HexFormat.of().formatHex(utf8))) {
                    held.add(each);
                }
            }
        }
        return held;
    }

    @Test
    void noFileOfTheDatabaseHoldsANameAPhoneOrANumber() throws Exception {
        assertThat(heldInFiles(List.of(WORDS, "司**鸿", "138****1177")))
                .as("a look that finds nothing at all would prove nothing")
                .isNotEmpty();
        assertThat(heldInFiles(SECRET)).isEmpty();
    }

    @Test
    void noColumnHoldsANameAPhoneOrANumberAndWordsStandInTheirSceneOnly() throws SQLException {
        var secret = new TreeSet<String>();
        var words = new TreeSet<String>();
        try (var admin = TestDatabase.ofThisRun().behindTheBack();
                var statement = admin.createStatement()) {
            for (String table : tables) {
                for (String each : SECRET) {
                    if (count(statement, table, each) > 0) {
                        secret.add(table + " " + each);
                    }
                }
                if (count(statement, table, WORDS) > 0) {
                    words.add(table);
                }
            }
        }
        assertThat(secret).isEmpty();
        assertThat(words).isNotEmpty().isSubsetOf(WHERE_WORDS_STAND.keySet());
    }

    private static int count(java.sql.Statement statement, String table, String text) throws SQLException {
        try (var row = statement.executeQuery(holding(table, List.of(text)))) {
            row.next();
            return row.getInt(1);
        }
    }

    private static String holding(String table, List<String> texts) {
        var any =
                String.join(", ", texts.stream().map(text -> "'%" + text + "%'").toList());
        return "select count(*) from " + table + " t where to_jsonb(t)::text like any (array[" + any + "])";
    }

    /// None where the table is closed to the scope altogether.
    private int seen(Scope scope, String table) {
        try {
            return transactions.run(
                    scope,
                    work -> db.sql(holding(table, marks)).query(Integer.class).single());
        } catch (DataAccessException denied) {
            assertThat(denied).hasStackTraceContaining("permission denied");
            return 0;
        }
    }

    @Test
    void nobodyElseSeesARowOfTheMatterOrOfItsPeople() {
        var seen = new TreeSet<String>();
        var open = new TreeSet<String>();
        for (String table : tables) {
            if (table.equals(PUBLISHED)) {
                continue;
            }
            wrong.forEach((who, scope) -> {
                if (seen(scope, table) > 0) {
                    seen.add(who + " " + table);
                }
            });
            if (seen(right, table) > 0) {
                open.add(table);
            }
        }
        assertThat(seen).isEmpty();
        assertThat(open)
                .as("those who may see it do, or this test proves nothing")
                .contains("matters.matter", "matters.party", "people.persona", "people.identifier", "people.concern");
    }
}
