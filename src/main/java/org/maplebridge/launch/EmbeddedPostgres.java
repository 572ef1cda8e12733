package org.maplebridge.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;

/// The PostgreSQL inside a data folder, shared by every process that works on that folder: the first starts it, the
/// last stops it. Each user holds a shared lock on a file; locks die with their process, so a killed program leaves
/// no count behind, and a server it orphaned is taken over by the next.
public final class EmbeddedPostgres implements AutoCloseable {

    static final String SUPERUSER = "postgres";

    private final PostgresCluster cluster;
    private final Path gate;
    private final FileChannel users;
    private FileLock mine;
    private final DatabaseServer server;

    private EmbeddedPostgres(
            PostgresCluster cluster, Path gate, FileChannel users, FileLock mine, DatabaseServer server) {
        this.cluster = cluster;
        this.gate = gate;
        this.users = users;
        this.mine = mine;
        this.server = server;
    }

    /// Starts the folder's server, or joins the one that runs.
    public static EmbeddedPostgres open(DataFolder data, PostgresTuning tuning, Consumer<String> say) {
        var environment = System.getenv();
        var user = OsUser.forPostgres();
        if (user.isOther()) {
            data.refuseWhenClosedToOthers();
        }
        var binaries = PostgresBinaries.unpacked(environment);
        var password = SecretKeys.in(data.keys(), environment).superuserPassword();
        var cluster = new PostgresCluster(data, binaries, tuning, user, say);
        var gate = data.path().resolve("postgres.gate");
        try (var turnstile = Turnstile.pass(gate)) {
            turnstile.held();
            var running = cluster.running();
            int port;
            if (running.isPresent()) {
                port = running.get().port();
            } else {
                data.refuseWhenFull();
                cluster.create(password);
                say.accept("正在启动数据库…");
                port = cluster.start();
            }
            var server = new DatabaseServer("jdbc:postgresql://127.0.0.1:" + port, SUPERUSER, password);
            refuseStranger(server, data);
            var users = FileChannel.open(
                    data.path().resolve("postgres.users"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            return new EmbeddedPostgres(cluster, gate, users, users.lock(0, Long.MAX_VALUE, true), server);
        } catch (IOException e) {
            throw new Refusal("数据文件夹的锁用不了：" + data.path() + "（" + e + "）", e);
        }
    }

    /// A server on that port which does not know our password, or serves another folder, is not ours.
    private static void refuseStranger(DatabaseServer server, DataFolder data) {
        try (var connection = server.connect("postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("show data_directory")) {
            rows.next();
            var served = Path.of(rows.getString(1));
            if (!served.startsWith(data.postgres())) {
                throw new Refusal(server.url() + " 上的数据库属于另一个文件夹：" + served);
            }
        } catch (SQLException e) {
            throw new Refusal(
                    "连不上数据文件夹的数据库 " + server.url() + "：" + e.getMessage() + "\n  密钥文件 " + data.keys()
                            + " 与数据不是一套，或连接已满。",
                    e);
        }
    }

    public DatabaseServer server() {
        return server;
    }

    /// The server of a folder while somebody keeps it running; for a visit, and in the same process too.
    static Optional<DatabaseServer> running(DataFolder data) {
        var cluster = PostgresCluster.in(data);
        return Postmaster.recordedIn(cluster)
                .filter(postmaster -> postmaster.lives(cluster))
                .map(postmaster -> new DatabaseServer(
                        "jdbc:postgresql://127.0.0.1:" + postmaster.port(),
                        SUPERUSER,
                        SecretKeys.in(data.keys(), System.getenv()).superuserPassword()));
    }

    /// Stops the server of a folder that is to be deleted, whoever left it behind.
    static void stop(DataFolder data) {
        var cluster = PostgresCluster.in(data);
        if (Postmaster.recordedIn(cluster).filter(left -> left.lives(cluster)).isPresent()) {
            new PostgresCluster(
                            data,
                            PostgresBinaries.unpacked(System.getenv()),
                            PostgresTuning.passing(),
                            OsUser.forPostgres(),
                            System.err::println)
                    .stop();
        }
    }

    /// Starts the server again, on its old port, when its process is gone.
    synchronized void reviveWhenDead(Consumer<String> say) {
        if (!users.isOpen() || cluster.running().isPresent()) {
            return;
        }
        try (var turnstile = Turnstile.pass(gate)) {
            turnstile.held();
            if (cluster.running().isEmpty()) {
                say.accept("数据库停了，正在重新启动…");
                var port = cluster.start();
                if (!server.url().endsWith(":" + port)) {
                    throw new Refusal("数据库的端口被别的程序占用，只好换到 " + port + "：请重新启动枫桥。");
                }
                say.accept("数据库已恢复。");
            }
        } catch (IOException e) {
            throw new Refusal("数据文件夹的锁用不了（" + e + "）", e);
        }
    }

    /// Stops the server unless somebody else still works with it.
    @Override
    public synchronized void close() {
        if (!users.isOpen()) {
            return;
        }
        try (var turnstile = Turnstile.pass(gate)) {
            turnstile.held();
            mine.release();
            var alone = users.tryLock();
            if (alone != null) {
                mine = alone;
                cluster.stop();
            }
            users.close();
        } catch (IOException e) {
            throw new Refusal("停数据库时出错（" + e + "）", e);
        }
    }

    /// One process at a time decides about starting and stopping.
    private record Turnstile(FileChannel channel, FileLock lock) implements AutoCloseable {

        static Turnstile pass(Path file) throws IOException {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return new Turnstile(channel, channel.lock());
        }

        void held() {
            if (!lock.isValid()) {
                throw new IllegalStateException("the lock was lost");
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
