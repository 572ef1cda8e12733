package org.maplebridge.engines.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Many words, found in a text in one pass from left to right.
final class Trie {

    private static final int SIGNS = 16;

    private final Map<Long, Integer> next = new HashMap<>();
    private final Map<Integer, String> whole = new HashMap<>();
    /// By node and the sign after the next: which signs may stand between, and where they lead.
    private final Map<Long, List<Over>> over = new HashMap<>();
    private int nodes;

    private record Over(char between, int node) {}

    Trie(Collection<String> words) {
        for (var word : words) {
            int before = 0;
            int node = 0;
            for (int i = 0; i < word.length(); i++) {
                char sign = word.charAt(i);
                Integer step = next.get(key(node, sign));
                if (step == null) {
                    step = ++nodes;
                    next.put(key(node, sign), step);
                    if (i > 0) {
                        over.computeIfAbsent(key(before, sign), none -> new ArrayList<>())
                                .add(new Over(word.charAt(i - 1), step));
                    }
                }
                before = node;
                node = step;
            }
            if (node != 0) {
                whole.put(node, word);
            }
        }
    }

    /// Length of the longest word that begins at `from`; 0 if none does.
    int longest(CharSequence text, int from) {
        int node = 0;
        int length = 0;
        for (int at = from; at < text.length(); at++) {
            Integer step = next.get(key(node, text.charAt(at)));
            if (step == null) {
                break;
            }
            node = step;
            if (whole.containsKey(node)) {
                length = at + 1 - from;
            }
        }
        return length;
    }

    boolean has(String word) {
        return !word.isEmpty() && longest(word, 0) == word.length();
    }

    /// The words of which a text has all signs but one, from `from` on; the last sign is always the same.
    List<String> almost(CharSequence text, int from) {
        var found = new ArrayList<String>();
        int node = 0;
        for (int at = from; at + 1 < text.length(); at++) {
            for (var each : over.getOrDefault(key(node, text.charAt(at + 1)), List.of())) {
                if (each.between() != text.charAt(at)) {
                    rest(text, at + 2, each.node(), found);
                }
            }
            Integer step = next.get(key(node, text.charAt(at)));
            if (step == null) {
                break;
            }
            node = step;
        }
        return found;
    }

    private void rest(CharSequence text, int from, int begun, List<String> found) {
        int node = begun;
        for (int at = from; ; at++) {
            var word = whole.get(node);
            if (word != null) {
                found.add(word);
            }
            Integer step = at < text.length() ? next.get(key(node, text.charAt(at))) : null;
            if (step == null) {
                return;
            }
            node = step;
        }
    }

    private static long key(int node, char sign) {
        return (long) node << SIGNS | sign;
    }
}
