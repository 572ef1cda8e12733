package org.maplebridge.engines.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the law calls that which people say in everyday words. Written by us, a line of `lexicon.tsv` each: everyday
/// words TAB legal terms TAB the law, if it is one; words of a cell are parted by blanks.
public final class Lexicon {

    /// A term after the first of its line is less often the one that is meant.
    private static final double FADING = 0.8;

    private static final Lexicon OURS = new Lexicon(DataLines.of("lexicon.tsv"));

    private final Map<String, List<Entry>> entries = new LinkedHashMap<>();
    private final Trie words;

    private Lexicon(List<List<String>> lines) {
        for (var line : lines) {
            var entry = new Entry(List.of(line.get(1).split(" ", -1)), line.size() > 2 ? line.get(2) : "");
            for (var word : line.get(0).split(" ", -1)) {
                entries.computeIfAbsent(word, none -> new ArrayList<>()).add(entry);
            }
        }
        words = new Trie(entries.keySet());
    }

    /// That which ships with the program.
    public static Lexicon ours() {
        return OURS;
    }

    /// The legal terms of a text with weights from 0 to 1, the surest first: a longer everyday word is surer.
    public Map<String, Double> meant(String text) {
        var meant = new LinkedHashMap<String, Double>();
        for (var word : said(text)) {
            double weight = Math.min(1, 0.4 + 0.15 * word.length());
            for (var entry : entries.getOrDefault(word, List.of())) {
                double fading = weight;
                for (var term : entry.terms()) {
                    meant.merge(term, fading, Math::max);
                    fading *= FADING;
                }
            }
        }
        var sorted = new LinkedHashMap<String, Double>();
        meant.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .forEach(term -> sorted.put(term.getKey(), term.getValue()));
        return sorted;
    }

    /// Short names of the laws that the everyday words of a text belong to, in the order they are said.
    public List<String> laws(String text) {
        var laws = new LinkedHashSet<String>();
        for (var word : said(text)) {
            for (var entry : entries.getOrDefault(word, List.of())) {
                if (!entry.law().isEmpty()) {
                    laws.add(entry.law());
                }
            }
        }
        return List.copyOf(laws);
    }

    /// The everyday words of a text, each once, the longest where two overlap.
    List<String> said(String text) {
        var said = new LinkedHashSet<String>();
        for (int at = 0; at < text.length(); ) {
            int length = words.longest(text, at);
            if (length > 0) {
                said.add(text.substring(at, at + length));
            }
            at += Math.max(1, length);
        }
        return List.copyOf(said);
    }

    /// Every legal term.
    Set<String> terms() {
        var terms = new LinkedHashSet<String>();
        entries.values().forEach(each -> each.forEach(entry -> terms.addAll(entry.terms())));
        return terms;
    }

    /// Every everyday word.
    Set<String> words() {
        return Set.copyOf(entries.keySet());
    }

    private record Entry(List<String> terms, String law) {}
}
