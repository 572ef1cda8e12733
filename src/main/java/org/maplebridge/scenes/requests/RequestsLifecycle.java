package org.maplebridge.scenes.requests;

import static org.maplebridge.scenes.requests.RequestsLifecycle.Stage.ASKED;
import static org.maplebridge.scenes.requests.RequestsLifecycle.Stage.GRANTED;
import static org.maplebridge.scenes.requests.RequestsLifecycle.Stage.REFUSED;

import java.util.List;
import java.util.Set;
import org.maplebridge.kernel.matters.KernelVerb;
import org.maplebridge.kernel.matters.Lifecycle;
import org.maplebridge.kernel.matters.Step;

/// The life of a request: it is granted, or refused with a reason.
final class RequestsLifecycle {

    static final String OFFICER = "requests.officer";

    enum Stage {
        ASKED,
        GRANTED,
        REFUSED
    }

    @SuppressWarnings("ImmutableEnumChecker") // a step never changes, the annotation for it is not ours
    enum Verb implements Lifecycle.Verb<Stage> {
        GRANT(Step.from(ASKED).to(GRANTED).by(OFFICER).within("requests.decide")),
        REFUSE(Step.from(ASKED).to(REFUSED).by(OFFICER).within("requests.decide"));

        private final Step<Stage> step;

        Verb(Step<Stage> step) {
            this.step = step;
        }

        @Override
        public Step<Stage> step() {
            return step;
        }
    }

    static final Lifecycle<Stage> LIFE = new Lifecycle<>(ASKED, Set.of(GRANTED, REFUSED), List.of(Verb.values()))
            .road(ASKED, GRANTED)
            .may(KernelVerb.UPGRADE, OFFICER)
            .may(KernelVerb.TRANSFER, OFFICER)
            .may(KernelVerb.ASSIGN, OFFICER);

    private RequestsLifecycle() {}
}
