package org.maplebridge.engines.search;

import java.util.List;
import java.util.Random;
import java.util.Set;

/// How well articles were ranked.
///
/// @param recall share of the answers among the first ten
/// @param reciprocal one over the place of the first answer, if it is among the first ten
/// @param recall100 share of the answers among the first hundred
record Measured(double recall, double reciprocal, double recall100) {

    static Measured of(List<String> ranked, Set<String> right) {
        double found = 0;
        double found100 = 0;
        double first = 0;
        for (int i = 0; i < Math.min(100, ranked.size()); i++) {
            if (right.contains(ranked.get(i))) {
                found100++;
                if (i < 10) {
                    found++;
                    first = first == 0 ? 1.0 / (i + 1) : first;
                }
            }
        }
        return new Measured(found / right.size(), first, found100 / right.size());
    }

    static Measured mean(List<Measured> all) {
        return new Measured(
                all.stream().mapToDouble(Measured::recall).average().orElse(0),
                all.stream().mapToDouble(Measured::reciprocal).average().orElse(0),
                all.stream().mapToDouble(Measured::recall100).average().orElse(0));
    }

    /// How often, of resampled sets of questions, the first isn't better than the second by reciprocal rank (one-sided
    /// p).
    static double chance(double[] one, double[] other, long seed) {
        var random = new Random(seed);
        int not = 0;
        int times = 10_000;
        for (int t = 0; t < times; t++) {
            double gain = 0;
            for (int i = 0; i < one.length; i++) {
                int pick = random.nextInt(one.length);
                gain += one[pick] - other[pick];
            }
            not += gain <= 0 ? 1 : 0;
        }
        return not / (double) times;
    }
}
