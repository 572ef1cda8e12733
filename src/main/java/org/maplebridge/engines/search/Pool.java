package org.maplebridge.engines.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.Query;

/// The provisions that may answer a question, gathered from all sides, with what each side says of them.
final class Pool {

    private static final int BY_PAIRS = 100;
    private static final int BY_WORDS = 60;
    private static final int BY_MEANING = 60;
    private static final int BY_TURNED = 100;
    private static final int CITED_BEFORE = 60;
    private static final int LIKE = 3;
    private static final double LEANING = .3;

    /// What each side says of the slots, in their order.
    @SuppressWarnings("ArrayRecordComponent")
    record Said(
            float[] pairs,
            float[] words,
            float[] title,
            float[] body,
            float[] raw,
            float[] turned,
            float[] leant,
            float[] like) {}

    private final Entry[] entries;
    private final Said said;
    private final Votes votes;
    private final Votes turnedVotes;
    private final Reading reading;

    private Pool(Entry[] entries, Said said, Votes votes, Votes turnedVotes, Reading reading) {
        this.entries = entries;
        this.said = said;
        this.votes = votes;
        this.turnedVotes = turnedVotes;
        this.reading = reading;
    }

    Entry[] entries() {
        return entries;
    }

    Said said() {
        return said;
    }

    Votes votes() {
        return votes;
    }

    /// Those of questions whose turned vectors are near.
    Votes turnedVotes() {
        return turnedVotes;
    }

    Reading reading() {
        return reading;
    }

    /// Where the articles stand that ever answered, by key; with several editions, one of those allowed.
    static Map<String, Entry> places(Knowledge knowledge, Shelf.View shelf, BitSet allowed) {
        var wanted = new java.util.HashSet<String>();
        knowledge.cited().forEach(wanted::add);
        var places = new java.util.HashMap<String, Entry>();
        for (var entry : Shelf.entries(shelf)) {
            if (allowed.get(entry.slot()) && wanted.contains(entry.key())) {
                places.merge(
                        entry.key(),
                        entry,
                        (a, b) -> a.provision().from().isAfter(b.provision().from()) ? a : b);
            }
        }
        return places;
    }

    /// Gathers.
    static Pool of(
            Reading reading,
            Knowledge knowledge,
            Shelf.View shelf,
            Meaning.View meaning,
            BitSet allowed,
            Map<String, Entry> places) {
        Set<String> pairs = Texts.cut(Texts.PAIRS, reading.text());
        Set<String> words = Texts.cut(Texts.WORDS, reading.text());
        var byPairs = Texts.any(Shelf.PAIRS, pairs);
        var byWords = Texts.any(Shelf.WORDS, words);
        var votes = new Votes(knowledge, reading.near(), places);
        var turnedVotes = new Votes(knowledge, reading.nearTurned(), places);
        var slots = new LinkedHashSet<Integer>();
        add(slots, Shelf.top(shelf, byPairs, BY_PAIRS, allowed));
        add(slots, Shelf.top(shelf, byWords, BY_WORDS, allowed));
        add(slots, Meaning.nearest(meaning, reading.raw(), BY_MEANING, allowed));
        var vectors = meaning.vectors();
        var leant = leant(reading, turnedVotes, places, vectors);
        add(slots, Meaning.nearest(meaning, leant, BY_TURNED, allowed));
        turnedVotes.articles().stream()
                .map(places::get)
                .filter(java.util.Objects::nonNull)
                .forEach(it -> slots.add(it.slot()));
        votes.articles().stream()
                .map(places::get)
                .filter(java.util.Objects::nonNull)
                .forEach(it -> slots.add(it.slot()));
        before(leant, votes, places, vectors).forEach(slots::add);
        var all = slots.stream()
                .filter(slot -> shelf.at(slot).isPresent())
                .mapToInt(Integer::intValue)
                .toArray();
        var said = said(
                reading,
                leant,
                shelf,
                vectors,
                all,
                List.of(byPairs, byWords, Texts.any(Shelf.TITLE, pairs), Texts.any(Shelf.BODY, pairs)));
        var entries = Arrays.stream(all)
                .boxed()
                .flatMap(slot -> shelf.at(slot).stream())
                .toArray(Entry[]::new);
        return new Pool(entries, said, votes, turnedVotes, reading);
    }

    private static Said said(
            Reading reading, float[] leant, Shelf.View shelf, Meaning.Vectors vectors, int[] all, List<Query> queries) {
        var raw = new float[all.length];
        var turned = new float[all.length];
        var leaning = new float[all.length];
        for (int i = 0; i < all.length; i++) {
            var vector = vectors.of(all[i]);
            raw[i] = Knowledge.dot(reading.raw(), vector);
            turned[i] = Knowledge.dot(reading.turned(), vector);
            leaning[i] = Knowledge.dot(leant, vector);
        }
        var middle = middle(leaning, vectors, all);
        var like = new float[all.length];
        for (int i = 0; i < all.length; i++) {
            like[i] = Knowledge.dot(middle, vectors.of(all[i]));
        }
        return new Said(
                Shelf.scores(shelf, queries.get(0), all),
                Shelf.scores(shelf, queries.get(1), all),
                Shelf.scores(shelf, queries.get(2), all),
                Shelf.scores(shelf, queries.get(3), all),
                raw,
                turned,
                leaning,
                like);
    }

    /// The middle of those that lie nearest.
    private static float[] middle(float[] near, Meaning.Vectors vectors, int[] all) {
        var ranks = Features.ranks(near);
        var middle = new float[Embedder.SIZE];
        for (int i = 0; i < all.length; i++) {
            if (ranks[i] < LIKE) {
                add(middle, vectors.of(all[i]), 1);
            }
        }
        Embedder.unit(middle);
        return middle;
    }

    /// The turned vector, leaning towards what answered the questions near by.
    private static float[] leant(Reading reading, Votes votes, Map<String, Entry> places, Meaning.Vectors vectors) {
        var answers = new float[Embedder.SIZE];
        double sum = 1e-9;
        for (var share : votes.shares().entrySet()) {
            var place = places.get(share.getKey());
            if (place != null) {
                add(answers, vectors.of(place.slot()), share.getValue().floatValue());
                sum += share.getValue();
            }
        }
        var leant = reading.turned().clone();
        add(leant, answers, (float) (LEANING / sum));
        Embedder.unit(leant);
        return leant;
    }

    private static void add(float[] to, float[] vector, float times) {
        for (int i = 0; i < vector.length; i++) {
            to[i] += times * vector[i];
        }
    }

    /// Of all that ever answered, the nearest.
    private static List<Integer> before(
            float[] leant, Votes votes, Map<String, Entry> places, Meaning.Vectors vectors) {
        record Near(int slot, float near) {}
        var near = new ArrayList<Near>(places.size());
        for (var entry : places.values()) {
            if (votes.count(entry) > 0) {
                near.add(new Near(entry.slot(), Knowledge.dot(leant, vectors.of(entry.slot()))));
            }
        }
        near.sort(Comparator.comparingDouble(it -> -it.near()));
        return near.stream().limit(CITED_BEFORE).map(Near::slot).toList();
    }

    private static void add(Set<Integer> slots, int[] more) {
        for (int slot : more) {
            slots.add(slot);
        }
    }
}
