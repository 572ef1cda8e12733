package org.maplebridge.kernel.matters;

import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Work;

/// What else is written with a move, in its own transaction and round trip. Modules to the right implement it.
public interface Consequence {

    /// Adds statements; must read nothing.
    ///
    /// @param before empty on opening
    void of(Work work, Batch batch, Actor actor, Optional<Matter> before, Matter after);

    /// Somebody must keep out of the matter from now on.
    default void recused(Batch batch, UUID matter, UUID person) {}
}
