package org.maplebridge.launch;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import org.postgresql.PGConnection;

/// Makes the roles and the database before the migrations run, on the embedded server and on an external one alike.
/// Running it again changes nothing.
public final class RoleSetup {

    private static final int OLDEST_VERSION = 180_000;
    /// Any number, the same in every process: two that start at once take turns.
    private static final long TURN = 0x6d61706c65L;
    /// Trusted extensions that migrations need; they can't make them. btree_gist: a room at a time is one thing.
    private static final List<String> EXTENSIONS = List.of("btree_gist");

    private final DatabaseServer server;
    private final SecretKeys keys;

    public RoleSetup(DatabaseServer server, SecretKeys keys) {
        this.server = server;
        this.keys = keys;
    }

    /// Roles and database, ready for the migrations.
    public void prepare(String database, Consumer<String> say) {
        try (var admin = server.connect(entrance(database));
                var statement = admin.createStatement()) {
            refuseOld(admin);
            statement.execute("select pg_advisory_lock(" + TURN + ")");
            for (var role : DatabaseRole.values()) {
                prepareRole(admin, statement, role, database);
            }
            if (!superuser(statement)) {
                statement.execute("grant " + DatabaseRole.OWNER.login() + " to current_user");
            }
            if (!exists(statement, "select from pg_database where datname = '" + database + "'")) {
                say.accept("正在建立数据库 " + database + "…");
                statement.execute("create database " + quoted(database) + " owner " + DatabaseRole.OWNER.login()
                        + " template template0 encoding 'UTF8'");
            }
            closeToOthers(database);
        } catch (SQLException e) {
            throw new Refusal(
                    "准备数据库角色失败（" + server + "）：" + e.getMessage() + "\n  外部数据库的登录需要 CREATEROLE 与 CREATEDB。", e);
        }
    }

    /// An external server may let its administrator into nothing but the database named in the address.
    private String entrance(String database) {
        try (var probe = server.connect("postgres")) {
            return probe.isValid(5) ? "postgres" : database;
        } catch (SQLException e) {
            return database;
        }
    }

    private void refuseOld(Connection admin) throws SQLException {
        var version = admin.getMetaData().getDatabaseProductVersion();
        try (var statement = admin.createStatement();
                var rows = statement.executeQuery("select current_setting('server_version_num')::int")) {
            rows.next();
            if (rows.getInt(1) < OLDEST_VERSION) {
                throw new Refusal("需要 PostgreSQL 18 或更新，" + server.url() + " 是 " + version + "。");
            }
        }
    }

    private void prepareRole(Connection admin, Statement statement, DatabaseRole role, String database)
            throws SQLException {
        var login = role.login();
        if (!exists(statement, "select from pg_roles where rolname = '" + login + "'")) {
            statement.execute("create role " + login + " login nocreatedb nocreaterole");
        }
        var tooMuch = "select from pg_roles where rolname = '" + login + "' and (rolsuper or rolbypassrls)";
        if (exists(statement, tooMuch)) {
            statement.execute("alter role " + login + " nosuperuser nobypassrls");
        }
        if (!signsIn(login, database)) {
            // the driver sends the scram verifier, so that no password reaches a server log
            admin.unwrap(PGConnection.class)
                    .alterUserPassword(login, keys.passwordOf(login).toCharArray(), "scram-sha-256");
        }
    }

    private boolean signsIn(String login, String database) {
        try (var probe = server.connect(database, login, keys.passwordOf(login))) {
            return probe.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    private void closeToOthers(String database) throws SQLException {
        try (var inside = server.connect(database);
                var statement = inside.createStatement()) {
            for (var extension : EXTENSIONS) {
                statement.execute("create extension if not exists " + extension);
            }
            if (exists(statement, "select from pg_database where datname = current_database() and datacl is null")) {
                var name = quoted(database);
                statement.execute("revoke all on database " + name + " from public");
                for (var role : DatabaseRole.values()) {
                    statement.execute("grant connect on database " + name + " to " + role.login());
                }
            }
            statement.execute("revoke all on schema public from public");
        }
    }

    private static boolean superuser(Statement statement) throws SQLException {
        return exists(statement, "select from pg_roles where rolname = current_user and rolsuper");
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /// The role's login for the settings of the application.
    public Login login(DatabaseRole role) {
        return new Login(role.login(), keys.passwordOf(role.login()));
    }

    /// A name and its password.
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }
}
