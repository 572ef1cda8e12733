package org.maplebridge.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import org.maplebridge.launch.DataFolder;
import org.maplebridge.launch.DatabaseRole;
import org.maplebridge.launch.EmbeddedPostgres;
import org.maplebridge.launch.PostgresTuning;
import org.maplebridge.launch.RoleSetup;
import org.maplebridge.launch.SecretKeys;
import org.maplebridge.launch.StartSettings;

/// A PostgreSQL of the benchmark's own, set as in earnest: fsync on. Thrown away at the end.
public final class Cluster implements AutoCloseable {

    private final DataFolder data;
    private final EmbeddedPostgres postgres;
    private final RoleSetup roles;

    private Cluster(DataFolder data, EmbeddedPostgres postgres, RoleSetup roles) {
        this.data = data;
        this.postgres = postgres;
        this.roles = roles;
    }

    /// Makes one below the folder for temporary files.
    public static Cluster fresh(PrintStream progress) throws IOException {
        var folder = Files.createTempDirectory("maplebridge-bench");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        var data = DataFolder.openForPostgres(folder);
        var postgres = EmbeddedPostgres.open(data, PostgresTuning.lasting(), progress::println);
        return new Cluster(data, postgres, new RoleSetup(postgres.server(), SecretKeys.in(data.keys(), Map.of())));
    }

    /// The folder with keys and database.
    public Path folder() {
        return data.path();
    }

    /// A database ready for the migrations, with what an application on it is told.
    public StartSettings database(String name) {
        roles.prepare(name, said -> {});
        return StartSettings.of(data, roles, postgres.server().address(name), StartSettings.Mode.SERVER, true);
    }

    /// What a server in another process is told by its environment.
    public Map<String, String> environment(String name) {
        var server = postgres.server();
        return Map.of(
                "MAPLEBRIDGE_DB_URL", server.address(name),
                "MAPLEBRIDGE_DB_USER", server.user(),
                "MAPLEBRIDGE_DB_PASSWORD", server.password());
    }

    /// A copy of a database that nobody is using.
    public void copy(String from, String to) throws SQLException {
        run(
                "postgres",
                "create database " + to + " template " + from + " strategy file_copy owner "
                        + DatabaseRole.OWNER.login());
        run("postgres", "grant connect on database " + to + " to maple_owner, maple_app, maple_job, maple_verifier");
    }

    /// Runs one statement as the superuser.
    public void run(String database, String statement) throws SQLException {
        try (var connection = postgres.server().connect(database);
                var made = connection.createStatement()) {
            made.execute(statement);
        }
    }

    /// A connection as the superuser.
    public Connection superuser(String database) throws SQLException {
        return postgres.server().connect(database);
    }

    /// A connection as one of the program's roles.
    public Connection connect(String database, DatabaseRole role) throws SQLException {
        var login = roles.login(role);
        return DriverManager.getConnection(postgres.server().address(database), login.user(), login.password());
    }

    /// The process of the postmaster.
    public long postmaster() {
        try {
            return Long.parseLong(Files.readAllLines(data.path().resolve("postgres/data/postmaster.pid"))
                    .getFirst());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        try (var files = Files.walk(data.path())) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
