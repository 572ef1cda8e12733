package org.maplebridge.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.TestDatabase;

class EmbeddedPostgresTest {

    private static DataFolder data;

    @BeforeAll
    static void aFolderOfItsOwn() {
        data = TestDatabase.folder("test-launch");
    }

    @Test
    void aPidFileThatNamesAnotherProgramDoesNotKeepItFromStarting() throws Exception {
        try (var first = EmbeddedPostgres.open(data, PostgresTuning.passing(), System.err::println)) {
            assertThat(answer(first, "show data_checksums")).isEqualTo("on");
        }
        // as after a reboot: the number in the file now belongs to somebody else, here to this test
        var cluster = data.postgres().resolve("data");
        var stale = ProcessHandle.current().pid() + "\n" + cluster + "\n0\n5432\n\n127.0.0.1\n0\nready\n";
        Files.writeString(cluster.resolve("postmaster.pid"), stale);
        try (var second = EmbeddedPostgres.open(data, PostgresTuning.passing(), System.err::println)) {
            assertThat(answer(second, "select 1")).isEqualTo("1");
            assertThat(answer(second, "show listen_addresses")).isEqualTo("127.0.0.1");
            rolesAreNarrow(second);
        }
        assertThat(Postmaster.recordedIn(cluster)).isEmpty();
    }

    private static void rolesAreNarrow(EmbeddedPostgres postgres) throws SQLException {
        var roles = new RoleSetup(postgres.server(), SecretKeys.in(data.keys(), Map.of()));
        roles.prepare("maplebridge", System.err::println);
        roles.prepare("maplebridge", System.err::println); // again: nothing to do
        var tooMuch = "select count(*) from pg_roles where rolname like 'maple%'"
                + " and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or not rolcanlogin)";
        assertThat(answer(postgres, tooMuch)).isEqualTo("0");
        assertThat(answer(postgres, "select count(*) from pg_roles where rolname like 'maple%'"))
                .isEqualTo("4");
        var owner = "select pg_get_userbyid(datdba) from pg_database where datname = 'maplebridge'";
        assertThat(answer(postgres, owner)).isEqualTo("maple_owner");
        var app = roles.login(DatabaseRole.APP);
        try (var connection = postgres.server().connect("maplebridge", app.user(), app.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select has_schema_privilege('public', 'usage')")) {
            rows.next();
            assertThat(rows.getBoolean(1)).isFalse();
        }
    }

    private static String answer(EmbeddedPostgres postgres, String question) throws SQLException {
        try (var connection = postgres.server().connect("postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
