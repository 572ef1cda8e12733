package org.maplebridge.scenes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/// The least that somebody writes who adds a kind of matter: a folder with a door, a page, a face, a store, its table
/// and its words.
final class EmptyScene {

    static final String PACKAGE = "org.maplebridge.scenes.greeting";
    static final String FACE = PACKAGE + ".Greeting";

    private static final Map<String, String> FILES = Map.of(
            "package-info.java",
            """
            /// Greetings: the least a kind of matter can be.
            @NullMarked
            @ApplicationModule(id = "greeting", displayName = "问候（试验）",
                    allowedDependencies = {"ground", "orgs", "access", "people", "matters"})
            package org.maplebridge.scenes.greeting;

            import org.jspecify.annotations.NullMarked;
            import org.springframework.modulith.ApplicationModule;
            """,
            "GreetingLifecycle.java",
            """
            package org.maplebridge.scenes.greeting;

            import java.util.List;
            import java.util.Set;
            import org.maplebridge.kernel.matters.Lifecycle;
            import org.maplebridge.kernel.matters.Step;

            final class GreetingLifecycle {
                enum Stage { SAID, ANSWERED }

                enum Verb implements Lifecycle.Verb<Stage> {
                    ANSWER(Step.from(Stage.SAID).to(Stage.ANSWERED).by("greeting.clerk").within("greeting.answer"));

                    private final Step<Stage> step;

                    Verb(Step<Stage> step) { this.step = step; }

                    @Override public Step<Stage> step() { return step; }
                }

                static final Lifecycle<Stage> LIFE =
                        new Lifecycle<>(Stage.SAID, Set.of(Stage.ANSWERED), List.of(Verb.values()));
            }
            """,
            "Greeting.java",
            """
            package org.maplebridge.scenes.greeting;

            import java.util.List;
            import java.util.Optional;
            import java.util.UUID;
            import org.maplebridge.kernel.matters.Act;
            import org.maplebridge.kernel.matters.Ask;
            import org.maplebridge.kernel.matters.Scene;
            import org.maplebridge.kernel.matters.SceneView;
            import org.maplebridge.kernel.matters.Verdict;

            @Scene(value = GreetingLifecycle.class, openedBy = "greeting.clerk")
            class Greeting implements SceneView {
                private final GreetingStore store;

                Greeting(GreetingStore store) { this.store = store; }

                record Open(@Ask(value = "说什么", most = 50) String words,
                            @Ask(value = "归哪个单位", kind = Ask.Kind.AGENCY) UUID agency) {}

                Verdict open(Act act, Open said) {
                    store.save(act.id(), said.words());
                    var office = act.offices().agency(said.agency()).orElseThrow();
                    return Verdict.moved().title(said.words()).agency(office.id()).area(office.area());
                }

                record Answer(@Ask("答什么") String words) {}

                Verdict answer(Act act, Answer said) { return Verdict.moved(); }

                @Override public Shown shown(UUID matter) {
                    return new Shown(store.words(matter), List.of(), List.of());
                }
            }
            """,
            "GreetingStore.java",
            """
            package org.maplebridge.scenes.greeting;

            import java.util.Optional;
            import java.util.UUID;
            import org.springframework.jdbc.core.simple.JdbcClient;
            import org.springframework.stereotype.Component;

            @Component
            class GreetingStore {
                private final JdbcClient db;

                GreetingStore(JdbcClient db) { this.db = db; }

                void save(UUID matter, String words) {
                    db.sql("insert into greeting.greeting (matter, words) values (:matter, :words)")
                            .param("matter", matter).param("words", words).update();
                }

                Optional<String> words(UUID matter) {
                    return db.sql("select words from greeting.greeting where matter = :matter")
                            .param("matter", matter).query(String.class).optional();
                }
            }
            """,
            "V1__greeting.sql",
            """
            create schema greeting;
            grant usage on schema greeting to maple_app, maple_job, maple_verifier;
            create table greeting.greeting (matter uuid primary key, words text not null);
            call ground.wall('greeting.greeting');
            """,
            "greeting.yml",
            """
            scene: {name: greeting, title: 问候（试验）, about: 只在测试里有。}
            stages: {SAID: 已问, ANSWERED: 已答}
            verbs: {open: {title: 问候}, answer: {title: 回答}}
            roles:
              - {name: greeting.clerk, title: 问候员（试验）, sees: agency}
            parameters:
              - name: greeting.answer
                title: 回答
                kind: TERM
                value: 3WD
                from: 2010-01-01
                verification: LOCAL_DEFAULT
            """);

    private EmptyScene() {}

    /// Writes the folder, compiles it against this class path, and returns what is to be added to one.
    static Path compiled(Path home) throws IOException {
        var written = Files.createDirectories(home.resolve("src/" + PACKAGE.replace('.', '/')));
        var classes = Files.createDirectories(home.resolve("classes"));
        var beside = Files.createDirectories(classes.resolve(PACKAGE.replace('.', '/')));
        FILES.forEach((name, text) -> write(name.endsWith(".java") ? written : beside, name, text));
        try (var sources = Files.list(written)) {
            var arguments = sources.map(Path::toString).collect(Collectors.toList());
            arguments.addAll(0, java.util.List.of("-parameters", "-proc:none", "-d", classes.toString()));
            arguments.addAll(0, java.util.List.of("-cp", System.getProperty("java.class.path")));
            int status = ToolProvider.getSystemJavaCompiler()
                    .run(null, System.err, System.err, arguments.toArray(String[]::new));
            if (status != 0) {
                throw new IllegalStateException("the scene does not compile");
            }
        }
        return classes;
    }

    private static void write(Path folder, String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
