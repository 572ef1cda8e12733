package org.maplebridge.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.TestDatabase;
import org.springframework.boot.WebApplicationType;

/// Who may use a data folder, and whose database it works with; other processes are real ones.
class FolderTest {

    @Test
    void aSecondServerOnAFolderIsRefusedWithTheAddressOfTheFirstUntilThatIsGone() throws Exception {
        var data = TestDatabase.folder("test-claim");
        try (var first = Neighbour.doing("claim", data)) {
            assertThat(first.said()).isEqualTo("claimed");
            assertThatThrownBy(() -> FolderClaim.take(data))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("正被另一个枫桥使用")
                    .hasMessageContaining("进程 " + first.pid())
                    .hasMessageContaining("http://127.0.0.1:12345/");
        }
        try (var second = FolderClaim.take(data)) {
            second.tell("http://127.0.0.1:54321/");
            assertThat(Files.readString(data.path().resolve("server.txt"))).contains("54321");
        }
        assertThat(data.path().resolve("server.txt")).doesNotExist();
    }

    @Test
    void aDatabaseWhoseProgramWasKilledIsTakenOverAliveAndStoppedByTheLast() throws Exception {
        var data = TestDatabase.folder("test-orphan");
        var cluster = data.postgres().resolve("data");
        long orphan;
        try (var first = Neighbour.doing("database", data)) {
            try (var guest = EmbeddedPostgres.open(data, PostgresTuning.passing(), System.err::println)) {
                assertThat(guest.server().url()).as("one server for both").isEqualTo(first.said());
                run(guest.server(), "drop database if exists kept");
                run(guest.server(), "create database kept");
            }
            orphan = Postmaster.recordedIn(cluster).orElseThrow().pid();
            assertThat(ProcessHandle.of(orphan))
                    .as("the first still works with it")
                    .isPresent();
        }
        assertThat(ProcessHandle.of(orphan))
                .as("killed, it leaves its server behind")
                .isPresent();
        try (var next = EmbeddedPostgres.open(data, PostgresTuning.passing(), System.err::println)) {
            assertThat(Postmaster.recordedIn(cluster).orElseThrow().pid()).isEqualTo(orphan);
            run(next.server(), "drop database kept");
        }
        assertThat(Postmaster.recordedIn(cluster)).as("the last one stops it").isEmpty();
    }

    @Test
    void withADatabaseElsewhereTheApplicationStartsThereAndTheFolderHoldsNone() throws Exception {
        var elsewhere = TestDatabase.folder("test-elsewhere");
        var data = TestDatabase.folder("test-external");
        try (var theirs = EmbeddedPostgres.open(elsewhere, PostgresTuning.passing(), System.err::println)) {
            run(theirs.server(), "drop database if exists of_the_county with (force)");
            var environment = Map.of(
                    "MAPLEBRIDGE_DB_URL", theirs.server().url() + "/of_the_county",
                    "MAPLEBRIDGE_DB_USER", theirs.server().user(),
                    "MAPLEBRIDGE_DB_PASSWORD", theirs.server().password());
            var said = new ArrayList<String>();
            var node = Node.open(data, environment, said::add);
            assertThat(said).anyMatch(line -> line.contains("of_the_county"));
            assertThat(node.embedded()).isEmpty();
            try (var application =
                    Application.start(node, node.settings(StartSettings.Mode.ERRAND), WebApplicationType.NONE, data)) {
                var pool = application.context().getBeansOfType(DataSource.class).values().stream()
                        .findFirst()
                        .orElseThrow();
                try (var connection = pool.getConnection()) {
                    assertThat(connection.getCatalog()).isEqualTo("of_the_county");
                }
            }
            assertThat(data.postgres()).as("no cluster of its own").doesNotExist();
            try (var connection = theirs.server().connect("of_the_county");
                    var rows = connection
                            .createStatement()
                            .executeQuery("select to_regclass('matters.matter') is not null")) {
                rows.next();
                assertThat(rows.getBoolean(1)).as("migrated, and still there").isTrue();
            }
        }
    }

    private static void run(DatabaseServer server, String sql) throws SQLException {
        try (var connection = server.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
