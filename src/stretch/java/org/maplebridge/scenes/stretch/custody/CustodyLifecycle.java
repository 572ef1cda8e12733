package org.maplebridge.scenes.stretch.custody;

import static org.maplebridge.kernel.matters.Step.SYSTEM;
import static org.maplebridge.scenes.stretch.custody.CustodyLifecycle.Stage.RECALLED;
import static org.maplebridge.scenes.stretch.custody.CustodyLifecycle.Stage.SERVED;
import static org.maplebridge.scenes.stretch.custody.CustodyLifecycle.Stage.SERVING;
import static org.maplebridge.scenes.stretch.custody.CustodyLifecycle.Stage.SUMMONED;

import java.util.List;
import java.util.Set;
import org.maplebridge.kernel.matters.KernelVerb;
import org.maplebridge.kernel.matters.Lifecycle;
import org.maplebridge.kernel.matters.Step;

/// A term of hours to report, then a sentence, which nobody ends but the clock.
final class CustodyLifecycle {

    static final String OFFICER = "stretch.custody.officer";

    enum Stage {
        SUMMONED,
        SERVING,
        SERVED,
        RECALLED
    }

    // a Step never changes, but the checker can't see into a record of another package
    @SuppressWarnings("ImmutableEnumChecker")
    enum Verb implements Lifecycle.Verb<Stage> {
        REPORT(Step.from(SUMMONED).to(SERVING).by(OFFICER).within("stretch.custody.report")),
        TALK(Step.from(SERVING).by(OFFICER)),
        END(Step.from(SERVING).to(SERVED).by(SYSTEM).withinOf("stretch.custody.sentence")),
        RECALL(Step.from(SUMMONED, SERVING).to(RECALLED).by(OFFICER).noWayBack());

        private final Step<Stage> step;

        Verb(Step<Stage> step) {
            this.step = step;
        }

        @Override
        public Step<Stage> step() {
            return step;
        }
    }

    static final Lifecycle<Stage> LIFE = new Lifecycle<>(SUMMONED, Set.of(SERVED, RECALLED), List.of(Verb.values()))
            .road(SUMMONED, SERVING, SERVED)
            .may(KernelVerb.UPGRADE, OFFICER);

    private CustodyLifecycle() {}
}
