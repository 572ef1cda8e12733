package org.maplebridge.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.maplebridge.Maplebridge;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestDatabase;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/// A module whose id is not its path below `kernel` or `scenes` is detected, but its SQL is silently skipped.
@MapleTest
class ModuleMigrationTest {

    @Test
    void everyFolderWithSqlHasItsMigrationsRun() throws Exception {
        var checked = new ArrayList<String>();
        for (var module : ApplicationModules.of(Maplebridge.class)) {
            if (hasSql(module)) {
                var id = module.getIdentifier().toString();
                assertThat(migrationsRun(id)).as("migrations of " + id).isPositive();
                checked.add(id);
            }
        }
        assertThat(checked).contains("stretch/sample");
    }

    private static boolean hasSql(ApplicationModule module) throws IOException {
        var folder = module.getBasePackage().getName().replace('.', '/');
        return new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "/V*.sql").length > 0;
    }

    private static int migrationsRun(String id) throws SQLException {
        var database = TestDatabase.ofThisRun();
        var owner = database.login(DatabaseRole.OWNER);
        try (var connection = DriverManager.getConnection(database.url(), owner.user(), owner.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from \"flyway_schema_history_" + id + "\" where success and type = 'SQL'")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
