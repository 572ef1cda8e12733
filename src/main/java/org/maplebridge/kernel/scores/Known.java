package org.maplebridge.kernel.scores;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The facts as far as they are known, by the names the card gives them. What isn't said is not known.
public final class Known {

    private static final Known NOTHING = new Known(Map.of());

    private final Map<String, Fact> facts;

    private Known(Map<String, Fact> facts) {
        this.facts = facts;
    }

    /// One fact.
    sealed interface Fact {
        Kind kind();
    }

    /// What a factor asks for.
    enum Kind {
        TRUTH,
        NUMBER,
        SHARE
    }

    record Truth(boolean holds) implements Fact {
        @Override
        public Kind kind() {
            return Kind.TRUTH;
        }
    }

    record Size(BigDecimal number) implements Fact {
        @Override
        public Kind kind() {
            return Kind.NUMBER;
        }
    }

    record Share(BigDecimal share, String words) implements Fact {
        @Override
        public Kind kind() {
            return Kind.SHARE;
        }
    }

    /// Nothing is known.
    public static Known nothing() {
        return NOTHING;
    }

    /// Whether something is so; empty: nobody knows.
    public Known truth(String name, Optional<Boolean> holds) {
        return holds.map(yes -> with(name, new Truth(yes))).orElse(this);
    }

    /// How large something is; empty: nobody knows.
    public Known number(String name, Optional<BigDecimal> number) {
        return number.map(size -> with(name, new Size(size))).orElse(this);
    }

    /// How much of the points of a graded factor is reached.
    ///
    /// @param share from 0 to 1
    /// @param words how it was found, such as “任职满 6 年”: part of the reason
    public Known share(String name, BigDecimal share, String words) {
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("a share from 0 to 1, not " + share + " for " + name);
        }
        if (words.isBlank()) {
            throw new IllegalArgumentException("no reason for the share of " + name);
        }
        return with(name, new Share(share, words));
    }

    private Known with(String name, Fact fact) {
        var more = new LinkedHashMap<>(facts);
        more.put(name, fact);
        return new Known(more);
    }

    Map<String, Fact> facts() {
        return facts;
    }
}
