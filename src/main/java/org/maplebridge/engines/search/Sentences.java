package org.maplebridge.engines.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.maplebridge.engines.search.Hit.Span;

/// Which sentences of a provision answer.
final class Sentences {

    private static final double LEAST = .12;

    private Sentences() {}

    /// The best of a text, best first; none where nothing of the question stands in it.
    static List<Span> answering(Reading reading, String text, int most) {
        record Rated(Span span, double rate) {}
        double whole = Math.max(1e-6, reading.weight());
        var rated = new ArrayList<Rated>();
        for (var span : of(text)) {
            var pairs = Signs.pairs(text.substring(span.from(), span.to()));
            double common = reading.common(pairs) / whole;
            // a short sentence that has as much says it more to the point
            rated.add(new Rated(span, common / Math.sqrt(1 + pairs.length / 60.0)));
        }
        return rated.stream()
                .filter(one -> one.rate() >= LEAST)
                .sorted(Comparator.comparingDouble((Rated one) -> -one.rate()))
                .limit(most)
                .map(Rated::span)
                .toList();
    }

    /// All sentences, without the blanks around them. A line ends one, too.
    static List<Span> of(String text) {
        var all = new ArrayList<Span>();
        int from = 0;
        for (int at = 0; at <= text.length(); at++) {
            boolean end = at == text.length() || "。！？；\n".indexOf(text.charAt(at)) >= 0;
            if (!end) {
                continue;
            }
            int to = at == text.length() || text.charAt(at) == '\n' ? at : at + 1;
            while (from < to && Character.isWhitespace(text.charAt(from))) {
                from++;
            }
            if (to > from) {
                all.add(new Span(from, to));
            }
            from = at + 1;
        }
        return all;
    }
}
