package org.maplebridge.kernel.matters;

import java.util.Optional;
import java.util.UUID;

/// The face of a scene may implement it to keep what it thinks of a merge: inside the transaction, before the
/// entry.
public interface SceneMerging {

    /// A matter ends in favour of another.
    ///
    /// @param strangers why it is the same thing although no party of the one is party of the other; empty if one
    /// is
    void merged(Act act, UUID into, Optional<String> strangers);
}
