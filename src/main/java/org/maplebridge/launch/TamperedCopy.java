package org.maplebridge.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Shows what becomes of a trail that somebody changes who may do everything: copies the folder, changes one word of
/// one entry there as the database's superuser, lets `verify` look at the copy, and throws it away. The folder
/// itself is only read. For demonstration, with the embedded database.
public final class TamperedCopy implements AutoCloseable {

    private static final String FOLDER = "tampered-copy";
    private static final String FIELD = "stage";
    /// How what `verify` found begins.
    private static final String COUNTED = "核验了 ";
    private static final String STOPPING = "服务器正在停止。";
    private static final long LONGEST_SECONDS = 300;
    private static final long LONGEST_STOP_SECONDS = 60;

    private static final String LAST_ENTRY =
            "select seq, scene, stage from trail.entry where matter = ? order by seq desc limit 1";

    /// A word that could have stood there: best one of the same kind of matter, from as late in its life as there is.
    private static final String ANOTHER_STAGE = """
        select stage
          from trail.entry
         where stage <> ?
         group by stage
         order by bool_or(scene = ?) desc, max(seq) desc, stage
         limit 1\
        """;

    private final DataFolder data;
    private final Map<String, String> environment;
    private final ToLongFunction<Path> free;
    private final Semaphore turn = new Semaphore(1);
    private volatile boolean ended;
    private volatile @Nullable Process verifying;

    /// @param environment tells whether the database is somebody else's
    public TamperedCopy(DataFolder data, Map<String, String> environment) {
        this(data, environment, TamperedCopy::usable);
    }

    /// @param free how many bytes there is room for at a path
    TamperedCopy(DataFolder data, Map<String, String> environment, ToLongFunction<Path> free) {
        this.data = data;
        this.environment = environment;
        this.free = free;
    }

    /// What came of it.
    public sealed interface Outcome {

        /// @param command what one would type
        /// @param output every word it said
        /// @param status its exit status, 1 when something doesn't agree
        record Found(Change changed, String command, String output, int status, Duration took) implements Outcome {}

        /// Another one is at it.
        record Busy() implements Outcome {}

        /// The copy would not fit.
        record NoRoom(long neededMegabytes, long freeMegabytes) implements Outcome {}

        /// The database is not in this folder.
        record Elsewhere() implements Outcome {}
    }

    /// What was changed behind the program's back.
    ///
    /// @param entry its number in the matter's trail
    /// @param field the column
    /// @param statement what the superuser sent
    public record Change(int entry, String field, String before, String after, String statement) {}

    /// Changes a word of the last entry of a matter in a copy, and lets it be verified.
    ///
    /// @throws Refusal if copy or database can't be worked with
    public Outcome of(UUID matter) {
        if (ExternalDatabase.in(environment).isPresent()) {
            return new Outcome.Elsewhere();
        }
        if (!turn.tryAcquire()) {
            return new Outcome.Busy();
        }
        try {
            refuseWhenEnded();
            deleteLeftover();
            var needed = room();
            var there = free.applyAsLong(data.path());
            return there < needed ? new Outcome.NoRoom(needed >> 20, there >> 20) : inCopy(matter);
        } catch (IOException | SQLException e) {
            throw new Refusal("篡改用的副本没有做成（" + e.getMessage() + "）", e);
        } finally {
            deleteQuietly();
            turn.release();
        }
    }

    /// Deletes what a crash left behind; only by the one server of the folder.
    public void deleteAbandoned() {
        if (turn.tryAcquire()) {
            deleteQuietly();
            turn.release();
        }
    }

    /// Breaks off what is under way, and waits until its copy is gone.
    @Override
    public void close() {
        ended = true;
        var process = verifying;
        if (process != null) {
            process.destroyForcibly();
        }
        try {
            if (turn.tryAcquire(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
                turn.release();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Path folder() {
        return data.path().resolve(FOLDER);
    }

    private long room() throws IOException {
        var cluster = PostgresCluster.in(data);
        return DataFolder.LEAST_FREE_BYTES + (Files.exists(cluster) ? ClusterCopy.bytes(cluster) : 0);
    }

    private static long usable(Path path) {
        try {
            return Files.getFileStore(path).getUsableSpace();
        } catch (IOException e) {
            throw new Refusal("读不到磁盘余量：" + path + "（" + e + "）", e);
        }
    }

    private Outcome inCopy(UUID matter) throws IOException, SQLException {
        long began = System.nanoTime();
        var copy = copied();
        // nobody will miss it: it needs to survive nothing
        try (var postgres = EmbeddedPostgres.open(copy, PostgresTuning.passing(), said -> {})) {
            var changed = tampered(postgres.server(), matter);
            var said = copy.path().resolve("verify.txt");
            int status = verified(copy, said);
            var output = new String(Files.readAllBytes(said), StandardCharsets.UTF_8);
            refuseUnfinished(status, output);
            var took = Duration.ofNanos(System.nanoTime() - began);
            return new Outcome.Found(changed, "./maplebridge verify --data " + copy.path(), output, status, took);
        }
    }

    /// Its status is 1 too where it could not begin: only what it counted tells.
    private static void refuseUnfinished(int status, String output) {
        if (!output.contains(COUNTED)) {
            throw new Refusal("核验没有跑完（退出码 " + status + "）：\n" + output.strip());
        }
    }

    /// Database, keys and kind; nothing else is asked by `verify`.
    private DataFolder copied() throws IOException, SQLException {
        var original = EmbeddedPostgres.running(data).orElseThrow(() -> new Refusal("数据文件夹的数据库没有在运行：" + data.path()));
        Files.createDirectory(folder());
        // the user that PostgreSQL runs as must come through, as through the folder around it
        Files.setPosixFilePermissions(folder(), Files.getPosixFilePermissions(data.path()));
        var copy = DataFolder.open(folder());
        try (var keys = Files.newDirectoryStream(data.keys(), Files::isRegularFile)) {
            for (var key : keys) {
                Files.copy(key, copy.keys().resolve(key.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        Files.copy(data.path().resolve("kind"), copy.path().resolve("kind"));
        Files.createDirectories(copy.postgres().resolve("log"));
        ClusterCopy.make(original, PostgresCluster.in(data), PostgresCluster.in(copy));
        OsUser.forPostgres().own(copy.postgres());
        return copy;
    }

    private static Change tampered(DatabaseServer server, UUID matter) throws SQLException {
        try (var insider = server.connect(Node.DATABASE);
                var last = insider.prepareStatement(LAST_ENTRY)) {
            last.setObject(1, matter);
            try (var row = last.executeQuery()) {
                if (!row.next()) {
                    throw new Refusal("这件事项没有轨迹：" + matter);
                }
                var entry = row.getInt("seq");
                var before = row.getString("stage");
                var after = another(insider, row.getString("scene"), before).orElse("CLOSED");
                var statement = "update trail.entry set %s = '%s' where matter = '%s' and seq = %d"
                        .formatted(FIELD, after, matter, entry);
                try (var changing = insider.createStatement()) {
                    changing.executeUpdate(statement);
                }
                return new Change(entry, FIELD, before, after, statement);
            }
        }
    }

    private static Optional<String> another(Connection insider, String scene, String before) throws SQLException {
        try (var asked = insider.prepareStatement(ANOTHER_STAGE)) {
            asked.setString(1, before);
            asked.setString(2, scene);
            try (var row = asked.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    private int verified(DataFolder copy, Path said) throws IOException {
        var words = List.of("verify", "--data", copy.path().toString());
        var process = new ProcessBuilder(OwnProgram.running(words))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .start();
        verifying = process;
        try {
            refuseWhenEnded();
            boolean finished = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
            refuseWhenEnded();
            if (!finished) {
                throw new Refusal("核验超过 " + LONGEST_SECONDS + " 秒没有结束。");
            }
            return process.exitValue();
        } catch (InterruptedException stopped) {
            // whoever stops us waits for the copy to be gone: what follows must not be interrupted as well
            throw new Refusal(STOPPING, stopped);
        } finally {
            verifying = null;
            process.destroyForcibly().onExit().join();
        }
    }

    private void refuseWhenEnded() {
        if (ended) {
            throw new Refusal(STOPPING);
        }
    }

    private void deleteLeftover() throws IOException {
        if (Files.exists(folder())) {
            EmbeddedPostgres.stop(new DataFolder(folder()));
            PostgresBinaries.remove(folder());
        }
    }

    /// Whatever stays is deleted by the next try, or at the next start.
    private void deleteQuietly() {
        try {
            deleteLeftover();
        } catch (IOException | RuntimeException e) {
            System.err.println("删不掉篡改用的副本 " + folder() + "：" + e.getMessage());
        }
    }
}
