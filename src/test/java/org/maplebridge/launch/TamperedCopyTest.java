package org.maplebridge.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.maplebridge.fixtures.Wire;
import tools.jackson.databind.JsonNode;

/// A copy of a demo folder is tampered with while the folder is served.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TamperedCopyTest {

    private static final String DOOR = "/api/demo/tamper";
    private static final Path FOLDER = Path.of(
            System.getProperty("java.io.tmpdir"),
            "maplebridge-tamper-" + ProcessHandle.current().pid());
    private static final Path COPY = FOLDER.resolve("tampered-copy");

    private final List<DemoServer> running = new ArrayList<>();
    private final List<Long> left = new ArrayList<>();

    @BeforeAll
    void serve() throws IOException {
        var data = DataFolder.openForPostgres(COPY);
        try (var crashed = Neighbour.doing("database", data)) {
            assertThat(crashed.said()).startsWith("jdbc:");
        }
        left.add(Postmaster.recordedIn(PostgresCluster.in(data)).orElseThrow().pid());
        assertThat(ProcessHandle.of(left.getFirst()))
                .as("killed, it leaves its server behind")
                .isPresent();
        running.add(DemoServer.on(DataFolder.openForPostgres(FOLDER)));
    }

    @AfterAll
    void tidy() throws IOException {
        running.forEach(DemoServer::close);
        PostgresBinaries.remove(FOLDER);
    }

    private Wire nobody() {
        return running.getFirst().nobody();
    }

    private JsonNode matter() {
        return running.getFirst()
                .as("tiaojie")
                .get("/api/matters")
                .body()
                .path("items")
                .path(0);
    }

    private static String id(JsonNode matter) {
        return matter.at("/matter/id").asString(matter.path("id").asString(""));
    }

    /// Hash and stage of every entry.
    private List<String> trail(String matter) {
        var entries = running.getFirst().as("tiaojie").get("/api/matters/" + matter + "/trail");
        return entries.body()
                .path("items")
                .valueStream()
                .map(entry -> entry.path("hash").asString("") + entry.path("stageTitle"))
                .toList();
    }

    private static String verifyOfTheFolder() {
        var told = new ByteArrayOutputStream();
        var out = new PrintStream(told, true, StandardCharsets.UTF_8);
        int status = Launch.run(List.of("verify", "--data", FOLDER.toString()), out, System.err);
        return status + " " + told.toString(StandardCharsets.UTF_8);
    }

    @Test
    @Order(1)
    void whatACrashLeftBehindIsGoneAfterTheNextStartAndItsServerToo() {
        assertThat(COPY).doesNotExist();
        ProcessHandle.of(left.getFirst())
                .ifPresent(server ->
                        server.onExit().orTimeout(30, TimeUnit.SECONDS).join());
    }

    @Test
    @Order(2)
    void verifyNamesTheChangedEntryAndTheFolderStaysWhole() throws Exception {
        var matter = id(matter());
        var before = trail(matter);
        var first = CompletableFuture.supplyAsync(() -> nobody().post(DOOR, Map.of("matter", matter)));
        untilTheCopyIsThere();
        var second = nobody().post(DOOR, Map.of("matter", matter));
        assertThat(second.status()).as(second.toString()).isEqualTo(409);
        assertThat(second.text("detail")).contains("一次只做一份");

        var found = first.get(300, TimeUnit.SECONDS);
        assertThat(found.status()).as(found.toString()).isEqualTo(200);
        var changed = found.body().path("changed");
        assertThat(changed.path("before").asString(""))
                .isNotEqualTo(changed.path("after").asString(""));
        assertThat(changed.path("statement").asString(""))
                .contains(
                        matter,
                        changed.path("field").asString("-"),
                        changed.path("after").asString("-"));
        assertThat(found.text("command")).isEqualTo("./maplebridge verify --data " + COPY);
        assertThat(found.body().path("status").asInt(0)).isEqualTo(1);
        var named = "事项 " + matter + " 第 " + changed.path("entry").asInt(0) + " 条";
        assertThat(found.text("output").lines().filter(line -> line.startsWith("  ")))
                .as("it names this entry, and nothing else")
                .isNotEmpty()
                .allMatch(line -> line.startsWith("  " + named + "："))
                .anyMatch(line -> line.contains("内容与它的哈希对不上"));

        assertThat(COPY).doesNotExist();
        assertThat(trail(matter)).isNotEmpty().isEqualTo(before);
        assertThat(verifyOfTheFolder()).startsWith("0 ").contains("全部对得上");
    }

    private static void untilTheCopyIsThere() throws InterruptedException {
        for (int i = 0; i < 600 && !Files.exists(COPY); i++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(COPY).exists();
    }

    @Test
    @Order(3)
    void onlyWhoSitsAtTheMachineMayAndOnlyWithAMatterThatIsThere() {
        var passedOn = nobody().with("X-Forwarded-For", "192.0.2.7").post(DOOR, Map.of("matter", id(matter())));
        assertThat(passedOn.status()).as(passedOn.toString()).isEqualTo(403);
        assertThat(passedOn.text("detail")).contains("这台机器");
        for (String unknown : List.of(UUID.randomUUID().toString(), "枫桥2026-999999")) {
            var answer = nobody().post(DOOR, Map.of("matter", unknown));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(404);
        }
        var empty = nobody().post(DOOR, Map.of());
        assertThat(empty.status()).as(empty.toString()).isEqualTo(422);
        assertThat(empty.body().at("/fields/0/name").asString("")).isEqualTo("matter");
        assertThat(COPY).doesNotExist();
    }

    @Test
    @Order(4)
    void whereTheDatabaseIsSomebodyElsesNothingIsCopied(@TempDir Path home) {
        var there = Map.of("MAPLEBRIDGE_DB_URL", "postgresql://db.example/county");
        try (var copy = new TamperedCopy(DataFolder.open(home), there)) {
            assertThat(copy.of(UUID.randomUUID())).isInstanceOf(TamperedCopy.Outcome.Elsewhere.class);
        }
    }

    @Test
    @Order(5)
    void onAFullDiskNothingIsBegun() {
        try (var copy = new TamperedCopy(DataFolder.open(FOLDER), Map.of(), path -> 200L << 20)) {
            assertThat(copy.of(UUID.randomUUID())).isInstanceOfSatisfying(TamperedCopy.Outcome.NoRoom.class, room -> {
                assertThat(room.freeMegabytes()).isEqualTo(200);
                assertThat(room.neededMegabytes()).isGreaterThan(300);
            });
        }
        assertThat(COPY).doesNotExist();
    }

    /// The last: it stops the server.
    @Test
    @Order(6)
    void aServerThatIsStoppedMeanwhileLeavesNoCopy() throws Exception {
        var matter = id(matter());
        var asked = CompletableFuture.supplyAsync(() -> nobody().post(DOOR, Map.of("matter", matter)));
        untilTheCopyIsThere();
        running.getFirst().close();
        assertThat(asked.handle((answer, failure) -> failure == null ? answer.status() : 503)
                        .get(60, TimeUnit.SECONDS))
                .isEqualTo(503);
        assertThat(COPY).doesNotExist();
        assertThat(EmbeddedPostgres.running(new DataFolder(FOLDER)))
                .as("the folder's own server is stopped as ever")
                .isEmpty();
    }
}
