package org.maplebridge.kernel.laws;

import java.util.EnumMap;
import java.util.List;
import org.maplebridge.kernel.laws.EditionCompare.Fate;
import org.maplebridge.kernel.laws.EditionCompare.Pair;

/// Puts a comparison into words that can be shown.
final class Comparing {

    private Comparing() {}

    /// @param changed whether what is the same is left out
    static LawWire.Compared of(
            String law, LawWire.EditionShown from, LawWire.EditionShown to, List<Pair> pairs, boolean changed) {
        var counts = new EnumMap<Fate, Integer>(Fate.class);
        pairs.forEach(pair -> counts.merge(pair.fate(), 1, Integer::sum));
        var items = pairs.stream()
                .filter(pair -> !changed || pair.fate() != Fate.SAME)
                .map(Comparing::item)
                .toList();
        return new LawWire.Compared(
                law,
                from,
                to,
                new LawWire.Counts(
                        counts.getOrDefault(Fate.SAME, 0),
                        counts.getOrDefault(Fate.CHANGED, 0),
                        counts.getOrDefault(Fate.ADDED, 0),
                        counts.getOrDefault(Fate.REMOVED, 0),
                        counts.getOrDefault(Fate.MOVED, 0)),
                items);
    }

    static LawWire.ComparedArticle item(Pair pair) {
        boolean both = pair.before().isPresent() && pair.after().isPresent() && pair.fate() != Fate.SAME;
        return new LawWire.ComparedArticle(
                pair.fate(),
                pair.before().map(LawWire.Side::of),
                pair.after().map(LawWire.Side::of),
                both
                        ? WordDiff.of(
                                pair.before().orElseThrow().text(),
                                pair.after().orElseThrow().text())
                        : List.of());
    }
}
