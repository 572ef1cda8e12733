package org.maplebridge.engines.search;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/// The index of provisions in a folder of its own, safe to lose: whoever has the provisions puts them in again.
public interface StatuteSearch extends AutoCloseable {

    /// Adds these, or replaces those with the same id. They are found by words once this returns, by meaning once they
    /// have been embedded, which goes on in the background.
    void put(Collection<Provision> provisions);

    /// Takes these out.
    void remove(Collection<String> ids);

    /// Takes out all but these.
    void retain(Set<String> ids);

    /// The best first.
    List<Hit> search(Question question);

    /// How a question is read, before anything is looked for.
    Understanding.Understood understand(String words);

    /// Provisions that say something alike, the nearest first, without the one itself.
    List<Hit> similar(String id, int limit);

    /// How far the index is.
    State state();

    @Override
    void close();

    /// How far the index is.
    ///
    /// @param provisions found by words
    /// @param embedded of them found by meaning
    /// @param rebuilt whether the folder was lost or damaged when it was opened, so that all must be put in again
    record State(int provisions, int embedded, boolean rebuilt) {}
}
