package org.maplebridge.engines.search;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Each question ranked by what was learned from the others; one stage of the search after the other.
final class Folds {

    private static final long SEED = 11;

    private final Filled shelves;
    private final List<SearchTrial.Given> given;
    private final ExecutorService workers;
    private final PrintStream progress;
    private final Map<String, Measured[]> stages = new LinkedHashMap<>();
    private final BitSet all = new BitSet();

    Folds(Filled shelves, List<SearchTrial.Given> given, ExecutorService workers, PrintStream progress) {
        this.shelves = shelves;
        this.given = given;
        this.workers = workers;
        this.progress = progress;
        all.set(0, shelves.words().entries().length);
    }

    void run(int parts, Map<String, Object> result) {
        var folds = Teaching.folds(given.size(), parts, SEED);
        for (int part = 0; part < parts; part++) {
            int now = part;
            progress.println("fold " + (part + 1) + " of " + parts);
            var rest = IntStream.range(0, given.size())
                    .filter(i -> folds[i] != now)
                    .mapToObj(i -> given.get(i).taught())
                    .toList();
            var teaching = new Teaching(shelves.words(), shelves.vectors(), rest, workers, progress);
            var learned = teaching.learn();
            var search = shelves.search(learned);
            for (int i = 0; i < given.size(); i++) {
                if (folds[i] == part) {
                    measure(i, learned, teaching.recipe(), search);
                }
            }
            search.stopEmbedding();
            table(result, false);
        }
        table(result, true);
    }

    private void measure(int i, Learned learned, Recipe recipe, LuceneSearch search) {
        var question = given.get(i);
        var text = question.taught().text();
        BiConsumer<String, List<String>> stage =
                (name, ranked) -> stages.computeIfAbsent(name, any -> new Measured[given.size()])[i] =
                        Measured.of(ranked, question.right());
        var words = shelves.words();
        var reading = Reading.of(text, question.taught().vector(), learned.knowledge(), words.searcher(), -1);
        var places = Pool.places(learned.knowledge(), words, all);
        var pairs = Shelf.top(words, Texts.any(Shelf.PAIRS, Texts.cut(Texts.PAIRS, text)), 100, all);
        var raw = Meaning.nearest(shelves.vectors(), reading.raw(), 100, all);
        var turned = Meaning.nearest(shelves.vectors(), reading.turned(), 100, all);
        stage.accept("1 pairs of signs, BM25", ids(pairs));
        stage.accept("2 meaning", ids(raw));
        stage.accept("3 both", ids(fused(pairs, raw)));
        stage.accept("4 turned", ids(turned));
        stage.accept("5 turned and pairs", ids(fused(turned, pairs)));
        var pool = Pool.of(reading, learned.knowledge(), words, shelves.vectors(), all, places);
        var rows = Features.of(pool);
        stage.accept("6 the known recipe", ranked(pool, k -> recipe.of(rows[k])));
        var forest = learned.ranking().forest();
        stage.accept("7 trees", ranked(pool, k -> forest.of(rows[k])));
        stage.accept("8 whole search", SearchTrial.ids(search.search(SearchTrial.question(text))));
    }

    private static List<String> ranked(Pool pool, java.util.function.IntToDoubleFunction score) {
        var entries = pool.entries();
        var scores = IntStream.range(0, entries.length).mapToDouble(score).toArray();
        return IntStream.range(0, entries.length)
                .boxed()
                .sorted(java.util.Comparator.comparingDouble(k -> -scores[k]))
                .map(k -> entries[k].provision().id())
                .toList();
    }

    private List<String> ids(int[] slots) {
        var entries = shelves.words().entries();
        return Arrays.stream(slots)
                .mapToObj(slot -> java.util.Objects.requireNonNull(entries[slot])
                        .provision()
                        .id())
                .toList();
    }

    private static int[] fused(int[] one, int[] other) {
        var scores = new LinkedHashMap<Integer, Double>();
        for (var list : List.of(one, other)) {
            for (int i = 0; i < list.length; i++) {
                scores.merge(list[i], 1.0 / (20 + i), Double::sum);
            }
        }
        return scores.entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue().reversed())
                .limit(100)
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }

    private void table(Map<String, Object> result, boolean last) {
        for (var stage : stages.entrySet()) {
            var measured = Arrays.stream(stage.getValue())
                    .filter(java.util.Objects::nonNull)
                    .toList();
            var mean = Measured.mean(measured);
            progress.printf(
                    "%-28s R@10 %.4f  MRR@10 %.4f  R@100 %.4f%n",
                    stage.getKey(), mean.recall(), mean.reciprocal(), mean.recall100());
            if (last && stage.getKey().startsWith("8")) {
                result.put("recall10", SearchTrial.round(mean.recall()));
                result.put("mrr10", SearchTrial.round(mean.reciprocal()));
                result.put("recall100", SearchTrial.round(mean.recall100()));
            }
        }
        if (last) {
            compare(result);
        }
    }

    /// Against the recipe, question by question.
    private void compare(Map<String, Object> result) {
        var ours = new ArrayList<Measured>(Arrays.asList(stages.get("8 whole search")));
        var recipe = new ArrayList<Measured>(Arrays.asList(stages.get("6 the known recipe")));
        var recipeMean = Measured.mean(recipe);
        result.put("recipeRecall10", SearchTrial.round(recipeMean.recall()));
        result.put("recipeMrr10", SearchTrial.round(recipeMean.reciprocal()));
        result.put("chanceOfNoGainInRecall", chance(ours, recipe, Measured::recall));
        result.put("chanceOfNoGainInMrr", chance(ours, recipe, Measured::reciprocal));
    }

    private static double chance(List<Measured> ours, List<Measured> others, ToDoubleFunction<Measured> what) {
        return Measured.chance(
                ours.stream().mapToDouble(what).toArray(),
                others.stream().mapToDouble(what).toArray(),
                SEED);
    }
}
