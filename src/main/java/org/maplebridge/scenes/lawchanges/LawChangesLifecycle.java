package org.maplebridge.scenes.lawchanges;

import static org.maplebridge.scenes.lawchanges.LawChangesLifecycle.Stage.CHECKING;
import static org.maplebridge.scenes.lawchanges.LawChangesLifecycle.Stage.CONFIRMING;
import static org.maplebridge.scenes.lawchanges.LawChangesLifecycle.Stage.RAISED;
import static org.maplebridge.scenes.lawchanges.LawChangesLifecycle.Stage.SETTLED;
import static org.maplebridge.scenes.lawchanges.LawChangesLifecycle.Stage.WITHDRAWN;

import java.util.List;
import java.util.Set;
import org.maplebridge.kernel.matters.KernelVerb;
import org.maplebridge.kernel.matters.Lifecycle;
import org.maplebridge.kernel.matters.Step;

/// The life of a revision: raised by the system, looked through line by line, settled. Where running limits were left
/// as they are, somebody else confirms it. Until the edition is in force it is settled or withdrawn; what is still to
/// be changed has a day of its own.
final class LawChangesLifecycle {

    static final String OFFICER = "kernel.legal-officer";

    /// Within the last day before the edition is in force; runs only where that lies ahead.
    static final String IN_FORCE = "lawchanges.in-force";

    /// Within the nearest day by which something is to be changed.
    static final String CHANGE = "lawchanges.change";

    static final String CHECK = "lawchanges.check";

    enum Stage {
        RAISED,
        CHECKING,
        CONFIRMING,
        SETTLED,
        WITHDRAWN
    }

    @SuppressWarnings("ImmutableEnumChecker") // a step never changes, the annotation for it is not ours
    enum Verb implements Lifecycle.Verb<Stage> {
        TAKE(Step.from(RAISED).to(CHECKING).by(OFFICER).within("lawchanges.take")),
        MARK(Step.from(CHECKING).by(OFFICER)),
        SETTLE(Step.from(CHECKING).to(SETTLED).by(OFFICER).within(CHECK)),
        SUBMIT(Step.from(CHECKING).to(CONFIRMING).by(OFFICER).withinOf(CHANGE)),
        CONFIRM(Step.from(CONFIRMING).to(SETTLED).by(OFFICER).within("lawchanges.confirm")),
        SEND_BACK(Step.from(CONFIRMING).to(CHECKING).by(OFFICER).within("lawchanges.confirm")),
        WITHDRAW(Step.from(RAISED, CHECKING, CONFIRMING)
                .to(WITHDRAWN)
                .by(OFFICER)
                .withinOf(IN_FORCE)),
        REOPEN(Step.from(SETTLED, WITHDRAWN).to(CHECKING).by(OFFICER).reopens("lawchanges.reopen"));

        private final Step<Stage> step;

        Verb(Step<Stage> step) {
            this.step = step;
        }

        @Override
        public Step<Stage> step() {
            return step;
        }
    }

    static final Lifecycle<Stage> LIFE = new Lifecycle<>(RAISED, Set.of(SETTLED, WITHDRAWN), List.of(Verb.values()))
            .road(RAISED, CHECKING, SETTLED)
            .may(KernelVerb.ASSIGN, OFFICER)
            .may(KernelVerb.LINK, OFFICER);

    private LawChangesLifecycle() {}
}
