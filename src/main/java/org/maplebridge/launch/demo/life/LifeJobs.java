package org.maplebridge.launch.demo.life;

import java.util.List;
import org.maplebridge.kernel.alerts.Alarms;
import org.maplebridge.kernel.ground.Looping;
import org.springframework.stereotype.Component;

/// What the program does by itself, once for each day of the past. Between the days nobody waits for it.
@Component
final class LifeJobs {

    /// Counts everything anew: once at the end will do.
    private static final String COUNTING = "stats";

    private final List<Looping> all;
    private final Alarms alarms;

    LifeJobs(List<Looping> all, Alarms alarms) {
        this.all = all;
        this.alarms = alarms;
    }

    /// Everything, as it would be done in the morning.
    void morning() {
        all.stream()
                .map(Looping::loop)
                .filter(loop -> !loop.name().equals(COUNTING))
                .forEach(loop -> loop.once());
    }

    /// Limits end at any time of the day.
    void sweep() {
        alarms.sweep();
    }
}
