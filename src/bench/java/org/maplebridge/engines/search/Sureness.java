package org.maplebridge.engines.search;

import java.util.List;

/// Turns scores into how likely they are right, by a logistic line. Source: Platt, Probabilistic Outputs (1999).
final class Sureness {

    private static final int ROUNDS = 200;

    private Sureness() {}

    /// @param scores each a score and 1 where it was right
    /// @return slope and shift
    static double[] fit(List<double[]> scores) {
        double slope = 1;
        double shift = -4;
        for (int round = 0; round < ROUNDS; round++) {
            // Newton's step on the logarithm of the likelihood
            double g0 = 0;
            double g1 = 0;
            double h00 = 1e-6;
            double h01 = 0;
            double h11 = 1e-6;
            for (var one : scores) {
                double likely = 1 / (1 + Math.exp(-(slope * one[0] + shift)));
                double off = likely - one[1];
                double weight = likely * (1 - likely);
                g0 += off * one[0];
                g1 += off;
                h00 += weight * one[0] * one[0];
                h01 += weight * one[0];
                h11 += weight;
            }
            double det = h00 * h11 - h01 * h01;
            double stepSlope = (h11 * g0 - h01 * g1) / det;
            double stepShift = (h00 * g1 - h01 * g0) / det;
            slope -= Math.clamp(stepSlope, -1, 1);
            shift -= Math.clamp(stepShift, -1, 1);
            if (Math.abs(stepSlope) + Math.abs(stepShift) < 1e-9) {
                break;
            }
        }
        return new double[] {slope, shift};
    }
}
