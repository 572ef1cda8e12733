package org.maplebridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.maplebridge.Tidy.Source;

/// Style as a test, so that nobody has to say it in a review.
class TidyTest {

    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final Set<String> NOT_OURS =
            Set.of("node_modules", "target", "dist", ".git", ".idea", ".vscode", "data", "maplebridge-data");
    private static final List<String> ENDINGS = List.of(".java", ".sql", ".ts", ".tsx", ".md");
    /// Made by a program from the API's own description.
    private static final List<String> GENERATED = List.of(".gen.ts", ".d.ts");

    private static final List<Source> TREE = tree();

    @Test
    void theTreeIsSeen() {
        assertThat(TREE).extracting(Source::path).contains("src/main/java/org/maplebridge/Maplebridge.java");
    }

    @Test
    void filesFitInTheHead() {
        assertThat(breaches(Tidy::tooLong)).isEmpty();
        assertThat(Tidy.tooLong(new Source("a/B.java", "x\n".repeat(301)))).hasSize(1);
        assertThat(Tidy.tooLong(new Source("a/b.sql", "x\n".repeat(301)))).hasSize(1);
        assertThat(Tidy.tooLong(new Source("a/B.java", "x\n".repeat(300)))).isEmpty();
    }

    @Test
    void methodsFitOnAScreen() {
        assertThat(breaches(Tidy::longMethods)).isEmpty();
        assertThat(Tidy.longMethods(method(69))).hasSize(1);
        assertThat(Tidy.longMethods(method(68))).isEmpty();
    }

    private static Source method(int body) {
        return new Source("a/B.java", "class B {\n    int b(int a) {\n" + "        a++;\n".repeat(body) + "    }\n}\n");
    }

    @Test
    void linesAreNotWide() {
        assertThat(breaches(Tidy::wideLines)).isEmpty();
        assertThat(Tidy.wideLines(new Source("a/b.tsx", "ok\n" + "x".repeat(121))))
                .containsExactly("a/b.tsx:2: wider than 120");
        assertThat(Tidy.wideLines(new Source("a/b.ts", "枫".repeat(120)))).isEmpty();
    }

    @Test
    void namesSayWhatThingsAre() {
        assertThat(breaches(Tidy::emptyNames)).isEmpty();
        for (var name : List.of("LeaveImpl", "LeaveManager", "LeaveUtil", "LeaveHelper", "LeaveDto", "LeaveService")) {
            assertThat(Tidy.emptyNames(new Source("a/B.java", "final class " + name + " {}")))
                    .hasSize(1);
        }
        assertThat(Tidy.emptyNames(new Source("a/B.java", "record Leave(int days) {}")))
                .isEmpty();
    }

    @Test
    void nothingIsLeftForLater() {
        assertThat(breaches(Tidy::unfinished)).isEmpty();
        for (var word : List.of("TO" + "DO", "FIX" + "ME", "X" + "XX")) {
            assertThat(Tidy.unfinished(new Source("a/b.sql", "-- " + word + " later")))
                    .hasSize(1);
        }
    }

    @Test
    void whatOthersUseIsExplained() {
        assertThat(breaches(Tidy::undocumentedTypes)).isEmpty();
        var path = "src/main/java/org/maplebridge/kernel/ground/B.java";
        assertThat(Tidy.undocumentedTypes(new Source(path, "package a;\n\npublic record B() {}")))
                .hasSize(1);
        assertThat(Tidy.undocumentedTypes(
                        new Source(path, "package a;\n\n/// A b.\n@Deprecated\npublic record B() {}")))
                .isEmpty();
    }

    @Test
    void linksLeadSomewhere() {
        assertThat(breaches(source -> Tidy.deadLinks(source, path -> Files.exists(ROOT.resolve(path)))))
                .isEmpty();
        assertThat(Tidy.deadLinks(new Source("docs/a.md", "see [b](b.md#c) and [d](https://d)"), path -> false))
                .containsExactly("docs/a.md: link to b.md leads nowhere");
    }

    @Test
    void laterMigrationsOfScenesLeaveFactsAsTheyWere() {
        assertThat(breaches(Tidy::rewrittenFacts)).isEmpty();
        var later = "src/main/java/org/maplebridge/scenes/corrections/leave/V12__more.sql";
        for (var deed : List.of(
                "alter table leave.leave add column far boolean not null",
                "alter table leave.leave add column far boolean default false",
                "alter table leave.leave\n    rename column far to near",
                "alter table leave.leave drop column far",
                "alter table leave.leave alter column far type int",
                "update leave.leave set far = true")) {
            assertThat(Tidy.rewrittenFacts(new Source(later, "-- more\n" + deed + ";\n")))
                    .as(deed)
                    .hasSize(1);
            assertThat(Tidy.rewrittenFacts(new Source(later.replace("V12", "V1"), deed)))
                    .isEmpty();
        }
        assertThat(Tidy.rewrittenFacts(new Source(
                        later,
                        "create table leave.call (matter uuid not null); -- default\n"
                                + "alter table leave.leave add column far boolean;")))
                .isEmpty();
    }

    private static List<String> breaches(Function<Source, List<String>> rule) {
        return TREE.stream().flatMap(source -> rule.apply(source).stream()).toList();
    }

    private static List<Source> tree() {
        var found = new ArrayList<Source>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return NOT_OURS.contains(folder.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    var name = file.getFileName().toString();
                    if (ENDINGS.stream().anyMatch(name::endsWith)
                            && GENERATED.stream().noneMatch(name::endsWith)) {
                        found.add(new Source(ROOT.relativize(file).toString(), Files.readString(file)));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new IllegalStateException("the tree could not be read", e);
        }
        return List.copyOf(found);
    }
}
