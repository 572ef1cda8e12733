package org.maplebridge.engines.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/// The provisions by their words, in a folder, and again in memory, where each has a slot.
final class Shelf implements AutoCloseable {

    static final String SLOT = "slot";
    static final String PAIRS = "pairs";
    static final String WORDS = "words";
    static final String TITLE = "title";
    static final String BODY = "body";
    private static final String ID = "id";
    private static final String SAVED = "saved";

    private final FSDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Map<String, Entry> byId = new HashMap<>();
    private volatile View view;

    /// What a search sees from its beginning to its end.
    ///
    /// @param entries by slot; null where one was taken out
    /// @param docs the document of each slot, or -1
    @SuppressWarnings("ArrayRecordComponent")
    record View(IndexSearcher searcher, @Nullable Entry[] entries, int[] docs, int count) implements Look {

        /// What stands in a slot.
        Optional<Entry> at(int slot) {
            return slot < entries.length ? Optional.ofNullable(entries[slot]) : Optional.empty();
        }
    }

    private Shelf(FSDirectory directory) throws IOException {
        this.directory = directory;
        var analyzer = new PerFieldAnalyzerWrapper(Texts.PAIRS, Map.of(WORDS, Texts.WORDS));
        writer = new IndexWriter(directory, new IndexWriterConfig(analyzer).setRAMBufferSizeMB(64));
        searchers = new SearcherManager(writer, null);
        view = read();
    }

    /// Opens the folder.
    ///
    /// @throws IOException if it is damaged
    static Shelf open(Path folder) throws IOException {
        var directory = FSDirectory.open(folder);
        try {
            return new Shelf(directory);
        } catch (IOException | RuntimeException damaged) {
            directory.close();
            throw damaged;
        }
    }

    /// As it is now, until closed.
    View view() {
        return Look.hold(() -> view);
    }

    Optional<Entry> entry(String id) {
        synchronized (byId) {
            return Optional.ofNullable(byId.get(id));
        }
    }

    void put(Collection<Provision> provisions) {
        change(() -> {
            int next = view.entries().length;
            for (var provision : provisions) {
                var known = byId.get(provision.id());
                var entry = Entry.of(known == null ? next++ : known.slot(), provision);
                byId.put(provision.id(), entry);
                writer.updateDocument(new Term(ID, provision.id()), document(entry));
            }
        });
    }

    void remove(Collection<String> ids) {
        change(() -> {
            for (var id : ids) {
                byId.remove(id);
                writer.deleteDocuments(new Term(ID, id));
            }
        });
    }

    private interface Change {
        void make() throws IOException;
    }

    private void change(Change change) {
        synchronized (byId) {
            try {
                change.make();
                writer.commit();
                var before = view;
                view = refreshed();
                before.close();
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
        }
    }

    private static Document document(Entry entry) {
        var document = new Document();
        document.add(new StringField(ID, entry.provision().id(), Field.Store.NO));
        document.add(new NumericDocValuesField(SLOT, entry.slot()));
        document.add(new StoredField(SLOT, entry.slot()));
        document.add(new StoredField(SAVED, Saved.bytes(entry.provision())));
        var all = entry.title() + "\n" + entry.text();
        document.add(new TextField(PAIRS, all, Field.Store.NO));
        document.add(new TextField(WORDS, all, Field.Store.NO));
        document.add(new TextField(TITLE, entry.title(), Field.Store.NO));
        document.add(new TextField(BODY, entry.text(), Field.Store.NO));
        return document;
    }

    /// Reads all that is in the folder, once.
    private View read() throws IOException {
        var searcher = searchers.acquire();
        var stored = searcher.storedFields();
        for (var hit : searcher.search(
                        MatchAllDocsQuery.INSTANCE,
                        Math.max(1, searcher.getIndexReader().numDocs()))
                .scoreDocs) {
            var document = stored.document(hit.doc);
            var slot = document.getField(SLOT).numericValue().intValue();
            var saved = document.getBinaryValue(SAVED);
            var entry = Entry.of(slot, Saved.provision(saved.bytes, saved.offset, saved.length));
            byId.put(entry.provision().id(), entry);
        }
        searchers.release(searcher);
        return refreshed();
    }

    private View refreshed() throws IOException {
        searchers.maybeRefreshBlocking();
        var searcher = searchers.acquire();
        var entries =
                new Entry[byId.values().stream().mapToInt(Entry::slot).max().orElse(-1) + 1];
        byId.values().forEach(entry -> entries[entry.slot()] = entry);
        var docs = Look.docs(searcher, entries.length);
        return new View(searcher, entries, docs, byId.size());
    }

    /// The slots of the best for a query, the best first.
    static int[] top(View view, Query query, int limit, BitSet allowed) {
        var filtered = new BooleanQuery.Builder()
                .add(query, BooleanClause.Occur.MUST)
                .add(new SlotFilter(allowed), BooleanClause.Occur.FILTER)
                .build();
        return slots(view.searcher(), filtered, limit);
    }

    /// The slots of the best for a query, the best first.
    static int[] slots(IndexSearcher searcher, Query query, int limit) {
        try {
            var slots = new ArrayList<Integer>();
            var leaves = searcher.getIndexReader().leaves();
            for (var hit : searcher.search(query, limit).scoreDocs) {
                var leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
                var values = leaf.reader().getNumericDocValues(SLOT);
                values.advanceExact(hit.doc - leaf.docBase);
                slots.add((int) values.longValue());
            }
            return slots.stream().mapToInt(Integer::intValue).toArray();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    /// What a query gives each of these slots; 0 for those without any of its words.
    static float[] scores(View view, Query query, int[] slots) {
        var scores = new float[slots.length];
        var order = new ArrayList<Integer>(slots.length);
        for (int i = 0; i < slots.length; i++) {
            order.add(i);
        }
        order.sort((a, b) -> Integer.compare(view.docs()[slots[a]], view.docs()[slots[b]]));
        try {
            var weight = view.searcher().createWeight(view.searcher().rewrite(query), ScoreMode.COMPLETE, 1);
            int at = 0;
            for (var leaf : view.searcher().getIndexReader().leaves()) {
                int end = leaf.docBase + leaf.reader().maxDoc();
                var scorer = weight.scorer(leaf);
                for (; at < slots.length && view.docs()[slots[order.get(at)]] < end; at++) {
                    int doc = view.docs()[slots[order.get(at)]] - leaf.docBase;
                    if (scorer == null || doc < 0) {
                        continue;
                    }
                    var walk = scorer.iterator();
                    if (walk.docID() == doc || (walk.docID() < doc && walk.advance(doc) == doc)) {
                        scores[order.get(at)] = scorer.score();
                    }
                }
            }
            return scores;
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    /// All entries, in the order of their slots.
    static List<Entry> entries(View view) {
        return Arrays.stream(view.entries()).filter(Objects::nonNull).toList();
    }

    @Override
    public void close() {
        try {
            view.close();
            searchers.close();
            writer.close();
            directory.close();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
