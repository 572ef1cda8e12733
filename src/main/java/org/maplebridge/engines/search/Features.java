package org.maplebridge.engines.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What the ranking knows of each provision in a pool, as numbers: lexical, dense, what earlier questions say, how the
/// neighbours do, and what kind of text it is. A pool without vectors gives zeros there.
final class Features {

    /// How the numbers are called, in their order.
    static final List<String> NAMES = List.of(
            "pairs",
            "pairsToBest",
            "pairsRank",
            "words",
            "wordsToBest",
            "title",
            "titleToBest",
            "body",
            "bodyToBest",
            "raw",
            "rawToBest",
            "rawRank",
            "turned",
            "turnedToBest",
            "turnedRank",
            "coverage",
            "density",
            "run",
            "runShare",
            "titleCoverage",
            "vote",
            "voteShare",
            "nearestAsked",
            "timesAsked",
            "lawAsked",
            "lawVote",
            "chapterVote",
            "aroundVote",
            "anyAsked",
            "lawBest",
            "lawMean",
            "lawRank",
            "lawCount",
            "beside",
            "besidePairs",
            "length",
            "number",
            "level",
            "general",
            "named",
            "questionLength",
            "turnedVote",
            "turnedVoteShare",
            "turnedNearest",
            "turnedLawVote",
            "turnedChapterVote",
            "turnedAround",
            "terms",
            "termsInTitle",
            "usualLaw",
            "leant",
            "leantToBest",
            "leantRank",
            "like",
            "together",
            "defines",
            "counts",
            "prison",
            "fine",
            "fused");

    private static final int BEST = 8;
    private static final int MOST_RUN = 300;

    private final Pool pool;
    private final int size;
    private final float[][] rows;

    private Features(Pool pool) {
        this.pool = pool;
        size = pool.entries().length;
        rows = new float[size][NAMES.size()];
    }

    /// One row for each entry of the pool.
    static float[][] of(Pool pool) {
        var features = new Features(pool);
        features.lexical();
        features.dense();
        features.comparing();
        features.asked();
        features.neighbours();
        new Kinds(pool, features::set).tell();
        features.fused();
        return features.rows;
    }

    private void set(int row, String name, double value) {
        rows[row][at(name)] = (float) value;
    }

    private static final Map<String, Integer> PLACES = new HashMap<>();

    static {
        for (int i = 0; i < NAMES.size(); i++) {
            PLACES.put(NAMES.get(i), i);
        }
    }

    /// The place of a number in its row.
    static int at(String name) {
        return java.util.Objects.requireNonNull(PLACES.get(name), name);
    }

    private void lexical() {
        toBest("pairs", "pairsToBest", "pairsRank", pool.said().pairs());
        toBest("words", "wordsToBest", "", pool.said().words());
        toBest("title", "titleToBest", "", pool.said().title());
        toBest("body", "bodyToBest", "", pool.said().body());
    }

    private void dense() {
        toBest("raw", "rawToBest", "rawRank", pool.said().raw());
        toBest("turned", "turnedToBest", "turnedRank", pool.said().turned());
        toBest("leant", "leantToBest", "leantRank", pool.said().leant());
    }

    private void toBest(String name, String best, String rank, float[] values) {
        double most = 1e-6;
        for (float value : values) {
            most = Math.max(most, value);
        }
        var ranks = ranks(values);
        for (int i = 0; i < size; i++) {
            set(i, name, values[i]);
            set(i, best, values[i] / most);
            if (!rank.isEmpty()) {
                set(i, rank, Math.log(1 + ranks[i]));
            }
        }
    }

    /// The place of each value, 0 for the greatest.
    static int[] ranks(float[] values) {
        var order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -values[i]))
                .toList();
        var ranks = new int[values.length];
        for (int i = 0; i < order.size(); i++) {
            ranks[order.get(i)] = i;
        }
        return ranks;
    }

    private void comparing() {
        var reading = pool.reading();
        double whole = Math.max(1e-6, reading.weight());
        var question =
                reading.text().substring(0, Math.min(MOST_RUN, reading.text().length()));
        for (int i = 0; i < size; i++) {
            var entry = pool.entries()[i];
            var body = Signs.pairs(entry.text());
            double common = reading.common(body);
            set(i, "coverage", common / whole);
            set(i, "density", common / Math.sqrt(whole * Math.max(4, body.length)));
            int run = Signs.run(
                    question,
                    entry.text().substring(0, Math.min(600, entry.text().length())));
            set(i, "run", run);
            set(i, "runShare", run / (double) Math.max(1, reading.text().length()));
            set(i, "titleCoverage", reading.common(Signs.pairs(entry.title())) / whole);
            set(i, "questionLength", reading.text().length());
        }
    }

    private void asked() {
        var votes = pool.votes();
        var ranks = ranks(pool.said().leant());
        var best = new HashSet<String>();
        for (int i = 0; i < size; i++) {
            if (ranks[i] < BEST) {
                best.add(pool.entries()[i].key());
            }
        }
        var turned = pool.turnedVotes();
        double sum = 1e-9;
        double turnedSum = 1e-9;
        for (var entry : pool.entries()) {
            sum += votes.article(entry);
            turnedSum += turned.article(entry);
        }
        for (int i = 0; i < size; i++) {
            var entry = pool.entries()[i];
            set(i, "like", pool.said().like()[i]);
            set(i, "together", Math.log(1 + votes.together(entry, best)));
            set(i, "vote", votes.article(entry));
            set(i, "voteShare", votes.article(entry) / sum);
            set(i, "turnedVote", turned.article(entry));
            set(i, "turnedVoteShare", turned.article(entry) / turnedSum);
            set(i, "turnedNearest", turned.nearest(entry));
            set(i, "turnedLawVote", turned.law(entry));
            set(i, "turnedChapterVote", turned.chapter(entry));
            set(i, "turnedAround", turned.around(entry));
            set(i, "nearestAsked", votes.nearest(entry));
            set(i, "timesAsked", Math.log(1 + votes.count(entry)));
            set(i, "lawAsked", Math.log(1 + votes.ofLaw(entry)));
            set(i, "lawVote", votes.law(entry));
            set(i, "chapterVote", votes.chapter(entry));
            set(i, "aroundVote", votes.around(entry));
            set(i, "anyAsked", votes.nearest());
        }
    }

    private void neighbours() {
        var laws = new HashMap<String, List<Integer>>();
        for (int i = 0; i < size; i++) {
            laws.computeIfAbsent(pool.entries()[i].provision().law(), any -> new ArrayList<>())
                    .add(i);
        }
        var turned = pool.said().leant();
        var pairs = pool.said().pairs();
        for (var law : laws.values()) {
            law.sort(Comparator.comparingDouble(i -> -turned[i]));
            double best =
                    law.stream().limit(3).mapToDouble(i -> turned[i]).average().orElse(0);
            for (int place = 0; place < law.size(); place++) {
                int i = law.get(place);
                set(i, "lawBest", turned[law.getFirst()]);
                set(i, "lawMean", best);
                set(i, "lawRank", Math.log(1 + place));
                set(i, "lawCount", Math.log(law.size()));
                double beside = 0;
                double besidePairs = 0;
                for (int other : law) {
                    int away = Math.abs(pool.entries()[other].provision().number()
                            - pool.entries()[i].provision().number());
                    if (other != i && away <= 2) {
                        beside = Math.max(beside, turned[other]);
                        besidePairs = Math.max(besidePairs, pairs[other]);
                    }
                }
                set(i, "beside", beside);
                set(i, "besidePairs", besidePairs);
            }
        }
    }

    private void fused() {
        for (var row : rows) {
            row[at("fused")] = row[at("pairsToBest")] + 2 * row[at("leantToBest")] + row[at("voteShare")];
        }
    }

    /// The rows as one, for who takes them so.
    static float[] flat(List<float[][]> pools) {
        int rows = pools.stream().mapToInt(rowsOf -> rowsOf.length).sum();
        var flat = new float[rows * NAMES.size()];
        int at = 0;
        for (var pool : pools) {
            for (var row : pool) {
                System.arraycopy(row, 0, flat, at, row.length);
                at += row.length;
            }
        }
        return Arrays.copyOf(flat, at);
    }
}
