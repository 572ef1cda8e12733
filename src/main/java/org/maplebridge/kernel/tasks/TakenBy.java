package org.maplebridge.kernel.tasks;

import java.util.List;
import java.util.UUID;
import org.maplebridge.kernel.matters.Hands;
import org.springframework.stereotype.Component;

/// Whoever took the task is at work.
@Component
class TakenBy implements Hands {

    private final Desks desks;

    TakenBy(Desks desks) {
        this.desks = desks;
    }

    @Override
    public List<UUID> on(UUID matter) {
        return desks.claimedBy(matter).stream().toList();
    }
}
