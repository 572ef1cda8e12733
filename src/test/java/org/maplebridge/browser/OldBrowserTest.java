package org.maplebridge.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.Built;

/// Machines in offices have browsers of the year 2021 (Chrome 88). What the build made is read for what came later: no
/// such browser can be had here to open it in.
class OldBrowserTest {

    /// Later than Chrome 88, and filled in by nobody; what is filled in stands in `web/kit/old.ts`.
    private static final List<String> LATER_NAMES = List.of(
            "\\.toSorted\\(",
            "\\.toReversed\\(",
            "\\.toSpliced\\(",
            "withResolvers",
            "Object\\.groupBy",
            "Map\\.groupBy",
            "Array\\.fromAsync",
            "AbortSignal\\.any",
            "\\.isWellFormed\\(",
            "URL\\.canParse",
            "\\.showPicker\\(",
            "Iterator\\.from",
            // a block of a class that runs once: 94; only what is written in the program, not in its words
            "[;{}]static\\{");

    private static final List<String> LATER_STYLES = List.of("@layer", "@starting-style", "\\bdvh\\b", "text-wrap:");

    @BeforeAll
    static void built() {
        Assumptions.assumeFalse(Boolean.getBoolean("maple.web.skip"), "the pages were not built");
    }

    private static Map<String, String> found(String ending, List<String> names) throws IOException {
        var found = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(Built.pages())) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(ending)).toList()) {
                var text = Files.readString(file);
                for (var name : names) {
                    var hit = Pattern.compile(name).matcher(text);
                    if (hit.find()) {
                        var from = Math.max(0, hit.start() - 40);
                        found.put(
                                file.getFileName() + " " + name,
                                text.substring(from, Math.min(text.length(), hit.end() + 40)));
                    }
                }
            }
        }
        return found;
    }

    @Test
    void theProgramNamesNothingThatCameLater() throws IOException {
        assertThat(found(".js", LATER_NAMES)).isEmpty();
    }

    @Test
    void theStylesNameNothingThatCameLater() throws IOException {
        assertThat(found(".css", LATER_STYLES)).isEmpty();
    }

    /// A colour that is mixed, a list that asks for its own width: each has something simpler before or beside it.
    @Test
    void whatCameLaterHasSomethingSimplerBesideIt() throws IOException {
        try (Stream<Path> files = Files.walk(Built.pages())) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".css")).toList()) {
                var text = Files.readString(file);
                assertThat(Pattern.compile("@container").matcher(text).results().count())
                        .as("asked by container, in " + file)
                        .isEqualTo(Pattern.compile("@supports not \\(container-type")
                                .matcher(text)
                                .results()
                                .count());
                assertThat(Pattern.compile("color-mix").matcher(text).results().count())
                        .as("mixed colours that follow a plain one, in " + file)
                        .isEqualTo(Pattern.compile("outline:3px solid var\\(--dai\\);outline:3px solid color-mix")
                                .matcher(text)
                                .results()
                                .count());
            }
        }
    }
}
