package org.maplebridge.kernel.laws;

import java.nio.file.Path;
import java.util.Optional;
import org.maplebridge.engines.search.StatuteSearch;
import org.springframework.stereotype.Component;

/// Opens the search. The only place that knows which one.
@Component
class LawSearches {

    /// @param folder where its index lies
    Optional<StatuteSearch> open(Path folder) {
        return Optional.empty();
    }
}
