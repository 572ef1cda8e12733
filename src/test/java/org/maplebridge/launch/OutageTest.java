package org.maplebridge.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.maplebridge.fixtures.Apart;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.ground.Canonical;

/// The database, set to lose nothing, is killed, and its disk runs full, below an application that serves. Needs a
/// process and a cluster of its own; the full disk needs a small file system, which only root may mount.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OutageTest {

    private static final Path FOLDER = Path.of(
            System.getProperty("java.io.tmpdir"),
            "maplebridge-outage-" + ProcessHandle.current().pid());
    private static final String DATABASE = "maplebridge";
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private final List<EmbeddedPostgres> clusters = new ArrayList<>();
    private final List<Apart> running = new ArrayList<>();
    private final List<Wire> officers = new ArrayList<>();
    private boolean small;

    @BeforeAll
    void serve(@TempDir Path home) throws IOException {
        Files.createDirectories(FOLDER);
        small = OsUser.isRoot()
                && Program.run(
                                home,
                                10,
                                List.of("mount", "-t", "tmpfs", "-o", "size=640m,mode=755", "tmpfs", "" + FOLDER))
                        .worked();
        var data = DataFolder.openForPostgres(FOLDER);
        var postgres = EmbeddedPostgres.open(data, PostgresTuning.lasting(), System.err::println);
        clusters.add(postgres);
        var roles = new RoleSetup(postgres.server(), SecretKeys.in(data.keys(), Map.of()));
        roles.prepare(DATABASE, System.err::println);
        var settings = StartSettings.of(
                        data, roles, postgres.server().address(DATABASE), StartSettings.Mode.TEST, false)
                .with(Map.of("maple.db.wait-millis", 2_000));
        running.add(Apart.start(home, "", settings, "ren", "town", "disputes.dispatcher"));
        officers.add(running.getFirst().nobody().as("ren"));
    }

    @AfterAll
    void tidy(@TempDir Path home) throws IOException {
        running.forEach(Apart::close);
        clusters.forEach(EmbeddedPostgres::close);
        if (small) {
            assertThat(Program.run(home, 10, List.of("umount", "-l", "" + FOLDER))
                            .worked())
                    .isTrue();
        }
        PostgresBinaries.remove(FOLDER);
    }

    private Wire.Answer report(String words, UUID key) {
        var said = new HashMap<String, Object>(Map.of(
                "words", words, "area", County.TOWN, "occurredAt", "2025-01-02T08:00:00+08:00", "source", "PATROL"));
        var ren = officers.getFirst();
        return ren.send(ren.request("/api/scenes/disputes")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key.toString())
                .POST(HttpRequest.BodyPublishers.ofString(Canonical.text(said))));
    }

    private static void saysThatItWillPass(Wire.Answer answer) {
        assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.header("Retry-After")).isPresent();
        for (String part : List.of("title", "detail", "next")) {
            assertThat(answer.text(part)).containsPattern("\\p{IsHan}{2}");
        }
        assertThat(answer.text("rule")).startsWith("ground.d");
        assertThat(answer.text("next")).contains("Idempotency-Key");
        assertThat(answer.raw().body()).doesNotContainIgnoringCase("sql").doesNotContain("postgres");
    }

    /// Knocks until it is served again; what it says meanwhile must be right too.
    private Wire.Answer untilServed(String words, UUID key) throws InterruptedException {
        var end = Instant.now().plus(LONGEST);
        var answer = report(words, key);
        while (answer.status() != 201 && Instant.now().isBefore(end)) {
            saysThatItWillPass(answer);
            Thread.sleep(500);
            answer = report(words, key);
        }
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer;
    }

    private void untilHealthy() throws InterruptedException {
        var end = Instant.now().plus(LONGEST);
        var health = running.getFirst().nobody().get("/api/health");
        while (health.status() != 200 && Instant.now().isBefore(end)) {
            Thread.sleep(500);
            health = running.getFirst().nobody().get("/api/health");
        }
        assertThat(health.text("status")).isEqualTo("UP");
    }

    private List<Long> rows() throws SQLException {
        var found = new ArrayList<Long>();
        try (var admin = clusters.getFirst().server().connect(DATABASE);
                var statement = admin.createStatement()) {
            for (String table :
                    List.of("matters.matter", "trail.entry", "disputes.dispute", "tasks.task", "matters.code")) {
                try (var row = statement.executeQuery("select count(*) from " + table)) {
                    row.next();
                    found.add(row.getLong(1));
                }
            }
        }
        return found;
    }

    @Test
    @Order(1)
    void aKilledDatabaseIsMissedAndComesBack() throws Exception {
        assertThat(report("一切正常的时候", UUID.randomUUID()).status()).isEqualTo(201);
        var before = rows();
        var postmaster = Postmaster.recordedIn(FOLDER.resolve("postgres/data")).orElseThrow();
        var process = ProcessHandle.of(postmaster.pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();

        var key = UUID.randomUUID();
        var missed = report("数据库不在的时候", key);
        assertThat(missed.status()).as(missed.toString()).isEqualTo(503);
        saysThatItWillPass(missed);
        var stranger = running.getFirst().nobody().signIn("ren", County.PASSWORD);
        assertThat(stranger.status()).isEqualTo(503);
        saysThatItWillPass(stranger);
        var health = running.getFirst().nobody().get("/api/health");
        assertThat(health.status()).isEqualTo(503);
        assertThat(health.text("status")).isEqualTo("DOWN");

        DatabaseWatch.over(clusters.getFirst(), System.err::println);
        var served = untilServed("数据库不在的时候", key);
        assertThat(untilServed("数据库不在的时候", key).text("matter.id")).isEqualTo(served.text("matter.id"));
        assertThat(rows()).isEqualTo(before.stream().map(count -> count + 1).toList());
        untilHealthy();
    }

    @Test
    @Order(2)
    void aFullDiskIsToldAndWaitedFor() throws Exception {
        assumeTrue(small, "no file system of its own: not root, or not allowed to mount");
        var before = rows();
        var filler = FOLDER.resolve("filler");
        fill(filler);
        var key = UUID.randomUUID();
        var refused = report("满了", key);
        long made = 0;
        while (refused.status() == 201) {
            made++;
            assertThat(made).as("the disk never got full").isLessThan(5_000);
            key = UUID.randomUUID();
            refused = report("写到满为止。" + "满".repeat(9_000), key);
        }
        assertThat(refused.status()).as(refused.toString()).isIn(503, 507);
        saysThatItWillPass(refused);
        assertThat(running.getFirst().nobody().get("/api/public/scenes").status())
                .isEqualTo(200);

        Files.delete(filler);
        untilServed("写到满为止。" + "满".repeat(9_000), key);
        long all = made + 1;
        assertThat(rows()).isEqualTo(before.stream().map(count -> count + all).toList());
        untilHealthy();
    }

    /// Takes every byte that is left.
    private static void fill(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int size = 1 << 20; size >= 512; size /= 2) {
                try {
                    while (channel.write(ByteBuffer.allocate(size)) > 0) {
                        assertThat(channel.size()).isLessThan(1L << 30);
                    }
                } catch (IOException full) {
                    assertThat(full).hasMessageContaining("No space left");
                }
            }
        }
    }
}
