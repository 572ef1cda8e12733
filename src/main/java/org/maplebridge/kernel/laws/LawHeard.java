package org.maplebridge.kernel.laws;

import java.util.List;
import java.util.UUID;
import org.maplebridge.kernel.ground.Work;

/// Hears that a later edition of a law has come in that was there before the import began. Called in the transaction in
/// which the edition is written.
public interface LawHeard {

    /// @param law its name
    /// @param before the edition until now
    /// @param after the new one
    /// @param changed labels and numbers of articles that read otherwise, were added or are gone
    void renewed(Work work, String law, UUID before, UUID after, List<Changed> changed);

    /// An article that isn't what it was.
    ///
    /// @param before its text until now; empty where there was none
    /// @param after its text now; empty where it is gone
    record Changed(int number, int suffix, String before, String after) {}
}
