package org.maplebridge.engines.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.FSDirectory;

/// The vectors of provisions, in a folder of their own, as they come later than the words.
final class Meaning implements AutoCloseable {

    private static final String ID = "id";
    private static final String VECTOR = "vector";
    private static final String NEAR = "near";

    private final FSDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Map<String, Kept> byId = new HashMap<>();
    private final Map<String, Integer> byText = new HashMap<>();
    private volatile View view;

    /// @param near what was embedded, as its sum
    private record Kept(int slot, String near) {}

    /// What a search sees from its beginning to its end.
    ///
    /// @param docs the document of each slot, or -1
    @SuppressWarnings("ArrayRecordComponent")
    record View(IndexSearcher searcher, int[] docs, int count) implements Look {

        /// Reads vectors; for one thread.
        Vectors vectors() {
            return new Vectors(this);
        }
    }

    private Meaning(FSDirectory directory) throws IOException {
        this.directory = directory;
        writer = new IndexWriter(directory, new IndexWriterConfig().setRAMBufferSizeMB(64));
        searchers = new SearcherManager(writer, null);
        var searcher = searchers.acquire();
        var stored = searcher.storedFields();
        int all = Math.max(1, searcher.getIndexReader().numDocs());
        for (var hit : searcher.search(MatchAllDocsQuery.INSTANCE, all).scoreDocs) {
            var document = stored.document(hit.doc);
            keep(
                    document.get(ID),
                    new Kept(document.getField(Shelf.SLOT).numericValue().intValue(), document.get(NEAR)));
        }
        searchers.release(searcher);
        view = refreshed();
    }

    /// Opens the folder.
    ///
    /// @throws IOException if it is damaged
    static Meaning open(Path folder) throws IOException {
        var directory = FSDirectory.open(folder);
        try {
            return new Meaning(directory);
        } catch (IOException | RuntimeException damaged) {
            directory.close();
            throw damaged;
        }
    }

    private void keep(String id, Kept kept) {
        byId.put(id, kept);
        byText.put(kept.near(), kept.slot());
    }

    /// As it is now, until closed.
    View view() {
        return Look.hold(() -> view);
    }

    /// Whether the vector of this entry, as it reads now, is here.
    boolean has(Entry entry) {
        synchronized (byId) {
            return new Kept(entry.slot(), sum(entry))
                    .equals(byId.get(entry.provision().id()));
        }
    }

    /// The vector of another entry that reads the same, or an empty one.
    float[] same(Entry entry) {
        synchronized (byId) {
            var slot = byText.get(sum(entry));
            try (var now = view()) {
                return slot == null ? new float[0] : now.vectors().of(slot).clone();
            }
        }
    }

    void put(List<Entry> entries, float[][] vectors) {
        synchronized (byId) {
            try {
                for (int i = 0; i < vectors.length; i++) {
                    var entry = entries.get(i);
                    var kept = new Kept(entry.slot(), sum(entry));
                    var document = new Document();
                    document.add(new StringField(ID, entry.provision().id(), Field.Store.YES));
                    document.add(new NumericDocValuesField(Shelf.SLOT, entry.slot()));
                    document.add(new StoredField(Shelf.SLOT, entry.slot()));
                    document.add(new StoredField(NEAR, kept.near()));
                    document.add(new KnnFloatVectorField(VECTOR, vectors[i], VectorSimilarityFunction.DOT_PRODUCT));
                    writer.updateDocument(new Term(ID, entry.provision().id()), document);
                    keep(entry.provision().id(), kept);
                }
                renew();
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
        }
    }

    void remove(Collection<String> ids) {
        synchronized (byId) {
            try {
                for (var id : ids) {
                    var kept = byId.remove(id);
                    if (kept != null) {
                        byText.remove(kept.near(), kept.slot());
                        writer.deleteDocuments(new Term(ID, id));
                    }
                }
                renew();
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
        }
    }

    /// Takes out what is not among these, or stands elsewhere by now.
    void retain(Map<String, Entry> entries) {
        List<String> gone;
        synchronized (byId) {
            gone = byId.entrySet().stream()
                    .filter(kept -> {
                        var entry = entries.get(kept.getKey());
                        return entry == null || entry.slot() != kept.getValue().slot();
                    })
                    .map(Map.Entry::getKey)
                    .toList();
        }
        if (!gone.isEmpty()) {
            remove(gone);
        }
    }

    private void renew() throws IOException {
        writer.commit();
        var before = view;
        view = refreshed();
        before.close();
    }

    private View refreshed() throws IOException {
        searchers.maybeRefreshBlocking();
        var searcher = searchers.acquire();
        var docs = Look.docs(
                searcher, byId.values().stream().mapToInt(Kept::slot).max().orElse(-1) + 1);
        return new View(searcher, docs, searcher.getIndexReader().numDocs());
    }

    /// The slots of the nearest, the nearest first.
    static int[] nearest(View view, float[] vector, int limit, BitSet allowed) {
        if (view.count() == 0) {
            return new int[0];
        }
        var near = new KnnFloatVectorQuery(VECTOR, vector, limit, new SlotFilter(allowed));
        return Shelf.slots(view.searcher(), near, limit);
    }

    private static String sum(Entry entry) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var sum = digest.digest(entry.near().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum, 0, 16);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
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

    /// Vectors by slot, read from the folder.
    static final class Vectors {

        private final View view;
        private final FloatVectorValues[] leaves;
        private final int[] bases;

        private Vectors(View view) {
            this.view = view;
            var all = view.searcher().getIndexReader().leaves();
            leaves = new FloatVectorValues[all.size()];
            bases = new int[all.size()];
            try {
                for (int i = 0; i < leaves.length; i++) {
                    leaves[i] = all.get(i).reader().getFloatVectorValues(VECTOR);
                    bases[i] = all.get(i).docBase;
                }
            } catch (IOException lost) {
                throw new UncheckedIOException(lost);
            }
        }

        /// The vector in a slot, good until the next call; empty if there is none yet.
        float[] of(int slot) {
            int doc = slot < view.docs().length ? view.docs()[slot] : -1;
            if (doc < 0) {
                return new float[0];
            }
            int leaf = leaves.length - 1;
            while (bases[leaf] > doc) {
                leaf--;
            }
            try {
                // each document has a vector: the number of the vector is that of the document
                return leaves[leaf].vectorValue(doc - bases[leaf]);
            } catch (IOException lost) {
                throw new UncheckedIOException(lost);
            }
        }
    }
}
