package org.maplebridge.engines.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.Supplier;
import org.apache.lucene.search.IndexSearcher;

/// An index as it is at one moment, until closed; what is changed meanwhile isn't seen.
interface Look extends AutoCloseable {

    IndexSearcher searcher();

    @Override
    default void close() {
        try {
            searcher().getIndexReader().decRef();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    /// Holds the look of now, also while somebody puts the next in its place.
    static <L extends Look> L hold(Supplier<L> now) {
        while (true) {
            var look = now.get();
            if (look.searcher().getIndexReader().tryIncRef()) {
                return look;
            }
        }
    }

    /// The document of each slot, or -1.
    static int[] docs(IndexSearcher searcher, int slots) throws IOException {
        var docs = new int[slots];
        Arrays.fill(docs, -1);
        for (var leaf : searcher.getIndexReader().leaves()) {
            var values = leaf.reader().getNumericDocValues(Shelf.SLOT);
            var live = leaf.reader().getLiveDocs();
            for (int doc = 0; values != null && doc < leaf.reader().maxDoc(); doc++) {
                if ((live == null || live.get(doc)) && values.advanceExact(doc)) {
                    docs[(int) values.longValue()] = leaf.docBase + doc;
                }
            }
        }
        return docs;
    }
}
