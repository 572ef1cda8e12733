package org.maplebridge.engines.search;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.maplebridge.bench.Benchmark;
import org.maplebridge.bench.Options;
import org.maplebridge.bench.Result;

/// Ranks articles for questions as the program does, and says how well and how fast; with `--folds` on the questions it
/// learns from, each by what was learned without it.
public final class SearchBench implements Benchmark {

    private static final int DEEP = 100;
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private static final int WARM = 200;

    @Override
    public String name() {
        return "search";
    }

    @Override
    public String about() {
        return "法条检索：--corpus F --queries F [--train-queries F --train-qrels F] --out RUN；--folds 5 交叉验证；"
                + "--cache DIR 留下索引；--model DIR 写出学到的权重";
    }

    @Override
    public Result run(Options options, PrintStream progress) throws Exception {
        var corpus = Judged.corpus(Path.of(required(options, "corpus")));
        var folder = options.text("cache").map(Path::of).orElse(null);
        var index = folder == null ? Files.createTempDirectory("maple-search") : folder;
        var result = new Result();
        var shelves = Filled.of(index, corpus, progress, result);
        try (shelves) {
            var workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
            try (workers) {
                if (options.text("folds").isPresent()) {
                    new Folds(shelves, taught(options, shelves), workers, progress)
                            .run(options.number("folds", 5), result);
                    return result;
                }
                var learned = options.text("train-queries").isPresent()
                        ? new Teaching(
                                        shelves.words(),
                                        shelves.vectors(),
                                        lessons(taught(options, shelves)),
                                        workers,
                                        progress)
                                .learn()
                        : Learned.ours();
                if (options.text("model").isPresent()) {
                    write(learned, Path.of(options.text("model").get()));
                }
                if (options.text("queries").isPresent()) {
                    rank(shelves, learned, options, result);
                }
            }
        }
        return result;
    }

    private static String required(Options options, String name) {
        return options.text(name).orElseThrow(() -> new IllegalArgumentException("缺少 --" + name));
    }

    /// A question with the ids of its answers.
    record Given(String id, Teaching.Taught taught, Set<String> right) {}

    private static List<Teaching.Taught> lessons(List<Given> given) {
        return given.stream().map(Given::taught).toList();
    }

    private static List<Given> taught(Options options, Filled shelves) throws IOException {
        var questions = Judged.questions(Path.of(required(options, "train-queries")));
        var answers = Judged.answers(Path.of(required(options, "train-qrels")));
        var given = new ArrayList<Given>();
        for (var question : questions.entrySet()) {
            var right = answers.getOrDefault(question.getKey(), Set.of());
            var entries = right.stream()
                    .sorted()
                    .flatMap(id -> shelves.entry(id).stream())
                    .toList();
            if (!entries.isEmpty()) {
                var text = Plainly.of(question.getValue()).text();
                var vector = shelves.embedder().embed(text);
                given.add(new Given(question.getKey(), new Teaching.Taught(text, vector, entries), right));
            }
        }
        return given;
    }

    private static void write(Learned learned, Path folder) throws IOException {
        for (var file : Map.of(Learned.KNOWLEDGE, "k", Learned.RANKING, "r").entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            try (var out = Files.newOutputStream(path)) {
                if (file.getValue().equals("k")) {
                    learned.knowledge().write(out);
                } else {
                    learned.ranking().write(out);
                }
            }
        }
    }

    /// One after the other, as one person asks, on one core.
    private static void rank(Filled shelves, Learned learned, Options options, Result result) throws IOException {
        var questions = Judged.questions(Path.of(required(options, "queries")));
        var search = shelves.search(learned);
        var texts = List.copyOf(questions.values());
        for (int i = 0; i < Math.min(WARM, texts.size()); i++) {
            search.search(question(texts.get(i)));
        }
        var lines = new ArrayList<String>();
        var times = new double[texts.size()];
        int at = 0;
        for (var question : questions.entrySet()) {
            long begun = System.nanoTime();
            var hits = search.search(question(question.getValue()));
            times[at++] = (System.nanoTime() - begun) / 1e6;
            int place = 0;
            for (var hit : hits) {
                place++;
                lines.add("%s Q0 %s %d %.6f maplebridge".formatted(question.getKey(), hit.id(), place, 1.0 / place));
            }
        }
        Files.write(Path.of(required(options, "out")), lines);
        Arrays.sort(times);
        result.put("questions", texts.size())
                .put("p50Ms", round(times[times.length / 2]))
                .put("p99Ms", round(times[(int) (times.length * .99)]));
    }

    static double round(double number) {
        return Math.round(number * 10_000) / 10_000.0;
    }

    static Question question(String words) {
        return new Question(words, DEEP, TODAY, false, Set.of(), Set.of());
    }

    static List<String> ids(List<Hit> hits) {
        return hits.stream().map(Hit::id).collect(Collectors.toList());
    }
}
