package org.maplebridge.engines.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// What was learned and ships with the program: see `docs/models/laws.md`.
///
/// @param knowledge what earlier questions say
/// @param ranking how to order
record Learned(Knowledge knowledge, Ranking ranking) {

    static final String KNOWLEDGE = "models/laws/knowledge.bin";
    static final String RANKING = "models/laws/ranking.bin";

    /// That of this program.
    static Learned ours() {
        try (var knowledge = open(KNOWLEDGE);
                var ranking = open(RANKING)) {
            return new Learned(Knowledge.read(knowledge), Ranking.read(ranking));
        } catch (IOException broken) {
            throw new UncheckedIOException("what the search learned can't be read", broken);
        }
    }

    /// Nothing: order by words and meaning alone.
    static Learned none() {
        return new Learned(Knowledge.none(), Ranking.none());
    }

    private static InputStream open(String name) throws IOException {
        var in = Learned.class.getClassLoader().getResourceAsStream(name);
        if (in == null) {
            throw new IOException("missing: " + name);
        }
        return in;
    }
}
