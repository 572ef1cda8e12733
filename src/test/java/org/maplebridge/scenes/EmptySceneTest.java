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

/// A folder on the class path is all it takes: module, migration, interface, form and drawing come with it. The
/// application runs in a process of its own, on an empty database.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmptySceneTest {

    private final List<Apart> running = new ArrayList<>();
    private Path classes = Path.of("");
    private String database = "";

    @BeforeAll
    void addTheFolder(@TempDir Path home) throws IOException {
        classes = EmptyScene.compiled(home);
        database = TestDatabase.ofThisRun().scratch();
        var settings = TestDatabase.ofThisRun().settings(database);
        running.add(Apart.start(home, classes + ":", settings, "wen", "town", "greeting.clerk"));
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
        assertThat(scene.path("title").asString("")).isEqualTo("问候（试验）");
        assertThat(scene.at("/open/properties/words/title").asString("")).isEqualTo("说什么");
        assertThat(scene.at("/open/properties/words/maxLength").asInt(0)).isEqualTo(50);
        assertThat(scene.at("/open/properties/agency/x-kind").asString("")).isEqualTo("agency");
        assertThat(scene.at("/open/required").size()).isEqualTo(2);
        assertThat(scene.at("/moves/0/verb").asString("")).isEqualTo("answer");
        assertThat(scene.at("/moves/0/to").asString("")).isEqualTo("ANSWERED");
        assertThat(scene.at("/moves/0/schema/properties/words/title").asString(""))
                .isEqualTo("答什么");
        assertThat(wen().get("/api/openapi.json").raw().body()).isNotEmpty();
    }

    @Test
    void aMatterIsOpenedShownAndMoved() {
        var wen = wen();
        var office = wen.get("/api/me").body().at("/posts/0/agency/id").asString("");
        var refused = wen.post("/api/scenes/greeting", Map.of("words", "您".repeat(51), "agency", office));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/fields/0/name").asString("")).isEqualTo("words");
        var opened = wen.post("/api/scenes/greeting", Map.of("words", "您好", "agency", office));
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        var id = opened.text("matter.id");
        var page = wen.get("/api/matters/" + id);
        assertThat(page.text("words")).isEqualTo("您好");
        assertThat(page.text("stageTitle")).isEqualTo("已问");
        assertThat(wen.get("/api/matters/" + id + "/deadlines").body().at("/items/0/term"))
                .hasToString("\"3 个工作日\"");
        var moved = wen.move(id, "answer", Map.of("words", "您也好"));
        assertThat(moved.status()).as(moved.toString()).isEqualTo(200);
        assertThat(moved.text("stage")).isEqualTo("ANSWERED");
        assertThat(wen.get("/api/matters/" + id + "/trail")
                        .body()
                        .at("/items/0/verbTitle")
                        .asString(""))
                .isEqualTo("回答");
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
            assertThat(Diagram.of(face))
                    .contains("# 问候（试验）", "SAID: 已问", "[*] --> SAID")
                    .contains("SAID --> ANSWERED: 回答（greeting.answer）", "ANSWERED --> [*]");
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
        assertThat(served.at("/components/schemas").propertyNames()).contains("greeting.Open", "greeting.Answer");
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
