package org.maplebridge.engines.search;

import java.nio.file.Path;

/// Opens a search.
public final class StatuteSearches {

    private StatuteSearches() {}

    /// The search whose index lies in a folder, which is made if it isn't there. A damaged one is emptied; see
    /// [StatuteSearch.State#rebuilt]. For one process at a time.
    ///
    /// @throws java.io.UncheckedIOException if the folder can't be written, or another process has it
    public static StatuteSearch open(Path folder) {
        return LuceneSearch.open(
                folder,
                new Later<>(Learned::ours),
                Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
    }
}
