package org.maplebridge.engines.search;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Pairs of neighbouring signs of a text, as sums that can be compared fast.
final class Signs {

    private Signs() {}

    /// Each pair once, in order; punctuation parts.
    static int[] pairs(String text) {
        return IntStream.range(0, Math.max(0, text.length() - 1))
                .filter(i -> isWord(text.charAt(i)) && isWord(text.charAt(i + 1)))
                .map(i -> text.charAt(i) << 16 | text.charAt(i + 1))
                .sorted()
                .distinct()
                .toArray();
    }

    private static boolean isWord(char sign) {
        return Character.isLetterOrDigit(sign);
    }

    /// How many both have, weighed.
    static double common(int[] one, int[] other, Rarity rarity) {
        double sum = 0;
        int at = 0;
        for (int pair : one) {
            while (at < other.length && other[at] < pair) {
                at++;
            }
            if (at == other.length) {
                break;
            }
            if (other[at] == pair) {
                sum += rarity.of(pair);
            }
        }
        return sum;
    }

    static double weight(int[] pairs, Rarity rarity) {
        return Arrays.stream(pairs).mapToDouble(rarity::of).sum();
    }

    /// How rare a pair is.
    interface Rarity {
        double of(int pair);
    }

    /// The longest run of signs that both texts have.
    static int run(String one, String other) {
        int longest = 0;
        var before = new int[other.length() + 1];
        for (int i = 0; i < one.length(); i++) {
            int diagonal = 0;
            for (int j = 0; j < other.length(); j++) {
                int kept = before[j + 1];
                before[j + 1] = one.charAt(i) == other.charAt(j) ? diagonal + 1 : 0;
                longest = Math.max(longest, before[j + 1]);
                diagonal = kept;
            }
        }
        return longest;
    }
}
