package org.maplebridge.engines.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// Cuts text into what the index looks up: pairs of neighbouring signs, and words.
final class Texts {

    /// Pairs of signs.
    static final Analyzer PAIRS = new CJKAnalyzer(CharArraySet.EMPTY_SET);

    /// Words, as a Chinese dictionary cuts them.
    static final Analyzer WORDS = new SmartChineseAnalyzer();

    private Texts() {}

    static Set<String> cut(Analyzer analyzer, String text) {
        var cut = new LinkedHashSet<String>();
        try (var stream = analyzer.tokenStream("", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken() && cut.size() < IndexSearcher.getMaxClauseCount() / 2) {
                cut.add(term.toString());
            }
            stream.end();
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return cut;
    }

    /// Any of the words, the more the better.
    static Query any(String field, Set<String> words) {
        if (words.isEmpty()) {
            return MatchNoDocsQuery.INSTANCE;
        }
        var any = new BooleanQuery.Builder();
        words.forEach(word -> any.add(new TermQuery(new Term(field, word)), BooleanClause.Occur.SHOULD));
        return any.build();
    }
}
