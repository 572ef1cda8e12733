package org.maplebridge.scenes.stretch.relay;

import static org.maplebridge.scenes.stretch.relay.RelayLifecycle.Stage.CHECKED;
import static org.maplebridge.scenes.stretch.relay.RelayLifecycle.Stage.DECIDED;
import static org.maplebridge.scenes.stretch.relay.RelayLifecycle.Stage.FILED;
import static org.maplebridge.scenes.stretch.relay.RelayLifecycle.Stage.PREPARED;

import java.util.List;
import java.util.Set;
import org.maplebridge.kernel.matters.KernelVerb;
import org.maplebridge.kernel.matters.Lifecycle;
import org.maplebridge.kernel.matters.Step;

/// A paper on its way through three offices.
final class RelayLifecycle {

    static final String DESK = "stretch.relay.desk";

    enum Stage {
        PREPARED,
        CHECKED,
        DECIDED,
        FILED
    }

    // a Step never changes, but the checker can't see into a record of another package
    @SuppressWarnings("ImmutableEnumChecker")
    enum Verb implements Lifecycle.Verb<Stage> {
        CHECK(Step.from(PREPARED).to(CHECKED).by(DESK).within("stretch.relay.check")),
        DECIDE(Step.from(CHECKED).to(DECIDED).by(DESK).within("stretch.relay.decide")),
        CONSULT(Step.from(PREPARED, CHECKED, DECIDED).by(DESK)),
        FILE(Step.from(DECIDED).to(FILED).by(DESK).noWayBack());

        private final Step<Stage> step;

        Verb(Step<Stage> step) {
            this.step = step;
        }

        @Override
        public Step<Stage> step() {
            return step;
        }
    }

    static final Lifecycle<Stage> LIFE = new Lifecycle<>(PREPARED, Set.of(FILED), List.of(Verb.values()))
            .road(PREPARED, CHECKED, DECIDED, FILED)
            .may(KernelVerb.REFER, DESK);

    private RelayLifecycle() {}
}
