package org.maplebridge.kernel.laws;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which provision of one edition became which of another: the same words first, then the same number if it still says
/// much the same, then whatever is most alike, since a new article moves the numbers of all that follow.
final class EditionCompare {

    private static final double SAME_NUMBER = 0.5;
    private static final double ELSEWHERE = 0.6;

    /// What became of a provision.
    enum Fate {
        SAME,
        CHANGED,
        ADDED,
        REMOVED,
        /// It has another number, and perhaps other words.
        MOVED
    }

    /// A provision before and after, at least one of them.
    record Pair(Fate fate, Optional<LawRow.Text> before, Optional<LawRow.Text> after) {}

    private record Guess(int old, int fresh, double likeness, boolean sameNumber) {}

    private final List<LawRow.Text> old;
    private final List<LawRow.Text> fresh;
    private final Map<Integer, Integer> partner = new HashMap<>();
    private final Set<Integer> taken = new HashSet<>();

    private EditionCompare(List<LawRow.Text> old, List<LawRow.Text> fresh) {
        this.old = old;
        this.fresh = fresh;
    }

    /// In the order of the new edition, what is gone where it stood.
    static List<Pair> pairs(List<LawRow.Text> old, List<LawRow.Text> fresh) {
        var compare = new EditionCompare(old, fresh);
        compare.sameWords();
        compare.alike();
        return compare.inOrder();
    }

    private void sameWords() {
        var byText = new HashMap<String, Integer>();
        for (int j = 0; j < fresh.size(); j++) {
            byText.merge(fresh.get(j).plain(), j, (one, other) -> -1);
        }
        for (int i = 0; i < old.size(); i++) {
            int at = byText.getOrDefault(old.get(i).plain(), -1);
            if (at >= 0 && taken.add(at)) {
                partner.put(i, at);
            }
        }
    }

    private void alike() {
        var freshPairs = new HashMap<Integer, Map<Integer, Integer>>();
        for (int j = 0; j < fresh.size(); j++) {
            if (!taken.contains(j)) {
                freshPairs.put(j, LawLikeness.pairs(fresh.get(j).text()));
            }
        }
        var guesses = new ArrayList<Guess>();
        for (int i = 0; i < old.size(); i++) {
            if (partner.containsKey(i)) {
                continue;
            }
            var own = LawLikeness.pairs(old.get(i).text());
            for (var each : freshPairs.entrySet()) {
                boolean sameNumber = old.get(i).sameNumber(fresh.get(each.getKey()));
                double likeness = LawLikeness.of(own, each.getValue());
                if (likeness >= (sameNumber ? SAME_NUMBER : ELSEWHERE)) {
                    guesses.add(new Guess(i, each.getKey(), likeness, sameNumber));
                }
            }
        }
        guesses.sort(Comparator.comparingDouble((Guess guess) -> guess.likeness() + (guess.sameNumber() ? 0.1 : 0))
                .reversed()
                .thenComparingInt(guess -> Math.abs(guess.old() - guess.fresh())));
        for (var guess : guesses) {
            if (!partner.containsKey(guess.old()) && taken.add(guess.fresh())) {
                partner.put(guess.old(), guess.fresh());
            }
        }
        // what is left of the same number was written anew
        for (int i = 0; i < old.size(); i++) {
            for (int j = 0; j < fresh.size() && !partner.containsKey(i); j++) {
                if (old.get(i).number() > 0 && old.get(i).sameNumber(fresh.get(j)) && taken.add(j)) {
                    partner.put(i, j);
                }
            }
        }
    }

    private List<Pair> inOrder() {
        var back = new HashMap<Integer, Integer>();
        partner.forEach((i, j) -> back.put(j, i));
        var pairs = new ArrayList<Pair>();
        int next = 0;
        for (int j = 0; j < fresh.size(); j++) {
            var from = Optional.ofNullable(back.get(j));
            if (from.isPresent()) {
                next = gone(pairs, next, from.get());
            }
            var after = fresh.get(j);
            pairs.add(from.map(i -> new Pair(kind(old.get(i), after), Optional.of(old.get(i)), Optional.of(after)))
                    .orElseGet(() -> new Pair(Fate.ADDED, Optional.empty(), Optional.of(after))));
        }
        gone(pairs, next, old.size());
        return pairs;
    }

    private int gone(List<Pair> pairs, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!partner.containsKey(i)) {
                pairs.add(new Pair(Fate.REMOVED, Optional.of(old.get(i)), Optional.empty()));
            }
        }
        return Math.max(from, to);
    }

    private static Fate kind(LawRow.Text before, LawRow.Text after) {
        boolean moved = before.number() > 0 && !before.sameNumber(after);
        if (moved) {
            return Fate.MOVED;
        }
        return before.plain().equals(after.plain()) ? Fate.SAME : Fate.CHANGED;
    }
}
