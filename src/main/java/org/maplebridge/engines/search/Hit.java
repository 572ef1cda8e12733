package org.maplebridge.engines.search;

import java.util.List;

/// A provision that may answer.
///
/// @param id of the provision
/// @param score the higher the surer; from 0 to 1 as far as the ranking was measured, 1 for an article named outright
/// @param why how it was found
/// @param spans what of the text answers, best first: `from` inclusive, `to` exclusive, in UTF-16 units of the text
public record Hit(String id, double score, Why why, List<Span> spans) {

    /// How it was found.
    public enum Why {
        /// The question names this article.
        NAMED,
        /// The question names its law.
        LAW,
        /// By words or meaning.
        MEANING
    }

    /// A part of the text.
    public record Span(int from, int to) {}
}
