package org.maplebridge.kernel.laws;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.maplebridge.engines.search.StatuteSearch;
import org.maplebridge.engines.search.StatuteSearches;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Opens the search. The only place that knows which one.
@Component
class LawSearches {

    private static final Logger LOG = LoggerFactory.getLogger(LawSearches.class);

    /// @param folder where its index lies
    /// @return none while the folder can't be used, such as when another process has it
    Optional<StatuteSearch> open(Path folder) {
        try {
            return Optional.of(StatuteSearches.open(folder));
        } catch (UncheckedIOException taken) {
            LOG.warn("the index of laws can't be opened: {}", taken.getMessage());
            return Optional.empty();
        }
    }
}
