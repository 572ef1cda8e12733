package org.maplebridge.engines.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which sentences of articles answer a question: those that share the most of its rare pairs of signs, and of those of
/// the legal terms it means.
final class Quotes {

    private static final int MOST = 2;
    private static final double OF_THE_BEST = 0.6;
    private static final double MEANT = 0.7;
    /// Longer sentences share more by chance.
    private static final double LENGTH = 0.25;

    private final Map<String, Double> wanted = new HashMap<>();
    private double all;

    /// @param words in normal form
    /// @param texts of the articles that are looked at; a pair of signs that stands in all of them tells nothing
    Quotes(String words, List<String> texts) {
        var weights = new HashMap<String, Double>();
        pairs(words).forEach(pair -> weights.put(pair, 1.0));
        Lexicon.ours()
                .meant(words)
                .forEach((term, weight) -> pairs(term).forEach(pair -> weights.merge(pair, MEANT * weight, Math::max)));
        var seen = texts.stream().map(Quotes::pairs).toList();
        weights.forEach((pair, weight) -> {
            long in = seen.stream().filter(each -> each.contains(pair)).count();
            double rare = Math.log(1 + (seen.size() + 1.0) / (in + 1.0));
            wanted.put(pair, weight * rare);
        });
        all = wanted.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /// The sentences of a text that answer, best first; empty if none shares anything.
    List<Hit.Span> of(String text) {
        record Scored(Hit.Span span, double score) {}
        var scored = sentences(text).stream()
                .map(span -> new Scored(span, score(text.substring(span.from(), span.to()))))
                .filter(each -> each.score() > 0)
                .sorted(Comparator.comparingDouble(Scored::score)
                        .reversed()
                        .thenComparing(each -> each.span().from()))
                .toList();
        return scored.stream()
                .filter(each -> each.score() >= OF_THE_BEST * scored.getFirst().score())
                .limit(MOST)
                .map(Scored::span)
                .toList();
    }

    /// How much of what is wanted stands in a text, from 0 to 1.
    double covered(String text) {
        if (all <= 0) {
            return 0;
        }
        double sum = 0;
        for (var pair : pairs(text)) {
            sum += wanted.getOrDefault(pair, 0.0);
        }
        return sum / all;
    }

    private double score(String sentence) {
        double sum = 0;
        for (var pair : pairs(sentence)) {
            sum += wanted.getOrDefault(pair, 0.0);
        }
        return sum / Math.pow(Math.max(8, sentence.length()), LENGTH);
    }

    /// The sentences of a text, without the blanks around them; what follows a colon belongs to its sentence.
    static List<Hit.Span> sentences(String text) {
        var spans = new ArrayList<Hit.Span>();
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            if (sign == '。' || sign == '；' || sign == '\n' || sign == '！' || sign == '？') {
                add(spans, text, from, sign == '\n' ? at : at + 1);
                from = at + 1;
            }
        }
        add(spans, text, from, text.length());
        return spans;
    }

    private static void add(List<Hit.Span> spans, String text, int from, int end) {
        int begin = from;
        int until = end;
        while (begin < until && Character.isWhitespace(text.charAt(begin))) {
            begin++;
        }
        while (until > begin && Character.isWhitespace(text.charAt(until - 1))) {
            until--;
        }
        if (until > begin) {
            spans.add(new Hit.Span(begin, until));
        }
    }

    private static Set<String> pairs(String text) {
        var pairs = new HashSet<String>();
        for (int i = 0; i + 2 <= text.length(); i++) {
            if (Character.isIdeographic(text.charAt(i)) && Character.isIdeographic(text.charAt(i + 1))) {
                pairs.add(text.substring(i, i + 2));
            }
        }
        return pairs;
    }
}
