package org.maplebridge.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.sql.DriverManager;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestDatabase;

@MapleTest
class AmendedMigrationsTest {

    @ParameterizedTest
    @CsvSource({"ground,-1704138452", "people,-59069613"})
    void aFolderThatRanTheFileAsItWasForAWhileStarts(String module, int checksum) throws Exception {
        pretendToHaveRun(module, checksum);
        assertThat(history(module).load().validateWithResult().validationSuccessful)
                .isFalse();
        assertThatCode(() -> history(module)
                        .callbacks(new AmendedMigrations())
                        .load()
                        .validate())
                .doesNotThrowAnyException();
    }

    @Test
    void anyOtherChangeIsStillRefused() throws Exception {
        pretendToHaveRun("people", 4711);
        assertThat(history("people")
                        .callbacks(new AmendedMigrations())
                        .load()
                        .validateWithResult()
                        .validationSuccessful)
                .isFalse();
        pretendToHaveRun("people", -59069613);
        history("people").callbacks(new AmendedMigrations()).load().validate();
    }

    private static FluentConfiguration history(String module) {
        var database = TestDatabase.ofThisRun();
        var owner = database.login(DatabaseRole.OWNER);
        return Flyway.configure()
                .dataSource(database.url(), owner.user(), owner.password())
                .table("flyway_schema_history_" + module)
                .locations("classpath:org/maplebridge/kernel/" + module);
    }

    private static void pretendToHaveRun(String module, int checksum) throws Exception {
        var database = TestDatabase.ofThisRun();
        var owner = database.login(DatabaseRole.OWNER);
        try (var connection = DriverManager.getConnection(database.url(), owner.user(), owner.password());
                var statement = connection.prepareStatement(
                        "update flyway_schema_history_" + module + " set checksum = ? where version = '5'")) {
            statement.setInt(1, checksum);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }
}
