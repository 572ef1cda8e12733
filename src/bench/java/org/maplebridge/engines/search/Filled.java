package org.maplebridge.engines.search;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An index with all articles of a corpus in it, by words and by meaning.
record Filled(Shelf shelf, Meaning meaning, Embedder embedder, Shelf.View words, Meaning.View vectors)
        implements AutoCloseable {

    private static final int AT_ONCE = 8000;
    private static final int PIECES = 320;

    /// Fills the folder, unless it is full already.
    static Filled of(Path folder, List<Provision> corpus, PrintStream progress, Map<String, Object> result)
            throws Exception {
        var shelf = Shelf.open(folder.resolve("words"));
        var meaning = Meaning.open(folder.resolve("meaning"));
        var embedder = new Embedder(PIECES);
        long begun = System.nanoTime();
        for (int from = 0; from < corpus.size(); from += AT_ONCE) {
            var some = corpus.subList(from, Math.min(corpus.size(), from + AT_ONCE));
            if (some.stream().anyMatch(one -> shelf.entry(one.id()).isEmpty())) {
                shelf.put(some);
            }
        }
        result.put("articles", corpus.size());
        result.put("wordsSeconds", SearchTrial.round(seconds(begun)));
        progress.printf("%d articles found by words after %.1f s%n", corpus.size(), seconds(begun));
        int cores = Runtime.getRuntime().availableProcessors();
        long embedding = System.nanoTime();
        try (var background = new Embedding(new Later<>(() -> embedder), meaning, cores)) {
            try (var view = shelf.view()) {
                background.add(Shelf.entries(view).stream()
                        .filter(entry -> !meaning.has(entry))
                        .toList());
            }
            int first = count(meaning);
            for (int now = first; now < corpus.size(); now = count(meaning)) {
                Thread.sleep(2000);
                progress.printf(
                        "embedded %d of %d, %.0f a second%n", now, corpus.size(), (now - first) / seconds(embedding));
            }
        }
        result.put("embeddingSeconds", SearchTrial.round(seconds(embedding)));
        return new Filled(shelf, meaning, embedder, shelf.view(), meaning.view());
    }

    private static int count(Meaning meaning) {
        try (var view = meaning.view()) {
            return view.count();
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    Optional<Entry> entry(String id) {
        return shelf.entry(id);
    }

    /// The search as it ships, on this index, with what was learned.
    LuceneSearch search(Learned learned) {
        return new LuceneSearch(shelf, meaning, new Later<>(() -> learned), false, 1);
    }

    @Override
    public void close() {
        words.close();
        vectors.close();
        meaning.close();
        shelf.close();
        embedder.close();
    }
}
