package org.maplebridge.kernel.laws;

import java.util.UUID;
import org.maplebridge.kernel.ground.Work;

/// Hears that a later edition of a law has come in that was there before the import began. Called in the transaction in
/// which the edition is written: whoever hears notes it down and does the work afterwards.
public interface LawHeard {

    /// @param law its name
    /// @param before the edition until now
    /// @param after the new one; what it changes is told by [LawRevisions]
    void renewed(Work work, String law, UUID before, UUID after);
}
