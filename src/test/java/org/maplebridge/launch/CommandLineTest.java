package org.maplebridge.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandLineTest {

    @Test
    void theDataFolderIsTheLaunchersAndTheRestTheErrands() {
        var errand = ErrandCommand.of(List.of("import", "complaints", "a.tsv", "--data", "/d", "--map=m.csv"));
        assertThat(errand.data()).contains(Path.of("/d"));
        assertThat(errand.words()).containsExactly("import", "complaints", "a.tsv", "--map=m.csv");
        assertThat(ErrandCommand.of(List.of("verify", "--data=/e")).data()).contains(Path.of("/e"));
    }

    @Test
    void aFolderThatIsMissingIsNotMadeByAsking() {
        var told = new ByteArrayOutputStream();
        var err = new PrintStream(told, true, StandardCharsets.UTF_8);
        var status = Launch.run(List.of("verify", "--data", "/nowhere/at/all"), System.out, err);
        assertThat(status).isEqualTo(1);
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("/nowhere/at/all")
                .contains("./maplebridge up");
    }

    @Test
    void anExternalDatabaseIsNamedByItsAddress() {
        var there = ExternalDatabase.in(
                        Map.of("MAPLEBRIDGE_DB_URL", "postgresql://db.example:5433/county?sslmode=require"))
                .orElseThrow();
        assertThat(there.server().address(there.database()))
                .isEqualTo("jdbc:postgresql://db.example:5433/county?sslmode=require");
        assertThat(ExternalDatabase.in(Map.of())).isEmpty();
        assertThat(ExternalDatabase.in(Map.of("MAPLEBRIDGE_DB_URL", "jdbc:postgresql://h/postgres"))
                        .orElseThrow()
                        .database())
                .isEqualTo("maplebridge");
    }

    @Test
    void aPasswordInTheAddressIsRefused() {
        assertThatThrownBy(() -> ExternalDatabase.in(Map.of("MAPLEBRIDGE_DB_URL", "postgresql://me:secret@h/db")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("MAPLEBRIDGE_DB_PASSWORD");
    }
}
