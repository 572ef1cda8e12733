package org.maplebridge.kernel.laws;

import java.util.HashMap;
import java.util.Map;

/// How much of two texts is the same, by pairs of neighbouring signs.
final class LawLikeness {

    private LawLikeness() {}

    /// How often each pair stands in a text.
    static Map<Integer, Integer> pairs(String text) {
        var pairs = new HashMap<Integer, Integer>();
        int before = -1;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (Character.isWhitespace(sign)) {
                continue;
            }
            if (before >= 0) {
                pairs.merge(before << 16 | sign, 1, Integer::sum);
            }
            before = sign;
        }
        return pairs;
    }

    /// From 0 for nothing to 1 for all (Dice).
    static double of(Map<Integer, Integer> one, Map<Integer, Integer> other) {
        int all = sum(one) + sum(other);
        if (all == 0) {
            return one.equals(other) ? 1 : 0;
        }
        boolean fewer = one.size() <= other.size();
        var small = fewer ? one : other;
        var large = fewer ? other : one;
        int same = 0;
        for (var pair : small.entrySet()) {
            same += Math.min(pair.getValue(), large.getOrDefault(pair.getKey(), 0));
        }
        return 2.0 * same / all;
    }

    private static int sum(Map<Integer, Integer> pairs) {
        return pairs.values().stream().mapToInt(each -> each).sum();
    }
}
