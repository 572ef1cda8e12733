package org.maplebridge.scenes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.tools.ToolProvider;

/// What `./maplebridge new scene greeting` writes, compiled: a folder with a door, a face, a store, its table and its
/// words.
final class EmptyScene {

    static final String PACKAGE = "org.maplebridge.scenes.greeting";
    static final String FACE = PACKAGE + ".Greeting";

    private static final String JAVA = "src/main/java/";
    private static final Path LAUNCHER = Path.of(".mvn/launcher");

    private EmptyScene() {}

    /// A folder that has what the command needs of a checkout, and nothing else.
    static Path checkout(Path home) throws IOException {
        var root = Files.createDirectories(home.resolve("checkout"));
        Files.createDirectories(root.resolve(JAVA + "org/maplebridge/scenes"));
        Files.createDirectories(root.resolve("docs/lifecycles"));
        Files.createDirectories(root.resolve("src/test/resources/golden"));
        Files.copy(Path.of("maplebridge"), root.resolve("maplebridge"));
        try (var files = Files.walk(LAUNCHER)) {
            files.forEach(file -> {
                try {
                    var copy = root.resolve(file.toString());
                    Files.createDirectories(copy.getParent());
                    if (Files.isRegularFile(file)) {
                        Files.copy(file, copy);
                    }
                } catch (IOException unwritable) {
                    throw new UncheckedIOException(unwritable);
                }
            });
        }
        return root;
    }

    /// What the command said, and how it ended.
    record Said(int status, String words) {}

    /// Runs `./maplebridge new` in a checkout.
    static Said told(Path checkout, String... words) throws IOException {
        var command = new ArrayList<>(List.of("bash", "maplebridge", "new"));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command)
                .directory(checkout.toFile())
                .redirectErrorStream(true)
                .start();
        try (var out = process.getInputStream()) {
            var said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), said);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /// The files below a folder, by their names from there.
    static SortedSet<String> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            var all = new TreeSet<String>();
            files.filter(Files::isRegularFile)
                    .forEach(file -> all.add(folder.relativize(file).toString()));
            return all;
        }
    }

    /// Lets the command write the folder, compiles it with its test against this class path, and returns what is to be
    /// added to one.
    static Path compiled(Path checkout) throws IOException {
        var said = told(checkout, "scene", "greeting", "--title", "问候");
        if (said.status() != 0) {
            throw new IllegalStateException(said.words());
        }
        var classes = Files.createDirectories(checkout.resolve("classes"));
        var tests = Files.createDirectories(checkout.resolve("test-classes"));
        var folder = PACKAGE.replace('.', '/');
        compile(checkout.resolve(JAVA + folder), classes, "");
        compile(checkout.resolve("src/test/java/" + folder), tests, classes + ":");
        var beside = classes.resolve(folder);
        for (var name : List.of("greeting.yml", "V1__greeting.sql")) {
            Files.copy(checkout.resolve(JAVA + folder).resolve(name), beside.resolve(name));
        }
        return classes;
    }

    private static void compile(Path sources, Path into, String before) throws IOException {
        try (var files = Files.list(sources)) {
            var arguments = new ArrayList<>(List.of("-parameters", "-proc:none", "-Xlint:all", "-Werror", "-d"));
            arguments.add(into.toString());
            arguments.addAll(List.of("-cp", before + System.getProperty("java.class.path")));
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
            int status = ToolProvider.getSystemJavaCompiler()
                    .run(null, System.err, System.err, arguments.toArray(String[]::new));
            if (status != 0) {
                throw new IllegalStateException("the scene does not compile");
            }
        }
    }
}
