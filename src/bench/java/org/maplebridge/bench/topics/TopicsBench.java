package org.maplebridge.bench.topics;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.maplebridge.bench.Benchmark;
import org.maplebridge.bench.Options;
import org.maplebridge.bench.Result;
import org.maplebridge.engines.search.Topics;
import org.maplebridge.engines.search.TopicsLearner;

/// How often the topic of a question is told right. With `--in` and `--out` it tells topics, with `--folds` it learns
/// from some of the questions and is measured on the others, with `--model` it writes the model that ships.
public final class TopicsBench implements Benchmark {

    private static final int PIECE = 3;
    private static final int REPEATS = 3;
    /// Questions of our own that share more of their pieces with a question are not learned from when it is guessed.
    private static final double TOO_CLOSE = 0.15;

    @Override
    public String name() {
        return "topics";
    }

    @Override
    public String about() {
        return "问题属于二十类中的哪一类；--train F --in F --out F，或 --train F --folds 5，或 --train F --model F";
    }

    private record Line(String id, String topic, String text) {}

    @Override
    public Result run(Options options, PrintStream progress) throws IOException {
        var train = options.text("train").isPresent()
                ? lines(Path.of(options.text("train").get()))
                : List.<Line>of();
        var result =
                new Result().put("train", train.size()).put("own", Topics.own().size());
        if (options.text("folds").isPresent()) {
            folds(train, Math.max(2, options.number("folds", 5)), result, progress);
        }
        if (options.text("model").isPresent()) {
            Files.write(Path.of(options.text("model").get()), learned(train).written());
        }
        if (options.text("in").isPresent()) {
            told(options, train, result);
        }
        return result;
    }

    private static void told(Options options, List<Line> train, Result result) throws IOException {
        var model = train.isEmpty() ? Topics.ours() : learned(train);
        var asked = lines(Path.of(options.text("in").orElseThrow()));
        long began = System.nanoTime();
        var out = new ArrayList<String>();
        int known = 0;
        int right = 0;
        for (var line : asked) {
            var guess = model.guess(line.text()).topic();
            out.add(line.id() + "\t" + guess);
            known += line.topic().isEmpty() ? 0 : 1;
            right += guess.equals(line.topic()) ? 1 : 0;
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        if (options.text("out").isPresent()) {
            Files.write(Path.of(options.text("out").get()), out);
        }
        result.put("questions", asked.size()).put("millisEach", rounded(seconds * 1000 / Math.max(1, asked.size())));
        if (known > 0) {
            result.put("accuracy", rounded((double) right / known));
        }
    }

    private static void folds(List<Line> train, int folds, Result result, PrintStream progress) {
        int right = 0;
        int apart = 0;
        int alone = 0;
        var mixed = new TreeMap<String, Integer>();
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            var order = new ArrayList<>(train);
            order.sort(Comparator.comparing(Line::id));
            Collections.shuffle(order, new Random(repeat));
            for (int fold = 0; fold < folds; fold++) {
                var held = new ArrayList<Line>();
                var learn = new ArrayList<Line>();
                for (int i = 0; i < order.size(); i++) {
                    (i % folds == fold ? held : learn).add(order.get(i));
                }
                var model = learned(learn);
                var far = TopicsLearner.learn(with(learn, farFrom(held)));
                var only = TopicsLearner.learn(with(learn, List.of()));
                for (var line : held) {
                    var guess = model.guess(line.text()).topic();
                    right += guess.equals(line.topic()) ? 1 : 0;
                    apart += far.guess(line.text()).topic().equals(line.topic()) ? 1 : 0;
                    alone += only.guess(line.text()).topic().equals(line.topic()) ? 1 : 0;
                    if (!guess.equals(line.topic())) {
                        mixed.merge(line.topic() + "→" + guess, 1, Integer::sum);
                    }
                }
            }
            progress.printf("第 %d 遍%n", repeat + 1);
        }
        double all = (double) REPEATS * train.size();
        result.put("folds", folds)
                .put("repeats", REPEATS)
                .put("accuracy", rounded(right / all))
                .put("accuracyOwnFarOnly", rounded(apart / all))
                .put("accuracyWithoutOwn", rounded(alone / all));
        mixed.entrySet().stream()
                .sorted((one, other) -> other.getValue() - one.getValue())
                .limit(20)
                .forEach(each -> progress.printf("%s %d%n", each.getKey(), each.getValue()));
    }

    private static Topics learned(List<Line> lines) {
        return TopicsLearner.learn(with(lines, Topics.own()));
    }

    private static List<Topics.Example> with(List<Line> lines, List<Topics.Example> own) {
        var examples = new ArrayList<>(own);
        lines.forEach(line -> examples.add(new Topics.Example(line.topic(), line.text())));
        return examples;
    }

    /// Questions of our own that are like none of these.
    private static List<Topics.Example> farFrom(List<Line> held) {
        var theirs = held.stream().map(line -> pieces(line.text())).toList();
        return Topics.own().stream()
                .filter(example -> {
                    var mine = pieces(example.text());
                    return theirs.stream().noneMatch(other -> common(mine, other) > TOO_CLOSE * mine.size());
                })
                .toList();
    }

    private static long common(Set<String> mine, Set<String> other) {
        return mine.stream().filter(other::contains).count();
    }

    private static Set<String> pieces(String text) {
        var pieces = new HashSet<String>();
        for (int i = 0; i + PIECE <= text.length(); i++) {
            pieces.add(text.substring(i, i + PIECE));
        }
        return pieces;
    }

    /// `id TAB topic TAB text`, or `id TAB text` where the topic is asked for.
    private static List<Line> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .map(line -> line.split("\t", 3))
                .map(cells -> cells.length == 3
                        ? new Line(cells[0], cells[1], cells[2])
                        : new Line(cells[0], "", cells[cells.length - 1]))
                .toList();
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
