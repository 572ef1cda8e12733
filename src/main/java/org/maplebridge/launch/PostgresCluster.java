package org.maplebridge.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/// One PostgreSQL cluster in a data folder: made, started, stopped. Who may do so and when is
/// [EmbeddedPostgres]' business.
final class PostgresCluster {

    private static final int FIRST_PORT = 20_000;
    private static final int LAST_PORT = 30_000;

    private final PostgresBinaries binaries;
    private final PostgresTuning tuning;
    private final OsUser user;
    private final Path folder;
    private final Path cluster;
    private final Consumer<String> say;

    PostgresCluster(
            DataFolder data, PostgresBinaries binaries, PostgresTuning tuning, OsUser user, Consumer<String> say) {
        this.binaries = binaries;
        this.tuning = tuning;
        this.user = user;
        this.folder = data.postgres();
        this.cluster = in(data);
        this.say = say;
    }

    /// Where the cluster of a folder is.
    static Path in(DataFolder data) {
        return data.postgres().resolve("data");
    }

    /// Makes the cluster unless it is there. A break half way leaves nothing that looks finished.
    void create(String superuserPassword) {
        try {
            Files.createDirectories(folder);
            if (Files.exists(cluster.resolve("PG_VERSION"))) {
                refuseOtherMajor();
                return;
            }
            say.accept("第一次使用：正在建立数据库（约 5 秒）…");
            var draft = folder.resolve("data.new");
            PostgresBinaries.remove(draft);
            var secret = Files.createTempFile(
                    folder,
                    "pw",
                    ".tmp",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                Files.writeString(secret, superuserPassword + "\n");
                Files.createDirectories(folder.resolve("log"));
                user.own(folder);
                initialise(draft, secret);
            } finally {
                Files.deleteIfExists(secret);
            }
            Files.move(draft, cluster, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Refusal("建不了数据库文件夹 " + folder + "（" + e + "）", e);
        }
    }

    private void initialise(Path draft, Path secret) throws IOException {
        var command = new ArrayList<>(List.of(
                binaries.program("initdb").toString(),
                "--pgdata=" + draft,
                "--username=" + EmbeddedPostgres.SUPERUSER,
                "--pwfile=" + secret,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin", // the same order on every machine, whatever its C library
                "--builtin-locale=C.UTF-8",
                "--data-checksums",
                "--no-instructions"));
        if (!tuning.durable()) {
            command.add("--no-sync");
        }
        var outcome = Program.run(folder, 180, user.running(command));
        if (!outcome.worked()) {
            throw new Refusal("建立数据库失败：\n" + outcome.output().strip() + hint(outcome.output()));
        }
        Files.writeString(draft.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        var main = draft.resolve("postgresql.conf");
        Files.writeString(main, Files.readString(main) + "\ninclude_if_exists = 'maplebridge.conf'\n");
    }

    private void refuseOtherMajor() throws IOException {
        var major = Files.readString(cluster.resolve("PG_VERSION")).strip();
        if (!major.equals(PostgresBinaries.MAJOR)) {
            throw new Refusal("数据文件夹里是 PostgreSQL " + major + " 的数据，本程序用 " + PostgresBinaries.MAJOR + "：" + cluster
                    + "\n  请用当时的版本 backup，再用本版本 restore；或换一个文件夹（--data DIR）。");
        }
    }

    /// The server of this folder, when it runs.
    Optional<Postmaster> running() {
        return Postmaster.recordedIn(cluster).filter(postmaster -> postmaster.lives(cluster));
    }

    int start() {
        try {
            // what a stopped machine left behind would keep PostgreSQL from starting when the pid is in use again
            Files.deleteIfExists(cluster.resolve("postmaster.pid"));
            for (var attempt = 1; ; attempt++) {
                var port = port(attempt > 1);
                var written = cluster.resolve("maplebridge.conf");
                Files.writeString(written, tuning.configuration(port));
                user.own(written);
                var log = folder.resolve("start.log");
                Files.deleteIfExists(log);
                var outcome = Program.run(
                        folder,
                        660,
                        user.running(List.of(
                                binaries.program("pg_ctl").toString(),
                                "start",
                                "--silent",
                                "--wait",
                                "--timeout=600",
                                "--pgdata=" + cluster,
                                "--log=" + log)));
                if (outcome.worked()) {
                    return port;
                }
                var why = outcome.output() + (Files.exists(log) ? Files.readString(log) : "");
                if (!why.contains("Address already in use") || attempt == 5) {
                    throw new Refusal("数据库起不来：\n" + lastLines(why) + lastLines(newestLog()) + hint(why + newestLog()));
                }
            }
        } catch (IOException e) {
            throw new Refusal("数据库起不来（" + e + "）" + hint(e.toString()), e);
        }
    }

    void stop() {
        var outcome = Program.run(
                folder,
                130,
                user.running(List.of(
                        binaries.program("pg_ctl").toString(),
                        "stop",
                        "--silent",
                        "--wait",
                        "--timeout=120",
                        "--mode=fast",
                        "--pgdata=" + cluster)));
        if (!outcome.worked() && running().isPresent()) {
            say.accept("数据库没有按时停下：" + outcome.output().strip());
        }
    }

    /// The port of last time when it is free, so that tools outside keep their settings.
    private int port(boolean another) throws IOException {
        var file = folder.resolve("port");
        if (!another && Files.exists(file)) {
            var last = Integer.parseInt(Files.readString(file).strip());
            if (isFree(last)) {
                return last;
            }
        }
        for (var i = 0; i < 200; i++) {
            var port = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT);
            if (isFree(port)) {
                Files.writeString(file, port + "\n");
                return port;
            }
        }
        throw new Refusal("在 " + FIRST_PORT + "–" + LAST_PORT + " 之间找不到空闲端口给数据库。");
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private String newestLog() throws IOException {
        var logs = folder.resolve("log");
        if (!Files.isDirectory(logs)) {
            return "";
        }
        try (var files = Files.list(logs)) {
            var newest = files.max(
                    (a, b) -> Long.compare(a.toFile().lastModified(), b.toFile().lastModified()));
            return newest.isPresent() ? Files.readString(newest.get()) : "";
        }
    }

    private static String lastLines(String text) {
        var lines = text.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size())) + "\n";
    }

    private static String hint(String why) {
        if (why.contains("No space left")) {
            return "\n  磁盘满了：请清出空间后再启动；已提交的数据不会丢。";
        }
        if (why.contains("Permission denied")) {
            return "\n  权限不够：请检查数据文件夹及其上级的属主和权限。";
        }
        return "";
    }
}
