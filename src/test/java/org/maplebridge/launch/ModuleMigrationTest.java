package org.maplebridge.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.maplebridge.Maplebridge;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestDatabase;
import org.springframework.modulith.core.ApplicationModules;

/// A module whose id is not its path below `kernel` or `scenes` is detected, but its SQL is silently skipped; so is
/// SQL in a folder that is no module at all. Every file of the tree must have run.
@MapleTest
class ModuleMigrationTest {

    private static final String SQL = "V\\d+(_\\d+)*__\\w+\\.sql";

    @Test
    void everyMigrationInTheTreeHasRun() throws Exception {
        var missing = new TreeSet<String>();
        var seen = new ArrayList<String>();
        for (Path file : migrations()) {
            var module = module(file);
            seen.add(module);
            if (!hasRun(module, file.getFileName().toString())) {
                missing.add(file.toString());
            }
        }
        assertThat(missing).isEmpty();
        assertThat(seen).contains("ground", "matters", "disputes", "stretch/sample");
    }

    @Test
    void everyFolderWithSqlIsAModule() throws Exception {
        var modules = new ArrayList<String>();
        ApplicationModules.of(Maplebridge.class)
                .forEach(module -> modules.add(module.getIdentifier().toString()));
        for (Path file : migrations()) {
            assertThat(modules).as(file.toString()).contains(module(file));
        }
    }

    /// Every file that looks like a migration, in whichever source folder it lies.
    private static List<Path> migrations() throws IOException {
        try (var files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.getFileName().toString().matches(SQL))
                    .sorted()
                    .toList();
        }
    }

    /// The id a module must have to be migrated: its path below `kernel` or `scenes`.
    private static String module(Path file) {
        var folder = String.valueOf(file.getParent()).replace('\\', '/');
        return folder.replaceFirst("^.*/org/maplebridge/(kernel|scenes)/", "");
    }

    private static boolean hasRun(String module, String script) throws SQLException {
        var database = TestDatabase.ofThisRun();
        var owner = database.login(DatabaseRole.OWNER);
        try (var connection = DriverManager.getConnection(database.url(), owner.user(), owner.password());
                var statement = connection.prepareStatement("select count(*) from \"flyway_schema_history_" + module
                        + "\" where success and type = 'SQL' and script like '%' || ?")) {
            statement.setString(1, script);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1) == 1;
            }
        }
    }
}
