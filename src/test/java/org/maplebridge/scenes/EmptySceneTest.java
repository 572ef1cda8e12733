package org.maplebridge.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.maplebridge.fixtures.Alone;
import org.maplebridge.fixtures.Apart;
import org.maplebridge.fixtures.TestDatabase;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.launch.DatabaseRole;

/// A folder on the class path is all it takes: module, migration, interface, form and drawing come with it. It is what
/// `new scene` writes. The application runs in a process of its own, on an empty database.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmptySceneTest {

    private final List<Apart> running = new ArrayList<>();
    private Path checkout = Path.of("");
    private Path classes = Path.of("");
    private final TreeSet<String> before = new TreeSet<>();
    private String database = "";

    @BeforeAll
    void addTheFolder(@TempDir Path home) throws IOException {
        checkout = EmptyScene.checkout(home);
        before.addAll(EmptyScene.files(checkout));
        classes = EmptyScene.compiled(checkout);
        database = TestDatabase.ofThisRun().scratch();
        var settings = TestDatabase.ofThisRun().settings(database);
        running.add(Apart.start(home, classes + ":", settings, "wen", "town", "greeting.officer"));
    }

    @AfterAll
    void end() {
        running.forEach(Apart::close);
    }

    private Wire wen() {
        return running.getFirst().nobody().as("wen");
    }

    @Test
    void itIsAModuleAmongTheOthers() {
        assertThat(running.getFirst().told())
                .contains(Alone.MODULE + "greeting", Alone.MODULE + "disputes", Alone.MODULE + "matters");
    }

    @Test
    void itsMigrationRan() throws SQLException {
        var owner = TestDatabase.ofThisRun().login(DatabaseRole.OWNER);
        try (var connection = DriverManager.getConnection(database, owner.user(), owner.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from flyway_schema_history_greeting"
                        + " where success and type = 'SQL' and script = 'V1__greeting.sql'")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(1);
        }
    }

    @Test
    void itsFormAndItsMovesAreServed() {
        var scene = wen().get("/api/scenes")
                .body()
                .path("items")
                .valueStream()
                .filter(each -> each.path("name").asString("").equals("greeting"))
                .findFirst()
                .orElseThrow();
        assertThat(scene.path("title").asString("")).isEqualTo("问候");
        assertThat(scene.at("/open/properties/words/title").asString("")).isEqualTo("说说情况");
        assertThat(scene.at("/open/properties/title/maxLength").asInt(0)).isEqualTo(60);
        assertThat(scene.at("/open/required").size()).isEqualTo(2);
        assertThat(scene.at("/moves/0/verb").asString("")).isEqualTo("take");
        assertThat(scene.at("/moves/0/to").asString("")).isEqualTo("TAKEN");
        assertThat(scene.at("/moves/0/schema/properties/plan/title").asString(""))
                .isEqualTo("打算怎么办");
        assertThat(wen().get("/api/openapi.json").raw().body()).isNotEmpty();
    }

    @Test
    void aMatterIsOpenedShownAndMoved() {
        var wen = wen();
        var refused = wen.post("/api/scenes/greeting", Map.of("title", "您".repeat(61), "words", "您好"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/fields/0/name").asString("")).isEqualTo("title");
        var opened = wen.post("/api/scenes/greeting", Map.of("title", "问一声", "words", "您好"));
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        var id = opened.text("matter.id");
        var page = wen.get("/api/matters/" + id);
        assertThat(page.text("words")).isEqualTo("您好");
        assertThat(page.text("stageTitle")).isEqualTo("已登记");
        assertThat(wen.get("/api/matters/" + id + "/deadlines").body().at("/items/0/term"))
                .hasToString("\"1 个工作日\"");
        assertThat(wen.move(id, "take", Map.of()).text("stage")).isEqualTo("TAKEN");
        var moved = wen.move(id, "finish", Map.of("result", "您也好"));
        assertThat(moved.status()).as(moved.toString()).isEqualTo(200);
        assertThat(moved.text("stage")).isEqualTo("DONE");
        assertThat(wen.get("/api/matters/" + id + "/trail")
                        .body()
                        .at("/items/0/verbTitle")
                        .asString(""))
                .isEqualTo("办结");
    }

    /// The command says what it wrote, and beside that leaves everything as it was.
    @Test
    void theCommandChangesNoOtherFileAndIsRefusedWhereItWould() throws IOException {
        var after = EmptyScene.files(checkout);
        var added = new TreeSet<>(after);
        added.removeAll(before);
        added.removeIf(file -> file.startsWith("classes/") || file.startsWith("test-classes/"));
        assertThat(after).containsAll(before);
        assertThat(added)
                .hasSize(12)
                .allMatch(file -> file.contains("greeting"))
                .contains(
                        "docs/lifecycles/greeting.md",
                        "src/test/java/org/maplebridge/scenes/greeting/GreetingScenarioTest.java");
        var again = EmptyScene.told(checkout, "scene", "greeting");
        assertThat(again.status()).isNotZero();
        assertThat(again.words()).contains("已经有", "没有改动任何文件");
        for (var wrong : List.of("Parking", "ab", "order", "a-b", "abcdefghijklmno")) {
            assertThat(EmptyScene.told(checkout, "scene", wrong).status())
                    .as(wrong)
                    .isNotZero();
        }
        var title = EmptyScene.told(checkout, "scene", "parking", "--title", "停车: {");
        assertThat(title.status()).isNotZero();
        assertThat(title.words()).contains("不带标点");
        assertThat(EmptyScene.files(checkout)).isEqualTo(after);
    }

    @Test
    void itIsDrawn() throws IOException {
        var before = Thread.currentThread().getContextClassLoader();
        try (var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, before)) {
            Thread.currentThread().setContextClassLoader(loader);
            var face = Faces.all().stream()
                    .filter(each -> each.getName().equals(EmptyScene.FACE))
                    .findFirst()
                    .orElseThrow();
            assertThat(checkout.resolve("docs/lifecycles/greeting.md")).hasContent(Diagram.of(face));
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /// The class path it runs on is this one, as it was built without it, and its folder.
    @Test
    void allItNeedsLiesInItsFolderAndReplacesNothing() throws IOException {
        var here = Objects.requireNonNull(EmptySceneTest.class.getClassLoader());
        var folder = EmptyScene.PACKAGE.replace('.', '/') + "/";
        try (var files = Files.walk(classes)) {
            var added = files.filter(Files::isRegularFile)
                    .map(file -> classes.relativize(file).toString())
                    .toList();
            assertThat(added).hasSizeGreaterThan(6).allSatisfy(file -> {
                assertThat(file).startsWith(folder);
                assertThat(here.getResource(file)).as(file).isNull();
            });
        }
    }

    /// What the repository keeps of the interface, and the pages take their types from, is as true with it as without.
    @Test
    void whatIsKeptOfTheInterfaceStaysTrue() throws IOException {
        var kept = Canonical.MAPPER.readTree(Files.readString(Path.of("web/wire/openapi.json")));
        var served = wen().get("/api/openapi.json").body();
        assertThat(served.at("/components/schemas").propertyNames()).contains("greeting.Open", "greeting.Finish");
        assertThat(served.at("/paths").propertyNames())
                .containsAll(kept.at("/paths").propertyNames());
        var schemas = kept.at("/components/schemas");
        assertThat(schemas.propertyNames())
                .hasSizeGreaterThan(40)
                .allSatisfy(name -> assertThat(served.at("/components/schemas").path(name))
                        .as(name)
                        .isEqualTo(schemas.path(name)));
        assertThat(served.at("/components/responses")).isEqualTo(kept.at("/components/responses"));
    }

    @Test
    void theDrawingsOfOtherScenesStay() throws IOException {
        var before = Thread.currentThread().getContextClassLoader();
        try (var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, before)) {
            Thread.currentThread().setContextClassLoader(loader);
            var others = Faces.all().stream()
                    .filter(each -> !each.getName().equals(EmptyScene.FACE))
                    .toList();
            assertThat(others).hasSize(Faces.all().size() - 1).isNotEmpty();
            for (var face : others) {
                assertThat(Path.of("docs/lifecycles", Faces.name(face) + ".md")).hasContent(Diagram.of(face));
            }
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
