package org.maplebridge.engines.search;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Learns from answered questions all that the search ships with. What the trees are grown on comes from a matrix that
/// had not seen the question, and from votes without its own: as it will be for a new one.
final class Teaching {

    private static final int FOLDS = 5;
    private static final int EPOCHS = 8;
    private static final int NEAR = 600;
    private static final int TREES = 300;
    private static final String ANY = "metric=none verbosity=-1 num_threads=1 learning_rate=0.03 feature_fraction=0.3"
            + " bagging_fraction=0.7 bagging_freq=1 lambda_l2=10 deterministic=true seed=1";
    /// Each row by itself, and rows of a question against each other.
    private static final List<String> OPTIONS = List.of(
            ANY + " objective=binary num_leaves=15 min_data_in_leaf=100",
            ANY + " objective=lambdarank num_leaves=8 min_data_in_leaf=300 lambdarank_truncation_level=15");

    private final Shelf.View shelf;
    private final Meaning.View meaning;
    private final List<Taught> questions;
    private final ExecutorService workers;
    private final PrintStream progress;
    private final BitSet all = new BitSet();
    private final int[] folds;
    private @Nullable Recipe recipe;

    /// @param vector of the question
    /// @param answers entries that answer
    @SuppressWarnings("ArrayRecordComponent")
    record Taught(String text, float[] vector, List<Entry> answers) {}

    Teaching(
            Shelf.View shelf,
            Meaning.View meaning,
            List<Taught> questions,
            ExecutorService workers,
            PrintStream progress) {
        this.shelf = shelf;
        this.meaning = meaning;
        this.questions = questions;
        this.workers = workers;
        this.progress = progress;
        all.set(0, shelf.entries().length);
        folds = folds(questions.size(), FOLDS, 7);
    }

    /// Which part of several each belongs to, by lot.
    static int[] folds(int size, int parts, long seed) {
        var order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        java.util.Collections.shuffle(order, new Random(seed));
        var folds = new int[size];
        for (int i = 0; i < size; i++) {
            folds[order.get(i)] = i % parts;
        }
        return folds;
    }

    Learned learn() {
        var asked = questions.stream().map(Teaching::asked).toList();
        var adapters = together(IntStream.rangeClosed(0, FOLDS)
                .<Callable<float[]>>mapToObj(fold -> () -> adapter(fold))
                .toList());
        progress.println("  turned");
        var knowledge = new Knowledge(adapters.get(FOLDS), asked);
        var places = Pool.places(knowledge, shelf, all);
        var rows = new ArrayList<float[][]>();
        var right = new ArrayList<boolean[]>();
        var kept = new ArrayList<Integer>();
        var pools = together(IntStream.range(0, questions.size())
                .<Callable<Pool>>mapToObj(i -> () -> {
                    var known = knowledge.with(adapters.get(folds[i]));
                    var question = questions.get(i);
                    var reading = Reading.of(question.text(), question.vector(), known, shelf.searcher(), i);
                    return Pool.of(reading, known, shelf, meaning, all, places);
                })
                .toList());
        var features = together(pools.stream()
                .<Callable<float[][]>>map(pool -> () -> Features.of(pool))
                .toList());
        for (int i = 0; i < pools.size(); i++) {
            var answers = new HashSet<>(questions.get(i).answers());
            var labels = new boolean[pools.get(i).entries().length];
            boolean any = false;
            for (int k = 0; k < labels.length; k++) {
                labels[k] = answers.contains(pools.get(i).entries()[k]);
                any |= labels[k];
            }
            if (any) {
                rows.add(features.get(i));
                right.add(labels);
                kept.add(i);
            }
        }
        progress.println("  gathered");
        recipe = Recipe.fit(rows, right);
        return new Learned(knowledge, ranking(rows, right, kept));
    }

    /// The line of the known recipe, fitted on the same; after [#learn].
    Recipe recipe() {
        return Objects.requireNonNull(recipe);
    }

    private Ranking ranking(List<float[][]> rows, List<boolean[]> right, List<Integer> kept) {
        var forests = together(IntStream.rangeClosed(0, FOLDS)
                .<Callable<Forest>>mapToObj(fold -> () -> {
                    var some = IntStream.range(0, rows.size())
                            .filter(i -> folds[kept.get(i)] != fold)
                            .boxed()
                            .toList();
                    return forest(
                            some.stream().map(rows::get).toList(),
                            some.stream().map(right::get).toList());
                })
                .toList());
        progress.println("  grown");
        var scores = new ArrayList<double[]>();
        for (int i = 0; i < rows.size(); i++) {
            var forest = forests.get(folds[kept.get(i)]);
            for (int k = 0; k < rows.get(i).length; k++) {
                scores.add(new double[] {forest.of(rows.get(i)[k]), right.get(i)[k] ? 1 : 0});
            }
        }
        var line = Sureness.fit(scores);
        return new Ranking(forests.get(FOLDS), line[0], line[1]);
    }

    /// Two, grown to different ends, order better than one; both weigh the same.
    private static Forest forest(List<float[][]> rows, List<boolean[]> right) {
        var trees = new ArrayList<Forest.Tree>();
        for (var options : OPTIONS) {
            var grown = TreeGrowing.grow(rows, right, options, TREES);
            trees.addAll(TreeGrowing.scaled(grown, 1 / spread(grown, rows)).trees());
        }
        return new Forest(List.copyOf(trees));
    }

    private static double spread(Forest forest, List<float[][]> rows) {
        var scores =
                rows.stream().flatMap(Arrays::stream).mapToDouble(forest::of).toArray();
        double mean = Arrays.stream(scores).average().orElse(0);
        return Math.sqrt(Arrays.stream(scores)
                .map(it -> (it - mean) * (it - mean))
                .average()
                .orElse(1));
    }

    private static Knowledge.Asked asked(Taught question) {
        return new Knowledge.Asked(
                question.vector(),
                question.answers().stream().map(Entry::key).distinct().toList());
    }

    /// The matrix learned without one part.
    private float[] adapter(int without) {
        var answering = new LinkedHashSet<Entry>();
        var lessons = new ArrayList<AdapterTraining.Lesson>();
        var vectors = meaning.vectors();
        var some = IntStream.range(0, questions.size())
                .filter(i -> folds[i] != without)
                .boxed()
                .toList();
        some.forEach(i -> answering.addAll(questions.get(i).answers()));
        var common = answering.stream()
                .sorted(Comparator.comparingInt(Entry::slot))
                .map(entry -> vectors.of(entry.slot()).clone())
                .toList();
        var order =
                answering.stream().sorted(Comparator.comparingInt(Entry::slot)).toList();
        for (int i : some) {
            var question = questions.get(i);
            var right = question.answers().stream()
                    .map(entry -> common.get(order.indexOf(entry)))
                    .toList();
            var wrong = Arrays.stream(Meaning.nearest(meaning, question.vector(), NEAR, all))
                    .filter(slot -> !isIn(answering, slot))
                    .mapToObj(slot -> vectors.of(slot).clone())
                    .toList();
            lessons.add(new AdapterTraining.Lesson(question.vector(), right, wrong));
        }
        return AdapterTraining.learn(lessons, common, EPOCHS, 1);
    }

    private boolean isIn(Set<Entry> entries, int slot) {
        var entry = shelf.entries()[slot];
        return entry != null && entries.contains(entry);
    }

    private <T> List<T> together(List<? extends Callable<T>> tasks) {
        try {
            var done = new ArrayList<T>();
            for (Future<T> one : workers.invokeAll(tasks)) {
                done.add(one.get());
            }
            return done;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }
}
