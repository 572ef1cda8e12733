package org.maplebridge.kernel.ground;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which parts of a whole must not be told, so that neither a part nor what is left of the whole is too small.
public final class SmallSamples {

    private SmallSamples() {}

    /// The parts to hide. Those with too few; and where what they come to together could be told by subtracting the
    /// others from the whole, the next smallest as well, until that is enough.
    ///
    /// @param sizes how many each part has
    public static <K extends Comparable<K>> Set<K> hidden(Map<K, Integer> sizes, int least) {
        var rising = sizes.entrySet().stream()
                .filter(part -> part.getValue() > 0)
                .sorted(Map.Entry.<K, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .toList();
        return hide(rising, least);
    }

    private static <K> Set<K> hide(List<Map.Entry<K, Integer>> rising, int least) {
        var hidden = new HashSet<K>();
        int together = 0;
        for (var part : rising) {
            boolean small = part.getValue() < least;
            boolean telling = !hidden.isEmpty() && together < least;
            if (!small && !telling) {
                break;
            }
            hidden.add(part.getKey());
            together += part.getValue();
        }
        return hidden;
    }

    /// Whether nothing can be told of a whole of this size.
    public static boolean tooFew(int size, int least) {
        return size < least;
    }
}
