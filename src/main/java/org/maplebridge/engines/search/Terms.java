package org.maplebridge.engines.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The terms of the law, found although somebody wrote their sound or a wrong sign.
final class Terms {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 12;
    /// Wrong signs are looked for in terms at least as long; shorter ones only where the mistake is a usual one.
    private static final int SHORTEST_WRONG = 4;
    private static final int MOST_LETTERS = 60;
    /// Initials alone mean something from this many on: ldht.
    private static final int LEAST_INITIALS = 3;

    private final Trie known;
    private final Map<String, String> mistakes = new HashMap<>();
    private final Trie mistaken;
    private final Map<String, List<String>> bySound = new HashMap<>();
    private final Map<String, List<String>> byLook = new HashMap<>();
    /// How terms begin, by sound and by look, so that most of a text is passed over.
    private final Set<String> begun = new HashSet<>();
    private final Map<Character, Map<String, Spelling>> syllables = new TreeMap<>();

    /// @param terms the likelier first
    Terms(Collection<String> terms) {
        var all = terms.stream()
                .filter(term -> term.length() >= SHORTEST && term.length() <= LONGEST)
                .filter(term -> term.chars().allMatch(Character::isIdeographic))
                .distinct()
                .toList();
        known = new Trie(all);
        for (var term : all) {
            var read = Sounds.of(term);
            syllables
                    .computeIfAbsent(read.getFirst().charAt(0), letter -> new LinkedHashMap<>())
                    .put(term, new Spelling(String.join("", read), read));
            if (term.length() >= SHORTEST_WRONG) {
                bySound.computeIfAbsent(sound(term), key -> new ArrayList<>()).add(term);
                byLook.computeIfAbsent(look(term), key -> new ArrayList<>()).add(term);
                begun.add(sound(term.substring(0, SHORTEST_WRONG)));
                begun.add(look(term.substring(0, SHORTEST_WRONG)));
            }
        }
        DataLines.of("mistakes.tsv").forEach(line -> mistakes.put(line.get(0), line.get(1)));
        mistaken = new Trie(mistakes.keySet());
    }

    private record Spelling(String whole, List<String> syllables) {}

    /// What stands in a text and is probably meant otherwise.
    record Wrong(int from, int until, String meant) {}

    /// Wrong signs of a text, from left to right.
    List<Wrong> wrong(String text) {
        var found = new ArrayList<Wrong>();
        for (int at = 0; at < text.length(); ) {
            int right = known.longest(text, at);
            int usual = mistaken.longest(text, at);
            var wrong = usual > right
                    ? new Wrong(at, at + usual, mistakes.getOrDefault(text.substring(at, at + usual), ""))
                    : alike(text, at, right);
            if (wrong.until() > at) {
                found.add(wrong);
            }
            at = Math.max(at + Math.max(1, right), wrong.until());
        }
        return found;
    }

    /// What letters may mean: pinyin in full, initials, or both mixed; empty if nothing.
    List<String> spelled(String said) {
        var letters = said.replaceAll("[ '’]", "");
        if (letters.isEmpty() || letters.length() > MOST_LETTERS) {
            return List.of();
        }
        var whole = reading(letters);
        if (!whole.isEmpty()) {
            return List.of(whole);
        }
        var words = new ArrayList<String>();
        for (var part : said.split(" ", -1)) {
            var word = reading(part.replaceAll("['’]", ""));
            if (word.isEmpty()) {
                words.addAll(parted(part));
            } else {
                words.add(word);
            }
        }
        return words;
    }

    /// The first term that these letters spell; empty if none.
    private String reading(String letters) {
        if (letters.length() < LEAST_INITIALS) {
            return "";
        }
        var initials = "";
        for (var term : syllables.getOrDefault(letters.charAt(0), Map.of()).entrySet()) {
            var read = term.getValue().syllables();
            if (term.getValue().whole().equals(letters)) {
                return term.getKey();
            }
            if (initials.isEmpty() && read.size() >= LEAST_INITIALS && spells(letters, 0, read, 0)) {
                initials = term.getKey();
            }
        }
        return initials;
    }

    /// Pinyin in full of several terms in a row; empty if something is left over.
    private List<String> parted(String letters) {
        var words = new ArrayList<String>();
        for (int at = 0; at < letters.length(); ) {
            var best = "";
            int length = 0;
            for (var term : syllables.getOrDefault(letters.charAt(at), Map.of()).entrySet()) {
                var whole = term.getValue().whole();
                if (whole.length() > length && letters.startsWith(whole, at)) {
                    best = term.getKey();
                    length = whole.length();
                }
            }
            if (length == 0) {
                return List.of();
            }
            words.add(best);
            at += length;
        }
        return words;
    }

    /// Whether letters are the beginning of each syllable in turn, each at least its first letter.
    private static boolean spells(String letters, int at, List<String> read, int syllable) {
        if (syllable == read.size()) {
            return at == letters.length();
        }
        var sound = read.get(syllable);
        // a whole syllable or its initial; the middle of a syllable is a slip of the finger
        for (int length : new int[] {sound.length(), 2, 1}) {
            boolean initial = length == 1 || (length == 2 && sound.length() > 1 && sound.charAt(1) == 'h');
            if ((length == sound.length() || initial)
                    && letters.startsWith(sound.substring(0, Math.min(length, sound.length())), at)
                    && spells(letters, at + Math.min(length, sound.length()), read, syllable + 1)) {
                return true;
            }
        }
        return false;
    }

    private Wrong alike(String text, int at, int right) {
        if (at + SHORTEST_WRONG > text.length() || !begins(text.substring(at, at + SHORTEST_WRONG))) {
            return new Wrong(at, at, "");
        }
        for (int length = Math.min(LONGEST, text.length() - at); length >= SHORTEST_WRONG; length--) {
            if (length <= right) {
                break;
            }
            var window = text.substring(at, at + length);
            for (var term : bySound.getOrDefault(sound(window), List.of())) {
                if (oneOff(window, term)) {
                    return new Wrong(at, at + length, term);
                }
            }
            for (var term : byLook.getOrDefault(look(window), List.of())) {
                if (oneOff(window, term)) {
                    return new Wrong(at, at + length, term);
                }
            }
        }
        return new Wrong(at, at, "");
    }

    private boolean begins(String four) {
        return begun.contains(sound(four)) || begun.contains(look(four));
    }

    /// One sign is another, but not the 法 at the end: 产品质量发生 is no law.
    private static boolean oneOff(String window, String term) {
        int off = 0;
        for (int i = 0; i < window.length(); i++) {
            off += window.charAt(i) == term.charAt(i) ? 0 : 1;
        }
        boolean law = term.endsWith("法") && !window.endsWith("法");
        return off == 1 && !law;
    }

    private static String sound(String word) {
        var sound = new StringBuilder();
        word.chars().forEach(sign -> sound.append(Sounds.of((char) sign)).append(' '));
        return sound.toString();
    }

    private static String look(String word) {
        var look = new StringBuilder();
        word.chars().forEach(sign -> look.append(Sounds.look((char) sign)));
        return look.toString();
    }
}
