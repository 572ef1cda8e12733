package org.maplebridge.engines.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;

/// A question, made ready to be compared with many provisions.
///
/// @param pairs its pairs of signs
/// @param rarity of those pairs among the provisions
/// @param weight all its pairs together
/// @param raw its vector
/// @param turned the vector, turned towards answers
/// @param near how near each question is that was answered before; -1 for one that must not be seen
/// @param nearTurned the same between the turned vectors
@SuppressWarnings("ArrayRecordComponent")
record Reading(
        String text,
        int[] pairs,
        Map<Integer, Double> rarity,
        double weight,
        float[] raw,
        float[] turned,
        float[] near,
        float[] nearTurned) {

    /// @param skip of the questions answered before, the one that must not be seen; -1 for none
    static Reading of(String text, float[] raw, Knowledge knowledge, IndexSearcher searcher, int skip) {
        var pairs = Signs.pairs(text);
        var rarity = new HashMap<Integer, Double>();
        int all = Math.max(1, searcher.getIndexReader().numDocs());
        for (int pair : pairs) {
            rarity.put(pair, Math.log(1 + (all + .5) / (.5 + frequency(searcher, pair))));
        }
        var asked = knowledge.asked();
        var near = new float[asked.size()];
        var nearTurned = new float[asked.size()];
        var turned = knowledge.turn(raw);
        for (int i = 0; i < near.length; i++) {
            near[i] = i == skip ? -1 : Knowledge.dot(asked.get(i).vector(), raw);
            nearTurned[i] = i == skip ? -1 : Knowledge.dot(knowledge.turned(i), turned);
        }
        var weight = Signs.weight(pairs, pair -> rarity.getOrDefault(pair, 0.0));
        return new Reading(text, pairs, rarity, weight, raw, turned, near, nearTurned);
    }

    private static int frequency(IndexSearcher searcher, int pair) {
        try {
            var word = new String(new char[] {(char) (pair >>> 16), (char) pair});
            return searcher.getIndexReader().docFreq(new Term(Shelf.BODY, word));
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    /// How much of a text's pairs are the question's, weighed by their rarity.
    double common(int[] others) {
        return Signs.common(pairs, others, pair -> rarity.getOrDefault(pair, 0.0));
    }
}
