package org.maplebridge.engines.search;

import java.util.Arrays;
import java.util.List;

/// The known recipe, to compare with: a line through lexical, dense, prior and structural numbers, fitted by softmax
/// over each question's pool.
final class Recipe {

    private static final List<String> USED = List.of(
            "pairs",
            "pairsToBest",
            "words",
            "wordsToBest",
            "title",
            "raw",
            "rawToBest",
            "turned",
            "turnedToBest",
            "turnedRank",
            "pairsRank",
            "coverage",
            "vote",
            "voteShare",
            "nearestAsked",
            "timesAsked",
            "lawAsked",
            "length",
            "number",
            "level",
            "general");
    private static final int ROUNDS = 60;
    private static final double STEP = .05;
    private static final double FORGET = 1e-3;

    private final double[] mean;
    private final double[] spread;
    private final double[] weights;

    private Recipe(double[] mean, double[] spread, double[] weights) {
        this.mean = mean;
        this.spread = spread;
        this.weights = weights;
    }

    static Recipe fit(List<float[][]> pools, List<boolean[]> right) {
        int size = USED.size();
        var mean = new double[size];
        var spread = new double[size];
        long rows = 0;
        for (var pool : pools) {
            for (var row : pool) {
                rows++;
                for (int k = 0; k < size; k++) {
                    double value = row[Features.at(USED.get(k))];
                    mean[k] += value;
                    spread[k] += value * value;
                }
            }
        }
        for (int k = 0; k < size; k++) {
            mean[k] /= rows;
            spread[k] = Math.sqrt(Math.max(1e-9, spread[k] / rows - mean[k] * mean[k]));
        }
        var recipe = new Recipe(mean, spread, new double[size]);
        var first = new double[size];
        var second = new double[size];
        for (int round = 1; round <= ROUNDS; round++) {
            var slope = recipe.slope(pools, right);
            for (int k = 0; k < size; k++) {
                first[k] = .9 * first[k] + .1 * slope[k];
                second[k] = .999 * second[k] + .001 * slope[k] * slope[k];
                double step = first[k] / (1 - Math.pow(.9, round));
                step /= Math.sqrt(second[k] / (1 - Math.pow(.999, round))) + 1e-9;
                recipe.weights[k] -= STEP * (step + FORGET * recipe.weights[k]);
            }
        }
        return recipe;
    }

    private double[] slope(List<float[][]> pools, List<boolean[]> right) {
        var slope = new double[weights.length];
        for (int i = 0; i < pools.size(); i++) {
            var pool = pools.get(i);
            var scores = Arrays.stream(pool).mapToDouble(this::of).toArray();
            double most = Arrays.stream(scores).max().orElse(0);
            double sum = 0;
            int rights = 0;
            for (int k = 0; k < scores.length; k++) {
                scores[k] = Math.exp(scores[k] - most);
                sum += scores[k];
                rights += right.get(i)[k] ? 1 : 0;
            }
            for (int k = 0; k < scores.length; k++) {
                double off = scores[k] / sum - (right.get(i)[k] ? 1.0 / rights : 0);
                for (int n = 0; n < slope.length; n++) {
                    slope[n] += off * number(pool[k], n) / pools.size();
                }
            }
        }
        return slope;
    }

    private double number(float[] row, int k) {
        return (row[Features.at(USED.get(k))] - mean[k]) / spread[k];
    }

    double of(float[] row) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * number(row, k);
        }
        return sum;
    }
}
