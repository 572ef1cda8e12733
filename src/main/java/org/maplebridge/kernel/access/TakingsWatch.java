package org.maplebridge.kernel.access;

import java.util.List;
import java.util.UUID;
import org.maplebridge.kernel.ground.Work;

/// Is told when somebody takes out unusually much, or often looks for people and finds nobody. Modules to the right
/// implement it.
public interface TakingsWatch {

    /// In the transaction of what was one too many.
    ///
    /// @param taking its line
    /// @param areas the office's area and those above it
    /// @param words what is unusual about it, with the name
    void unusual(Work work, Actor actor, UUID taking, List<String> areas, String words);
}
