package org.maplebridge.kernel.people;

import java.util.UUID;
import org.maplebridge.kernel.ground.Work;

/// Hears that an officer takes a declaration of an interest back, so that a stop doesn't end with it. Modules to the
/// right implement it.
public interface InterestEnding {

    /// Before it ends, in the same transaction.
    ///
    /// @param interest a declaration of whoever is in the scope
    void ending(Work work, UUID interest);
}
