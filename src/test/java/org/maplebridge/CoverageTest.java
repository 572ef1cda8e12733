package org.maplebridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What the papers say is proved by a test has that test.
class CoverageTest {

    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*Test)(?:\\.(\\w+))?`");

    @Test
    void everyTestThatCoverageNamesExists() throws IOException {
        var sources = sources();
        var text = Files.readString(Path.of("docs/COVERAGE.md"));
        assertThat(NAMED.matcher(text).results().count()).isGreaterThan(100);
        assertThat(missing(text, sources)).isEmpty();
        assertThat(missing("`NoSuchTest`, `TidyTest.noSuchMethod`, `TidyTest.theTreeIsSeen`", sources))
                .containsExactly("NoSuchTest", "TidyTest.noSuchMethod");
    }

    private static List<String> missing(String text, Map<String, String> sources) {
        return NAMED.matcher(text)
                .results()
                .filter(named -> {
                    var source = sources.get(named.group(1));
                    var method = named.group(2);
                    return source == null || (method != null && !source.contains("void " + method + "("));
                })
                .map(named -> named.group().replace("`", ""))
                .toList();
    }

    private static Map<String, String> sources() throws IOException {
        var sources = new HashMap<String, String>();
        try (var files = Files.walk(Path.of("src/test/java"))) {
            for (var file :
                    files.filter(each -> each.toString().endsWith("Test.java")).toList()) {
                sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
        return sources;
    }
}
