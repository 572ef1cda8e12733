package org.maplebridge.kernel.appointments;

import java.util.Optional;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Consequence;
import org.maplebridge.kernel.matters.Matter;
import org.springframework.stereotype.Component;

/// A matter that has ended keeps no room from others.
@Component
final class EndedSessions implements Consequence {

    private static final String FREE = "delete from appointments.booking where about = ? and starts > ?";

    @Override
    public void of(Work work, Batch batch, Actor actor, Optional<Matter> before, Matter after) {
        boolean ends = before.filter(matter -> matter.stage().open()).isPresent()
                && !after.stage().open();
        if (ends) {
            batch.add(FREE, after.id(), work.now());
        }
    }
}
