package org.maplebridge.kernel.tasks;

import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.matters.Matter;

/// Where an open matter lies: in an office, and there perhaps on the desk of a post.
record OnDesk(UUID agency, Optional<UUID> post) {

    /// Empty for a matter that has ended or that no office has yet.
    static Optional<OnDesk> of(Matter matter) {
        return matter.office()
                .agency()
                .filter(agency -> matter.stage().open())
                .map(agency -> new OnDesk(agency, matter.office().post()));
    }
}
