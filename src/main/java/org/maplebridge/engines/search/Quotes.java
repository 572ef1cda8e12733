package org.maplebridge.engines.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which sentences of articles answer a question: those that share the most of its rare pairs of signs, and of those of
/// the legal terms it means.
final class Quotes {

    private static final int MOST = 2;
    private static final double OF_THE_BEST = 0.3;
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

    /// The sentences of a text that answer, best first; empty if none shares anything. A further one is chosen for what
    /// the ones before it have left open.
    List<Hit.Span> of(String text) {
        var left = new HashMap<>(wanted);
        var open = new ArrayList<>(sentences(text));
        var chosen = new ArrayList<Hit.Span>();
        double best = 0;
        while (chosen.size() < MOST && !open.isEmpty()) {
            var next = open.getFirst();
            double most = 0;
            for (var span : open) {
                double score = score(text.substring(span.from(), span.to()), left);
                if (score > most) {
                    most = score;
                    next = span;
                }
            }
            best = Math.max(best, most);
            if (most <= 0 || most < OF_THE_BEST * best) {
                break;
            }
            chosen.add(next);
            open.remove(next);
            left.keySet().removeAll(pairs(text.substring(next.from(), next.to())));
        }
        return List.copyOf(chosen);
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

    private static double score(String sentence, Map<String, Double> wanted) {
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
