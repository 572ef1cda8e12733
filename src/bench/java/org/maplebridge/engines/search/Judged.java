package org.maplebridge.engines.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// Articles, questions and which answers which, as the files of a retrieval test say it.
final class Judged {

    private Judged() {}

    /// One article a line, as JSON.
    static List<Provision> corpus(Path file) throws IOException {
        var mapper = new JsonMapper();
        var corpus = new ArrayList<Provision>();
        for (var line : Files.readAllLines(file)) {
            if (line.isBlank()) {
                continue;
            }
            var article = mapper.readTree(line);
            var label = article.path("no").asString("");
            corpus.add(new Provision(
                    article.path("id").asString(""),
                    article.path("law").asString(""),
                    List.of(),
                    number(label),
                    0,
                    label,
                    Stream.of("sub", "chapter")
                            .map(name -> article.path(name).asString(""))
                            .filter(heading -> !heading.isBlank())
                            .toList(),
                    article.path("level").asString(""),
                    "",
                    LocalDate.EPOCH,
                    Optional.empty(),
                    article.path("content").asString("")));
        }
        return corpus;
    }

    /// 第一百二十三条 is 123.
    private static int number(String label) {
        return Numerals.read(label.replaceFirst("^第", "").replaceFirst("条.*", ""))
                .orElse(0);
    }

    /// `id TAB text`.
    static Map<String, String> questions(Path file) throws IOException {
        var questions = new LinkedHashMap<String, String>();
        for (var line : Files.readAllLines(file)) {
            int tab = line.indexOf('\t');
            if (tab > 0) {
                questions.put(line.substring(0, tab), line.substring(tab + 1));
            }
        }
        return questions;
    }

    /// TREC's form: question, anything, article, 1 where it answers.
    static Map<String, Set<String>> answers(Path file) throws IOException {
        var answers = new LinkedHashMap<String, Set<String>>();
        for (var line : Files.readAllLines(file)) {
            var parts = line.strip().split("\\s+");
            if (parts.length >= 4 && !parts[3].equals("0")) {
                answers.computeIfAbsent(parts[0], any -> new HashSet<>()).add(parts[2]);
            }
        }
        return answers;
    }
}
