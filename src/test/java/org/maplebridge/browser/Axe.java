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
    /// they stand. A list that has grown by a line of the same sort is no new page.
    private static final String SHAPE = """
        () => {
          const telling = /^(class|role|type|aria-(hidden|disabled|invalid))$/;
          const sort = (one) => one.tagName + [...one.attributes]
            .map(({ name, value }) => name + (telling.test(name) ? value : ''))
            .join();
          const within = (one) => one && one !== document.body ? within(one.parentElement) + '>' + sort(one) : '';
          const all = [...document.body.querySelectorAll('*')].filter((one) => !one.closest('svg, script'));
          const light = matchMedia('(prefers-color-scheme: dark)').matches + sort(document.documentElement)
            + JSON.stringify(document.documentElement.dataset);
          return innerWidth + light + [...new Set(all.map(within))].sort().join(' ');
        }\
        """;

    private static final class Holder {
        static final String TEXT = read();
        /// A page of the same shape needs no second look: a look takes about a second.
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

    /// Nothing is wrong with the page at WCAG 2.2 AA.
    static void findsNothing(Page page) {
        int shape = page.evaluate(SHAPE).hashCode();
        if (Holder.SEEN.contains(shape)) {
            return;
        }
        if (!(boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(Holder.TEXT);
        }
        assertThat((List<?>) page.evaluate(FIND, LEVELS))
                .as("axe at " + page.url())
                .isEmpty();
        Holder.SEEN.add(shape);
    }
}
