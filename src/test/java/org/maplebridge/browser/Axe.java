package org.maplebridge.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// axe-core, which npm has brought: finds what people with a screen reader, a keyboard or weak eyes would stumble over.
final class Axe {

    static final Path SCRIPT = Path.of("web/node_modules/axe-core/axe.min.js");

    private static final List<String> LEVELS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static final String FIND = """
        async (levels) => {
          const found = await axe.run(document, { runOnly: levels, resultTypes: ['violations'] });
          return found.violations.flatMap((fault) =>
            fault.nodes.map((node) => `${fault.id} at ${node.target.join(' ')}: ${node.failureSummary}`));
        }\
        """;

    /// What axe goes by but for the words: which sorts of elements there are, how they look and in which light, in what
    /// they stand; a number for each. A page on which nothing new stands is no new page.
    private static final String SORTS = """
        () => {
          const telling = /^(class|role|type|aria-(hidden|disabled|invalid))$/;
          const sort = (one) => one.tagName + [...one.attributes]
            .map(({ name, value }) => name + (telling.test(name) ? value : ''))
            .join();
          const number = (words, from) => [...words].reduce((sum, one) => (sum * 31 + one.charCodeAt(0)) | 0, from);
          const light = matchMedia('(prefers-color-scheme: dark)').matches + sort(document.documentElement)
            + JSON.stringify(document.documentElement.dataset);
          const numbers = new Map([[document.body, number(innerWidth + light, 7)]]);
          for (const one of document.body.querySelectorAll('*')) {
            const around = numbers.get(one.parentElement);
            if (around !== undefined && !one.matches('svg, script')) {
              numbers.set(one, number('>' + sort(one), around));
            }
          }
          return [...new Set(numbers.values())];
        }\
        """;

    private static final class Holder {
        static final String TEXT = read();
        /// The sorts that were looked at: a look takes about a second.
        static final Set<Integer> SEEN = new HashSet<>();
    }

    private Axe() {}

    private static String read() {
        try {
            return Files.readString(SCRIPT);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Integer> sorts(Page page) {
        return ((List<?>) page.evaluate(SORTS))
                .stream().map(Integer.class::cast).toList();
    }

    /// Nothing is wrong with the page at WCAG 2.2 AA.
    static void findsNothing(Page page) {
        var sorts = sorts(page);
        if (Holder.SEEN.containsAll(sorts)) {
            return;
        }
        if (!(boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(Holder.TEXT);
        }
        assertThat((List<?>) page.evaluate(FIND, LEVELS))
                .as("axe at " + page.url())
                .isEmpty();
        Holder.SEEN.addAll(sorts);
    }
}
