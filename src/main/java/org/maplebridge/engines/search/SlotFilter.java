package org.maplebridge.engines.search;

import java.io.IOException;
import java.util.BitSet;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/// Lets through what stands in certain slots.
final class SlotFilter extends Query {

    private final BitSet slots;

    SlotFilter(BitSet slots) {
        this.slots = slots;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
                var values = leaf.reader().getNumericDocValues(Shelf.SLOT);
                if (values == null) {
                    return null;
                }
                var passing = new TwoPhaseIterator(values) {
                    @Override
                    public boolean matches() throws IOException {
                        return slots.get((int) values.longValue());
                    }

                    @Override
                    public float matchCost() {
                        return 2;
                    }
                };
                var scorer = new ConstantScoreScorer(score(), mode, passing);
                return new ScorerSupplier() {
                    @Override
                    public Scorer get(long leadCost) {
                        return scorer;
                    }

                    @Override
                    public long cost() {
                        return DocIdSetIterator.NO_MORE_DOCS;
                    }
                };
            }

            @Override
            public boolean isCacheable(LeafReaderContext leaf) {
                return false;
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return "slots";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SlotFilter filter && slots.equals(filter.slots);
    }

    @Override
    public int hashCode() {
        return Objects.hash(getClass(), slots);
    }
}
