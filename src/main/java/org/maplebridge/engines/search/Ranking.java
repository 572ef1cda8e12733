package org.maplebridge.engines.search;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Orders a pool. The trees do when there are vectors; before, places in the lists of the sides are added up.
///
/// @param forest grown on questions that had been answered; empty for none
/// @param slope and `shift` turn what the trees say into how likely an entry answers, as seen on questions the trees
/// had
///     not been grown on
record Ranking(Forest forest, double slope, double shift) {

    private static final int FORM = 1;
    private static final int MILD = 60;

    static Ranking none() {
        return new Ranking(new Forest(List.of()), 1, 0);
    }

    /// @param scores of the entries of a pool, in its order
    /// @param sure how likely each answers
    @SuppressWarnings("ArrayRecordComponent")
    record Ranked(double[] scores, double[] sure) {}

    Ranked of(Pool pool, boolean withVectors) {
        return forest.trees().isEmpty() || !withVectors ? added(pool) : grown(pool);
    }

    private Ranked grown(Pool pool) {
        var rows = Features.of(pool);
        var scores = new double[rows.length];
        var sure = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            scores[i] = forest.of(rows[i]);
            sure[i] = 1 / (1 + Math.exp(-(slope * scores[i] + shift)));
        }
        return new Ranked(scores, sure);
    }

    /// Reciprocal ranks. Source: Cormack, Clarke, Büttcher, Reciprocal Rank Fusion (2009).
    private static Ranked added(Pool pool) {
        int size = pool.entries().length;
        var scores = new double[size];
        var said = pool.said();
        for (var side : List.of(said.pairs(), said.words(), said.leant())) {
            var ranks = Features.ranks(side);
            for (int i = 0; i < size; i++) {
                scores[i] += side[i] > 0 ? 1.0 / (MILD + ranks[i]) : 0;
            }
        }
        Map<String, Double> coverage = new HashMap<>();
        var sure = new double[size];
        double whole = Math.max(1e-6, pool.reading().weight());
        for (int i = 0; i < size; i++) {
            var entry = pool.entries()[i];
            double share = coverage.computeIfAbsent(
                    entry.text(), text -> pool.reading().common(Signs.pairs(text)) / whole);
            sure[i] = Math.min(.5, share / 2);
        }
        return new Ranked(scores, sure);
    }

    void write(OutputStream to) throws IOException {
        try (var out = new DataOutputStream(new BufferedOutputStream(to))) {
            out.writeInt(FORM);
            out.writeUTF(String.join(",", Features.NAMES));
            out.writeDouble(slope);
            out.writeDouble(shift);
            forest.write(out);
        }
    }

    static Ranking read(InputStream from) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(from))) {
            if (in.readInt() != FORM || !in.readUTF().equals(String.join(",", Features.NAMES))) {
                throw new IOException("a ranking of another form: grow it again, see docs/models/laws.md");
            }
            double slope = in.readDouble();
            double shift = in.readDouble();
            return new Ranking(Forest.read(in), slope, shift);
        }
    }
}
