package org.maplebridge.kernel.access;

import java.util.Map;
import org.maplebridge.kernel.ground.Work;

/// What modules to the right add to `GET /api/me`: how many lie in the inbox, are overdue, ring. Each bean gives the
/// counts it knows: `inbox`, `overdue`, `alerts`.
public interface Introduction {

    /// Counts for the actor, by name. Runs in the actor's own scope.
    Map<String, Integer> counts(Work work, Actor actor);
}
