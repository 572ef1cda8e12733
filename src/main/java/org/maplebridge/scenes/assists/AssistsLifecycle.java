package org.maplebridge.scenes.assists;

import static org.maplebridge.scenes.assists.AssistsLifecycle.Stage.ASKED;
import static org.maplebridge.scenes.assists.AssistsLifecycle.Stage.DECLINED;
import static org.maplebridge.scenes.assists.AssistsLifecycle.Stage.DONE;
import static org.maplebridge.scenes.assists.AssistsLifecycle.Stage.LAPSED;
import static org.maplebridge.scenes.assists.AssistsLifecycle.Stage.TAKEN;

import java.util.List;
import java.util.Set;
import org.maplebridge.kernel.matters.KernelVerb;
import org.maplebridge.kernel.matters.Lifecycle;
import org.maplebridge.kernel.matters.Step;

/// The life of a part: taken and done, or declined with a reason; it lapses when what it is a
/// part of ends.
final class AssistsLifecycle {

    static final String HELPER = "assists.helper";

    enum Stage {
        ASKED,
        TAKEN,
        DONE,
        DECLINED,
        LAPSED
    }

    @SuppressWarnings("ImmutableEnumChecker") // a step never changes, the annotation for it is not ours
    enum Verb implements Lifecycle.Verb<Stage> {
        TAKE(Step.from(ASKED).to(TAKEN).by(HELPER).within("assists.take")),
        DONE_PART(Step.from(TAKEN).to(DONE).by(HELPER).within("assists.do")),
        DECLINE(Step.from(ASKED, TAKEN).to(DECLINED).by(HELPER)),
        LAPSE(Step.from(ASKED, TAKEN).to(LAPSED).by(Step.SYSTEM));

        private final Step<Stage> step;

        Verb(Step<Stage> step) {
            this.step = step;
        }

        @Override
        public Step<Stage> step() {
            return step;
        }
    }

    static final Lifecycle<Stage> LIFE = new Lifecycle<>(ASKED, Set.of(DONE, DECLINED, LAPSED), List.of(Verb.values()))
            .road(ASKED, TAKEN, DONE)
            .may(KernelVerb.ASSIGN, HELPER);

    private AssistsLifecycle() {}
}
