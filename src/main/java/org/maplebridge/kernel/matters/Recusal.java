package org.maplebridge.kernel.matters;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// That an officer must keep out of a matter, and so does not see it.
///
/// @param no its place among the recusals, from 1
/// @param liftedAt since when they may take part again
public record Recusal(int no, UUID person, Ground ground, Instant since, Optional<Instant> liftedAt) {

    /// Whether it holds.
    boolean holds() {
        return liftedAt.isEmpty();
    }

    /// The same, lifted.
    Recusal lifted(Instant at) {
        return new Recusal(no, person, ground, since, Optional.of(at));
    }

    /// Why somebody must keep out.
    public enum Ground implements Titled {
        PARTY("本人就是当事人或代理人"),
        KIN("是当事人的近亲属"),
        INTEREST("与这件事有利害关系"),
        NEIGHBOUR("与当事人同乡、同村或相熟"),
        OTHER("有其他可能影响公正的情形");

        private final String title;

        Ground(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /// Upon whose word it was decided.
    public enum Asked implements Titled {
        PARTY("当事人提出"),
        OFFICE("单位或监督发现");

        private final String title;

        Asked(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }
}
