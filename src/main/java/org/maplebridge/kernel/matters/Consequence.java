package org.maplebridge.kernel.matters;

import java.util.Optional;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Work;

/// What else is written with a move, in its own transaction and round trip. Modules to the right implement it.
public interface Consequence {

    /// Adds statements; must read nothing.
    ///
    /// @param before empty on opening
    void of(Work work, Batch batch, Actor actor, Optional<Matter> before, Matter after);
}
