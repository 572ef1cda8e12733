package org.maplebridge.engines.search;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/// Ranks articles for questions as the program does, and says how well and how fast; with `--folds` on the questions it
/// learns from, each by what was learned without it.
public final class SearchTrial {

    private static final int DEEP = 100;
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private static final int WARM = 200;

    private SearchTrial() {}

    /// What it is asked for on one line, in Chinese.
    public static final String ABOUT = "法条检索：--corpus F --queries F [--train-queries F --train-qrels F] --out RUN；"
            + "--folds 5 交叉验证；--cache DIR 留下索引；--model DIR 写出学到的权重";

    /// @param options by name, without the dashes
    /// @return figures by name, in their order
    public static Map<String, Object> run(Map<String, String> options, PrintStream progress) throws Exception {
        var corpus = Judged.corpus(Path.of(required(options, "corpus")));
        var folder = options.get("cache");
        var index = folder == null ? Files.createTempDirectory("maple-search") : Path.of(folder);
        var result = new LinkedHashMap<String, Object>();
        var shelves = Filled.of(index, corpus, progress, result);
        try (shelves) {
            var workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
            try (workers) {
                if (options.containsKey("folds")) {
                    new Folds(shelves, taught(options, shelves), workers, progress)
                            .run(Integer.parseInt(required(options, "folds")), result);
                    return result;
                }
                var learned = options.containsKey("train-queries")
                        ? new Teaching(
                                        shelves.words(),
                                        shelves.vectors(),
                                        lessons(taught(options, shelves)),
                                        workers,
                                        progress)
                                .learn()
                        : Learned.ours();
                if (options.containsKey("model")) {
                    write(learned, Path.of(required(options, "model")));
                }
                if (options.containsKey("queries")) {
                    rank(shelves, learned, options, result);
                }
            }
        }
        return result;
    }

    private static String required(Map<String, String> options, String name) {
        return Optional.ofNullable(options.get(name)).orElseThrow(() -> new IllegalArgumentException("缺少 --" + name));
    }

    /// A question with the ids of its answers.
    record Given(String id, Teaching.Taught taught, Set<String> right) {}

    private static List<Teaching.Taught> lessons(List<Given> given) {
        return given.stream().map(Given::taught).toList();
    }

    private static List<Given> taught(Map<String, String> options, Filled shelves) throws IOException {
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
    private static void rank(Filled shelves, Learned learned, Map<String, String> options, Map<String, Object> result)
            throws IOException {
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
        result.put("questions", texts.size());
        result.put("p50Ms", round(times[times.length / 2]));
        result.put("p99Ms", round(times[(int) (times.length * .99)]));
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
