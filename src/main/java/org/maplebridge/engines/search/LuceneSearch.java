package org.maplebridge.engines.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.maplebridge.engines.search.Hit.Why;

/// The search as it ships: provisions by words and by meaning in two Lucene indexes, gathered into a pool and ranked by
/// what was learned.
final class LuceneSearch implements StatuteSearch {

    private static final int PIECES = 320;
    private static final int SENTENCES = 2;

    private final Shelf shelf;
    private final Meaning meaning;
    private final Later<Embedder> embedder = new Later<>(() -> new Embedder(PIECES));
    private final Embedding embedding;
    private final Later<Learned> learned;
    private final boolean rebuilt;
    private volatile Now now;

    /// What belongs to one state of the shelf.
    private record Now(Named named, Map<Object, Allowed> allowed) {}

    /// What a question may be answered with.
    private record Allowed(BitSet slots, Map<String, Entry> places) {}

    LuceneSearch(Shelf shelf, Meaning meaning, Later<Learned> learned, boolean rebuilt, int threads) {
        this.shelf = shelf;
        this.meaning = meaning;
        this.learned = learned;
        this.rebuilt = rebuilt;
        embedding = new Embedding(embedder, meaning, threads);
        try (var view = shelf.view()) {
            var entries = Shelf.entries(view);
            now = new Now(new Named(entries), new HashMap<>());
            var byId = new HashMap<String, Entry>();
            entries.forEach(entry -> byId.put(entry.provision().id(), entry));
            meaning.retain(byId);
            embedding.add(entries.stream().filter(entry -> !meaning.has(entry)).toList());
        }
    }

    static LuceneSearch open(Path folder, Later<Learned> learned, int threads) {
        boolean lost = !Files.isDirectory(folder.resolve("words"));
        try {
            Files.createDirectories(folder);
            try {
                return opened(folder, learned, lost, threads);
            } catch (org.apache.lucene.store.LockObtainFailedException taken) {
                throw taken;
            } catch (IOException | RuntimeException damaged) {
                empty(folder);
                return opened(folder, learned, true, threads);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static LuceneSearch opened(Path folder, Later<Learned> learned, boolean lost, int threads)
            throws IOException {
        var shelf = Shelf.open(folder.resolve("words"));
        try {
            return new LuceneSearch(shelf, Meaning.open(folder.resolve("meaning")), learned, lost, threads);
        } catch (IOException | RuntimeException damaged) {
            shelf.close();
            throw damaged;
        }
    }

    private static void empty(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(folder)) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public void put(Collection<Provision> provisions) {
        if (provisions.isEmpty()) {
            return;
        }
        shelf.put(provisions);
        embedding.add(provisions.stream()
                .flatMap(provision -> shelf.entry(provision.id()).stream())
                .toList());
        renew();
    }

    @Override
    public void remove(Collection<String> ids) {
        embedding.forget(ids);
        shelf.remove(ids);
        meaning.remove(ids);
        renew();
    }

    @Override
    public void retain(Set<String> ids) {
        try (var view = shelf.view()) {
            var gone = Shelf.entries(view).stream()
                    .map(entry -> entry.provision().id())
                    .filter(id -> !ids.contains(id))
                    .toList();
            if (!gone.isEmpty()) {
                remove(gone);
            }
        }
    }

    private void renew() {
        try (var view = shelf.view()) {
            now = new Now(new Named(Shelf.entries(view)), new HashMap<>());
        }
    }

    @Override
    public Understanding.Understood understand(String words) {
        return now.named().understanding().read(words);
    }

    @Override
    public List<Hit> search(Question question) {
        var state = now;
        var understood = state.named().understanding().read(question.words());
        var hits = new ArrayList<Hit>();
        var seen = new HashSet<String>();
        for (var entry : state.named().articles(understood, question)) {
            if (seen.add(entry.provision().id())) {
                hits.add(new Hit(entry.provision().id(), 1, Why.NAMED, List.of()));
            }
        }
        var laws = Named.laws(understood);
        if (laws.size() == 1 && isAll(understood, laws.getFirst())) {
            for (var entry : state.named().first(laws.getFirst(), question)) {
                if (seen.add(entry.provision().id())) {
                    hits.add(new Hit(entry.provision().id(), 1, Why.LAW, List.of()));
                }
            }
        }
        if (hits.size() < question.limit() && !understood.words().isBlank() && !isEmpty()) {
            byMeaning(question, understood, state, Set.copyOf(laws)).stream()
                    .filter(hit -> seen.add(hit.id()))
                    .forEach(hits::add);
        }
        return List.copyOf(hits.subList(0, Math.min(question.limit(), hits.size())));
    }

    private boolean isEmpty() {
        try (var view = shelf.view()) {
            return view.count() == 0;
        }
    }

    /// Whether the question says nothing but the law.
    private static boolean isAll(Understanding.Understood understood, String law) {
        return understood.named().stream()
                .filter(named -> named.law().equals(law))
                .anyMatch(named -> understood.words().length() - named.said().length() <= 2);
    }

    private List<Hit> byMeaning(Question question, Understanding.Understood understood, Now state, Set<String> laws) {
        var text = understood.besides().isEmpty()
                ? understood.words()
                : understood.words() + " " + String.join(" ", understood.besides());
        try (var words = shelf.view();
                var vectors = meaning.view()) {
            var allowed = allowed(question, state, words);
            var reading =
                    Reading.of(text, embedder.get().embed(text), learned.get().knowledge(), words.searcher(), -1);
            var pool = Pool.of(reading, learned.get().knowledge(), words, vectors, allowed.slots(), allowed.places());
            var ranked = learned.get().ranking().of(pool, vectors.count() * 10L >= words.count() * 9L);
            return IntStream.range(0, pool.entries().length)
                    .boxed()
                    .sorted(Comparator.comparing((Integer i) ->
                                    !laws.contains(pool.entries()[i].provision().law()))
                            .thenComparingDouble(i -> -ranked.scores()[i])
                            .thenComparing(i -> pool.entries()[i].provision().id()))
                    .limit(question.limit())
                    .map(i -> hit(pool, ranked, i))
                    .toList();
        }
    }

    private static Hit hit(Pool pool, Ranking.Ranked ranked, int i) {
        var entry = pool.entries()[i];
        return new Hit(
                entry.provision().id(),
                ranked.sure()[i],
                Why.MEANING,
                Sentences.answering(pool.reading(), entry.text(), SENTENCES));
    }

    private Allowed allowed(Question question, Now state, Shelf.View view) {
        record Kind(Object day, boolean inForce, Set<String> levels, Set<String> areas) {}
        var kind = new Kind(
                question.inForce() ? question.on() : "any", question.inForce(), question.levels(), question.areas());
        synchronized (state.allowed()) {
            if (state.allowed().size() > 50) {
                state.allowed().clear();
            }
            return state.allowed().computeIfAbsent(kind, any -> {
                var slots = new BitSet();
                for (var entry : Shelf.entries(view)) {
                    slots.set(entry.slot(), entry.allowed(question));
                }
                return new Allowed(slots, Pool.places(learned.get().knowledge(), view, slots));
            });
        }
    }

    @Override
    public List<Hit> similar(String id, int limit) {
        var entry = shelf.entry(id);
        if (entry.isEmpty()) {
            return List.of();
        }
        try (var words = shelf.view();
                var vectors = meaning.view()) {
            var own = vectors.vectors().of(entry.get().slot()).clone();
            if (own.length == 0) {
                return List.of();
            }
            var others = new BitSet();
            var question = entry.get().provision();
            for (var other : Shelf.entries(words)) {
                boolean sameArticle = other.key().equals(entry.get().key());
                boolean sameDays = !other.provision().from().isAfter(question.from())
                        && other.provision()
                                .until()
                                .filter(day -> !day.isAfter(question.from()))
                                .isEmpty();
                others.set(
                        other.slot(),
                        !sameArticle && (sameDays || other.provision().until().isEmpty()));
            }
            var near = vectors.vectors();
            return IntStream.of(Meaning.nearest(vectors, own, limit, others))
                    .boxed()
                    .flatMap(slot -> words.at(slot).stream())
                    .map(other -> new Hit(
                            other.provision().id(),
                            Math.max(0, Knowledge.dot(own, near.of(other.slot()))),
                            Why.MEANING,
                            List.of()))
                    .toList();
        }
    }

    @Override
    public State state() {
        try (var words = shelf.view();
                var vectors = meaning.view()) {
            return new State(words.count(), Math.min(words.count(), vectors.count()), rebuilt);
        }
    }

    /// Leaves the index open for somebody else.
    void stopEmbedding() {
        embedding.close();
        embedder.ifMade(Embedder::close);
    }

    @Override
    public void close() {
        embedding.close();
        meaning.close();
        shelf.close();
        embedder.ifMade(Embedder::close);
    }
}
